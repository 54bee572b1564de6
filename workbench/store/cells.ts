import type { StoredCell, StoredSheet } from './book';
import { isFormula } from './book';
import { HostFailure, invalidArgument } from './failure';
import { fromR1C1, toR1C1 } from './formulas';
import { lay, paint } from './layers';
import type { Rect } from './rect';
import { cellKey, MAX_COLUMNS, MAX_ROWS } from './rect';
import { typed } from './typing';

const READ_LIMIT = 5_000_000;

/** A read of a whole column or row gives null; one of more than 5,000,000 cells fails. */
function isUnbounded(area: Rect): boolean {
  if (area.rows === MAX_ROWS || area.columns === MAX_COLUMNS) return true;
  if (area.rows * area.columns > READ_LIMIT)
    throw new HostFailure(
      'RangeExceedsLimit',
      'The operation failed because the range exceeds the cell limit.',
    );
  return false;
}

export const storedAt = (sheet: StoredSheet, row: number, column: number): StoredCell =>
  sheet.rows[row]?.[column] ?? null;

function readEach<T>(
  sheet: StoredSheet,
  area: Rect,
  read: (cell: StoredCell, row: number, column: number) => T,
) {
  if (isUnbounded(area)) return null;
  return Array.from({ length: area.rows }, (_, r) => {
    const row = sheet.rows[area.row + r];
    return Array.from({ length: area.columns }, (_c, c) =>
      read(row?.[area.column + c] ?? null, area.row + r, area.column + c),
    );
  });
}

const plain = (cell: StoredCell): string | number | boolean => (isFormula(cell) ? cell.value : cell) ?? '';

export const readValues = (sheet: StoredSheet, area: Rect) => readEach(sheet, area, plain);
export const readFormulas = (sheet: StoredSheet, area: Rect) =>
  readEach(sheet, area, (cell) => (isFormula(cell) ? cell.formula : plain(cell)));
export const readR1C1 = (sheet: StoredSheet, area: Rect) =>
  readEach(sheet, area, (cell, r, c) => (isFormula(cell) ? toR1C1(cell.formula, r, c) : plain(cell)));
export const readNumberFormats = (sheet: StoredSheet, area: Rect) =>
  isUnbounded(area) ? null : paint(sheet.numberFormats, area, 'General');
export const readValueTypes = (sheet: StoredSheet, area: Rect) =>
  readEach(sheet, area, (cell) => {
    const value = plain(cell);
    if (typeof value === 'string') return value === '' ? 'Empty' : value.startsWith('#') ? 'Error' : 'String';
    return typeof value === 'number' ? 'Double' : 'Boolean';
  });

export function putCell(sheet: StoredSheet, row: number, column: number, cell: StoredCell): void {
  noteChange(sheet, row, column, cell);
  const cells = (sheet.rows[row] ??= []);
  if (cell === null && column >= cells.length) return;
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
}

/** As typed by a person into each cell; a scalar goes to all of them, null leaves a cell as it is. */
export function writeCells(
  sheet: StoredSheet,
  area: Rect,
  given: unknown,
  notation: 'A1' | 'R1C1' = 'A1',
): void {
  // Painted once, where text is to be read: looking each cell up would go through all formats every time.
  let formats: readonly (readonly string[])[] | undefined;
  for (const [row, column, value] of eachGiven(area, given)) {
    if (value === null) continue;
    if (typeof value === 'string') {
      const isQuoted = value.startsWith("'");
      if (!isQuoted) formats ??= paint(sheet.numberFormats, area, 'General');
      const numberFormat = formats?.[row - area.row]?.[column - area.column] ?? 'General';
      const read = typed(value, numberFormat);
      const formula =
        read.formula && notation === 'R1C1' ? fromR1C1(read.formula, row, column) : read.formula;
      putCell(sheet, row, column, formula ? { formula, value: null } : read.value);
      if (read.numberFormat && numberFormat === 'General')
        lay(sheet.numberFormats, { row, column, rows: 1, columns: 1 }, read.numberFormat);
    } else if (typeof value === 'number' || typeof value === 'boolean') putCell(sheet, row, column, value);
    else throw invalidArgument();
  }
}

export function writeNumberFormats(sheet: StoredSheet, area: Rect, given: unknown): void {
  if (typeof given === 'string') return lay(sheet.numberFormats, area, given);
  for (const [row, column, value] of eachGiven(area, given))
    if (typeof value === 'string') lay(sheet.numberFormats, { row, column, rows: 1, columns: 1 }, value);
}

function* eachGiven(area: Rect, given: unknown): Generator<[number, number, unknown]> {
  if (!Array.isArray(given)) {
    for (let r = 0; r < area.rows; r++)
      for (let c = 0; c < area.columns; c++) yield [area.row + r, area.column + c, given];
    return;
  }
  if (given.length !== area.rows || given.some((row) => !Array.isArray(row) || row.length !== area.columns))
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  for (let r = 0; r < area.rows; r++)
    for (let c = 0; c < area.columns; c++) yield [area.row + r, area.column + c, given[r][c]];
}

export function clearCells(sheet: StoredSheet, area: Rect): void {
  const end = Math.min(area.row + area.rows, sheet.rows.length);
  for (let row = area.row; row < end; row++) {
    const cells = sheet.rows[row];
    if (!cells) continue;
    const right = Math.min(area.column + area.columns, cells.length);
    for (let column = area.column; column < right; column++) noteChange(sheet, row, column, null);
    cells.fill(null, area.column, right);
  }
}

function noteChange(sheet: StoredSheet, row: number, column: number, cell: StoredCell): void {
  const key = cellKey(row, column);
  if (isFormula(cell)) sheet.formulas.add(key);
  else if (sheet.formulas.size > 0) sheet.formulas.delete(key);
  sheet.changed?.add(key);
}

/** After cells moved as a whole: finds formulas anew, and nothing that was computed before counts. */
export function recountFormulas(sheet: StoredSheet): void {
  sheet.formulas.clear();
  sheet.rows.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      if (isFormula(cell)) sheet.formulas.add(cellKey(row, column));
    }),
  );
  sheet.changed = null;
}

/** The smallest rectangle around all cells with a value; null for a blank sheet. */
export function usedRect(sheet: StoredSheet): Rect | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  sheet.rows.forEach((cells, row) => {
    if (!cells) return;
    const first = cells.findIndex((cell) => cell !== null);
    if (first < 0) return;
    const last = cells.findLastIndex((cell) => cell !== null);
    top = Math.min(top, row);
    bottom = row;
    left = Math.min(left, first);
    right = Math.max(right, last);
  });
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
