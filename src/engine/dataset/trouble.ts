import type { Cell } from './rawTable';
import { labelOfField } from './roles';
import type { Part } from './stack';

/** A cell that does not say what its column holds. Only such cells become objects. */
export interface Trouble {
  readonly kind: 'date' | 'amount' | 'error';
  /** Row of the stack. */
  readonly row: number;
  readonly field: string;
  /** What a person calls the field, or the header of a wide column. */
  readonly label: string;
  /** Of a wide column, which has no field of its own. */
  readonly header?: string;
  readonly value: string;
}

/** The longest piece of a cell that an issue repeats. */
const SHOWN = 80;
export const shown = (cell: Cell | undefined): string => {
  const text = String(cell ?? '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

export function labelIn({ table }: Part, field: string): string {
  const { role } = table.mapping;
  return role === 'ignored' ? field : labelOfField(role, field);
}
