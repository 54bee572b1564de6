import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Cell, RawSheet } from '../../src/engine/dataset/rawTable';
import { readWorkbookFile } from '../../src/hosts/workbookFile/readWorkbookFile';

/** A sheet as a test writes it: rows from cell A1, and whatever else matters. */
export function sheetOf(
  sheet: string,
  rows: readonly (readonly Cell[])[],
  more: Partial<RawSheet> = {},
): RawSheet {
  return {
    source: 'Book.xlsx',
    sheet,
    top: 0,
    left: 0,
    columnCount: rows.reduce((most, row) => Math.max(most, row.length), 0),
    rows,
    formats: [],
    hidden: false,
    date1904: false,
    tables: [],
    merges: [],
    filteredRows: 0,
    owned: false,
    ...more,
  };
}

/** Rows written as "a | b | c" lines; an empty cell is blank. */
export const rowsOf = (text: string): readonly (readonly Cell[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => (cell.trim() === '' ? null : cell.trim())));

export const testData = (...parts: readonly string[]): string => path.join(__dirname, '..', 'data', ...parts);

/** The sheets of files, in order, as the file host reads them. */
export async function sheetsOfFiles(...files: readonly string[]): Promise<readonly RawSheet[]> {
  const sheets: RawSheet[] = [];
  for (const file of files) {
    const { value, issues } = await readWorkbookFile(path.basename(file), new Uint8Array(readFileSync(file)));
    if (!value) throw new Error(`${file} cannot be read: ${issues.map((i) => i.code).join(', ')}`);
    sheets.push(...value.sheets);
  }
  return sheets;
}

/**
 * A folder of data that may not be kept with the project (licence). Tests on it run where the folder lies beside the
 * project, and say loudly that they were skipped where it does not.
 */
export function besideProject(folder: string): string | undefined {
  const there = path.join(__dirname, '..', '..', '..', 'shared', 'data', folder);
  if (existsSync(there)) return there;
  process.stderr.write(`\n*** SKIPPED: tests on ${folder}, because ${there} does not exist ***\n\n`);
  return undefined;
}
