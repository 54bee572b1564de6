import { invalidArgument } from './failure';

/** Zero-based cells of one sheet. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** One number for a cell of a sheet; `placeOf` takes it apart. */
export const cellKey = (row: number, column: number): number => row * MAX_COLUMNS + column;
export const placeOf = (key: number): { readonly row: number; readonly column: number } => ({
  row: Math.floor(key / MAX_COLUMNS),
  column: key % MAX_COLUMNS,
});

export const lastRow = (r: Rect): number => r.row + r.rows - 1;
export const lastColumn = (r: Rect): number => r.column + r.columns - 1;

export function intersection(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(lastRow(a), lastRow(b)) - row + 1;
  const columns = Math.min(lastColumn(a), lastColumn(b)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export const contains = (outer: Rect, inner: Rect): boolean =>
  outer.row <= inner.row &&
  outer.column <= inner.column &&
  lastRow(outer) >= lastRow(inner) &&
  lastColumn(outer) >= lastColumn(inner);

export function bounding(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(lastRow(a), lastRow(b)) - row + 1,
    columns: Math.max(lastColumn(a), lastColumn(b)) - column + 1,
  };
}

/** What becomes of a rectangle when `count` rows are inserted before `at` (negative: deleted from `at`); null when deleted whole. */
export function shiftRows(r: Rect, at: number, count: number): Rect | null {
  if (count >= 0) {
    if (r.row >= at) return { ...r, row: r.row + count };
    return lastRow(r) >= at ? { ...r, rows: r.rows + count } : r;
  }
  const gone = -count;
  const keep = (row: number): number => (row < at ? row : Math.max(at, row - gone));
  const top = keep(r.row);
  const end = keep(r.row + r.rows);
  return end > top ? { ...r, row: top, rows: end - top } : null;
}

export function lettersOf(column: number): string {
  let letters = '';
  for (let c = column + 1; c > 0; c = Math.floor((c - 1) / 26))
    letters = String.fromCharCode(65 + ((c - 1) % 26)) + letters;
  return letters;
}

export function columnOf(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export const cellAddress = (row: number, column: number): string => `${lettersOf(column)}${row + 1}`;

export function addressOf(r: Rect): string {
  if (r.columns === MAX_COLUMNS) return `${r.row + 1}:${lastRow(r) + 1}`;
  if (r.rows === MAX_ROWS) return `${lettersOf(r.column)}:${lettersOf(lastColumn(r))}`;
  const first = cellAddress(r.row, r.column);
  return r.rows === 1 && r.columns === 1 ? first : `${first}:${cellAddress(lastRow(r), lastColumn(r))}`;
}

/** "A1", "$A$1:B2", "1:3" or "A:C"; anything else is refused as Excel does. */
export function parseAddress(text: string): Rect {
  const address = text.replace(/\$/g, '').trim();
  const cells = /^([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?$/.exec(address);
  if (cells) {
    const a = { row: Number(cells[2]) - 1, column: columnOf(cells[1] ?? ''), rows: 1, columns: 1 };
    const b = cells[3] ? { row: Number(cells[4]) - 1, column: columnOf(cells[3]), rows: 1, columns: 1 } : a;
    return onSheet(bounding(a, b));
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(address);
  if (rows) {
    const top = Number(rows[1]) - 1;
    return onSheet({ row: top, column: 0, rows: Number(rows[2]) - top, columns: MAX_COLUMNS });
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(address);
  if (columns) {
    const left = columnOf(columns[1] ?? '');
    return onSheet({ row: 0, column: left, rows: MAX_ROWS, columns: columnOf(columns[2] ?? '') - left + 1 });
  }
  throw invalidArgument();
}

export function onSheet(r: Rect): Rect {
  if (
    !(r.row >= 0 && r.column >= 0 && r.rows > 0 && r.columns > 0) ||
    r.row + r.rows > MAX_ROWS ||
    r.column + r.columns > MAX_COLUMNS
  )
    throw invalidArgument();
  return r;
}
