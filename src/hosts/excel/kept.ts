import { z } from 'zod';

/**
 * What a person added beside Leadline's cells and what has to move with them: notes and columns beside a table stay with
 * the row that has the same key. Kept in the workbook's settings while a write is under way, so that a write that breaks
 * off loses none of it.
 */
export const KEPT = 'Leadline.kept';

/** A formula in R1C1 notation (which means the same in another row), a value, or null for a blank cell. */
const content = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Content = z.infer<typeof content>;

const keptTable = z.object({
  name: z.string(),
  /** Columns of the table that a person added; they come first in `rows`. */
  inTable: z.number(),
  /** How far right of the table's right edge each column of `rows` stands, from 0. */
  offsets: z.array(z.number()),
  header: z.array(content).readonly(),
  rows: z.array(z.object({ key: z.string(), cells: z.array(content).readonly() })),
});
export type KeptTable = z.infer<typeof keptTable>;

const keptSheet = z.object({
  sheet: z.string(),
  tables: z.array(keptTable).readonly(),
  /** Cells that stood where results will be, or in rows that are gone, with what was beside them. */
  displaced: z.array(z.array(content).readonly()).readonly(),
});
export type KeptSheet = z.infer<typeof keptSheet>;
export const keptShape = z.array(keptSheet);

export const isBlank = (cell: Content | undefined): boolean =>
  cell === null || cell === undefined || cell === '';

/** Keys as they come, the second of two equal ones told apart. */
export function keysOf(cells: readonly unknown[]): readonly string[] {
  const times = new Map<string, number>();
  return cells.map((cell) => {
    const text = String(cell ?? '');
    const n = (times.get(text) ?? 0) + 1;
    times.set(text, n);
    return n === 1 ? text : `${text}\u0000${n}`;
  });
}
