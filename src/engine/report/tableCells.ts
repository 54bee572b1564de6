import { numberOf, type UncheckedValue } from '../core/assumptionValues';
import { asDay, dayOfIso, isoOf } from '../core/day';
import { sameName } from '../dataset/values/sameName';
import type { EditableTable, EditedCell, EditedRow } from './editableTable';
import { formatNumber } from './formats';
import { listed } from './phrases';
import type { Column } from './report';

/** Cells of editable tables: what a text means in a column, whether it can be, and how it is shown. */

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

/** Whether a cell is what its column holds: one of its choices, a number of its range. */
export function isCell(table: EditableTable, { id, format }: Column, cell: UncheckedValue): boolean {
  const choices = table.choices?.[id];
  if (choices) return choices.some((choice) => sameName(choice) === sameName(String(cell)));
  if (format === 'text') return true;
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return false;
  const { min, max = Infinity, above = false } = table.ranges?.[id] ?? { min: -Infinity };
  return cell <= max && (above ? cell > min : cell >= min);
}

/** What a column holds, in words: "Yes and No", "0% to 100%". */
export function allowedIn(table: EditableTable, column: Column): string {
  const choices = table.choices?.[column.id];
  if (choices) return listed(choices);
  if (column.format === 'date') return 'a date like 2026-03-31';
  const range = table.ranges?.[column.id];
  if (!range) return isShare(column) ? 'a share like 25%' : 'a number';
  const from = `${range.above ? 'above ' : ''}${shownIn(column, range.min)}`;
  return range.max === undefined ? `${from} or more` : `${from} to ${shownIn(column, range.max)}`;
}

/** A cell that cannot be what its column holds. */
export interface WrongCell {
  readonly column: Column;
  readonly value: string;
  readonly allowed: string;
}

/** Of a row as a sheet or a person left it: the cells that can be, numbers typed as text read; and those that cannot. */
export function readCells(
  table: EditableTable,
  row: EditedRow,
): { readonly cells: EditedRow; readonly wrong: readonly WrongCell[] } {
  const cells: Record<string, EditedCell> = {};
  const wrong: WrongCell[] = [];
  for (const column of table.columns) {
    const given = row[column.id];
    if (given === null || given === undefined || (typeof given === 'string' && given.trim() === '')) continue;
    // Numbers are cents and shares already.
    const cell = typeof given === 'number' ? given : cellIn(column, given);
    if (cell !== null && cell !== undefined && isCell(table, column, cell)) cells[column.id] = cell;
    else wrong.push({ column, value: shownIn(column, given), allowed: allowedIn(table, column) });
  }
  return { cells, wrong };
}

/** Whether two rows are of the same stage, person or deal: IDs that differ in case alone are two deals. */
export function sameRow({ caseCounts }: EditableTable, one: UncheckedValue, other: UncheckedValue): boolean {
  const [a, b] = [one, other].map((cell) => String(cell ?? '').trim());
  return caseCounts ? a === b : sameName(a!) === sameName(b!);
}

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
