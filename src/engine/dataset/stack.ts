import type { Place } from '../core/issue';
import type { Origin } from './dataset';
import type { Cell, RawSheet } from './rawTable';
import { columnIndex, columnLetters } from './rawTable';
import type { RecognisedTable } from './recognise';
import { isBlank } from './values/text';

/**
 * The rows of one table that hold anything, as a part of a stack. A blank row inside a table is no row: it is counted
 * neither as used nor as excluded.
 */
export interface Part {
  /** Position in `Dataset.inputs`. */
  readonly input: number;
  readonly sheet: RawSheet;
  readonly table: RecognisedTable;
  /** Position in the stack of its first row. */
  readonly from: number;
  /** Per row its position in `sheet.rows`. */
  readonly rowOf: Int32Array;
}

/** The tables of one role, one below the other. */
export interface Stack {
  readonly parts: readonly Part[];
  readonly count: number;
}

/** Positions in `sheet.rows` of the table's rows that hold anything within its columns. */
function filledRows(sheet: RawSheet, { region }: RecognisedTable): Int32Array {
  const top = Math.max(0, region.top - sheet.top);
  const bottom = Math.min(sheet.rows.length - 1, region.bottom - sheet.top);
  const left = Math.max(0, region.left - sheet.left);
  const right = region.right - sheet.left;
  const rows = new Int32Array(Math.max(0, bottom - top + 1));
  let count = 0;
  for (let at = top; at <= bottom; at++) {
    const cells = sheet.rows[at];
    if (!cells) continue;
    const end = Math.min(right, cells.length - 1);
    let column = left;
    while (column <= end && isBlank(cells[column])) column++;
    if (column <= end) rows[count++] = at;
  }
  return count === rows.length ? rows : rows.slice(0, count);
}

/** Stacks tables of one role; `inputs` are their positions in `Dataset.inputs`. */
export function stackOf(
  sheets: readonly RawSheet[],
  tables: readonly { readonly table: RecognisedTable; readonly input: number }[],
): Stack {
  let count = 0;
  const parts: Part[] = [];
  for (const { table, input } of tables) {
    const sheet = sheets[table.sheetIndex];
    if (!sheet) continue;
    const rowOf = filledRows(sheet, table);
    parts.push({ input, sheet, table, from: count, rowOf });
    count += rowOf.length;
  }
  return { parts, count };
}

/** Column of a header, as position in the part's rows of cells; −1 when the table has no such header. */
export function columnOfHeader(part: Part, header: string | undefined): number {
  if (header === undefined || header === '') return -1;
  const found = part.table.columns.find((c) => c.header === header);
  return found ? columnIndex(found.column) - part.sheet.left : -1;
}

/** Header that a field is mapped to; undefined for none. */
export const headerOf = (part: Part, field: string): string | undefined =>
  Object.hasOwn(part.table.mapping.columns, field) ? part.table.mapping.columns[field] : undefined;

export const columnOfField = (part: Part, field: string): number =>
  columnOfHeader(part, headerOf(part, field));

/** True when some table of the stack has the field. */
export const hasField = (stack: Stack, field: string): boolean =>
  stack.parts.some((part) => columnOfField(part, field) >= 0);

/** The cells of a column, row by row of the part: gathered once, so that reading runs over one plain array. */
export function cellsOf(part: Part, column: number): (Cell | undefined)[] {
  const { rowOf, sheet } = part;
  const cells = new Array<Cell | undefined>(rowOf.length);
  for (let i = 0; i < rowOf.length; i++) cells[i] = column < 0 ? undefined : sheet.rows[rowOf[i]!]![column];
  return cells;
}

/** The cells of a field over the whole stack; blank where a table does not have it. */
export function stackedCells(stack: Stack, field: string): (Cell | undefined)[] {
  const [only] = stack.parts;
  if (only && stack.parts.length === 1) return cellsOf(only, columnOfField(only, field));
  return stack.parts.flatMap((part) => cellsOf(part, columnOfField(part, field)));
}

const partOfRow = (stack: Stack, row: number): Part | undefined =>
  stack.parts.find((part) => row < part.from + part.rowOf.length);

/** Whether the row stands in a workbook that counts its days from 1904. */
export const date1904At = (stack: Stack, row: number): boolean =>
  partOfRow(stack, row)?.sheet.date1904 ?? false;

/** Where a row of the stack stands, with the column of a field, or of a header, where the table has it. */
export type Places = (row: number, field?: string, header?: string) => Place | undefined;

/** Places of rows of a stack; columns are looked up once per field and table, for there may be a million rows to name. */
export function placesOf(stack: Stack): Places {
  const letters = stack.parts.map(() => new Map<string, string>());
  const lettersOf = (part: Part, field?: string, header?: string): string => {
    const column =
      header !== undefined
        ? columnOfHeader(part, header)
        : field === undefined
          ? -1
          : columnOfField(part, field);
    return column < 0 ? '' : columnLetters(part.sheet.left + column);
  };
  return (row, field, header) => {
    const at = stack.parts.findIndex((part) => row < part.from + part.rowOf.length);
    const part = stack.parts[at];
    if (!part) return undefined;
    const key = header === undefined ? `field ${field ?? ''}` : `header ${header}`;
    let column = letters[at]!.get(key);
    if (column === undefined) {
      column = lettersOf(part, field, header);
      letters[at]!.set(key, column);
    }
    const { source, sheet, top } = part.sheet;
    const place = { source, sheet, row: top + part.rowOf[row - part.from]! + 1 };
    return column === '' ? place : { ...place, column };
  };
}

/** The place of one row; for many, keep the function that `placesOf` gives. */
export const placeOf = (stack: Stack, row: number, field?: string): Place | undefined =>
  placesOf(stack)(row, field);

/** The origins of rows of the stack, in the order given (all of them, when none is given). */
export function originOf(stack: Stack, rows?: Int32Array): Origin {
  const count = rows?.length ?? stack.count;
  const table = new Uint16Array(count);
  const row = new Int32Array(count);
  let part = stack.parts[0];
  for (let i = 0; i < count; i++) {
    const at = rows ? rows[i]! : i;
    if (!part || at < part.from || at >= part.from + part.rowOf.length) part = partOfRow(stack, at);
    if (!part) continue;
    table[i] = part.input;
    row[i] = part.sheet.top + part.rowOf[at - part.from]! + 1;
  }
  return { table, row };
}
