import type { Assumption } from '../../core/assumption';
import { numberOf, type UncheckedValue } from '../../core/assumptionValues';
import { asDay, dayOfIso, isoOf } from '../../core/day';
import { sameName } from '../../dataset/values/sameName';
import type { EditableTable } from '../../report/editableTable';
import { formatNumber } from '../../report/formats';
import type { Column } from '../../report/report';
import { hiresTable, leaversTable, rampTable } from '../capacity/tables';
import { DEAL_OVERRIDES } from '../forecast/overrides';
import { STAGE_LEVERS } from '../levers';

/** Tables whose rows a scenario may change; the first column says whose row it is. */
export const SCENARIO_TABLES: readonly EditableTable[] = [
  STAGE_LEVERS,
  DEAL_OVERRIDES,
  hiresTable,
  leaversTable,
  rampTable,
];

/** One thing that a scenario may change, by the name that it has on the sheet. */
export type Changeable =
  | { readonly name: string; readonly assumption: Assumption }
  | { readonly name: string; readonly table: EditableTable; readonly column: Column };

/** "Change of deal size", "Stage: Goes on", "Opportunity ID: Amount". */
const cellName = (table: EditableTable, column: Column): string =>
  `${table.columns[0]!.header}: ${column.header}`;

export const changeables = (assumptions: readonly Assumption[]): readonly Changeable[] => [
  ...assumptions.map((assumption) => ({ name: assumption.label, assumption })),
  ...SCENARIO_TABLES.flatMap((table) =>
    table.columns.slice(1).map((column) => ({ name: cellName(table, column), table, column })),
  ),
];

/** Found by its name, or an assumption by its id. */
export const changeableNamed = (all: readonly Changeable[], name: string): Changeable | undefined =>
  all.find((one) => sameName(one.name) === sameName(name)) ??
  all.find((one) => 'assumption' in one && sameName(one.assumption.id) === sameName(name));

const isShare = ({ format }: Column): boolean => format === 'percent' || format === 'percent1';

/** What a text or a value of a file says in a column: cents, shares, whole days; as it was given where it says nothing. */
export function cellIn(column: Column, given: UncheckedValue): UncheckedValue {
  if (given === null || given === undefined || column.format === 'text')
    return typeof given === 'boolean' ? (given ? 'Yes' : 'No') : given;
  const day = column.format === 'date' && typeof given === 'string' ? dayOfIso(given.trim()) : undefined;
  if (day !== undefined) return day;
  const number = numberOf(given, isShare(column) ? 'share' : '');
  return number === undefined ? given : column.format === 'money' ? Math.round(number * 100) : number;
}

/** Whether a cell is what its column holds. */
export const isCell = (table: EditableTable, column: Column, cell: UncheckedValue): boolean => {
  const choices = table.choices?.[column.id];
  if (choices) return choices.some((choice) => sameName(choice) === sameName(String(cell)));
  return column.format === 'text' ? true : typeof cell === 'number';
};

/** The other way: a cell as a person would type it, which `cellIn` reads back. */
export function textOf(column: Column, cell: UncheckedValue): string {
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  if (typeof cell !== 'number') return String(cell ?? '');
  if (column.format === 'date') return isoOf(asDay(cell));
  if (isShare(column)) return `${Number((cell * 100).toPrecision(12))}%`;
  return String(column.format === 'money' ? cell / 100 : cell);
}

/** The same for eyes: amounts with separators. */
export const shownIn = (column: Column, cell: UncheckedValue): string =>
  column.format === 'money' && typeof cell === 'number' ? formatNumber(cell / 100, 0) : textOf(column, cell);
