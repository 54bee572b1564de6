/**
 * What a host hands to the engine: rectangles of cells as Excel's `range.values` gives them, with just enough of the
 * sheet around them to read them rightly. Plain data: may be posted to a worker.
 */

/** `null` is a blank cell. Dates are serial numbers (see `FormatRun`), errors are their text (`#N/A`). */
export type Cell = string | number | boolean | null;

/** From this zero-based row of `rows` on, until the next run, numbers in the column carry this number format. */
export interface FormatRun {
  readonly from: number;
  readonly format: string;
}

/** Zero-based and inclusive, in the sheet's own rows and columns. */
export interface Region {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface ExcelTable extends Region {
  readonly name: string;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
}

export interface RawSheet {
  /** File name, or the workbook's name in Excel. */
  readonly source: string;
  /** Sheet name; for a csv the file's name without its ending. */
  readonly sheet: string;
  /** Zero-based position in the sheet of `rows[0][0]`. */
  readonly top: number;
  readonly left: number;
  readonly columnCount: number;
  /** Rows may be shorter than `columnCount`; what is absent is blank. */
  readonly rows: readonly (readonly Cell[])[];
  /** Per column of `rows`; an empty list means General throughout. Only formats of number cells matter. */
  readonly formats: readonly (readonly FormatRun[])[];
  readonly hidden: boolean;
  /** True when number cells were written with a decimal point (separated values), which then shows their column's mark. */
  readonly decimalPoint?: true;
  /** True when serials count from 1904-01-01. */
  readonly date1904: boolean;
  readonly tables: readonly ExcelTable[];
  readonly merges: readonly Region[];
  /** Rows that a filter hides, zero-based in the sheet; they are read like the others, and said. */
  readonly filteredRows: number;
  /** Written by Leadline: never read as data. */
  readonly owned: boolean;
}

/** "A", "Z", "AA" … for a zero-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let c = column + 1; c > 0; c = Math.floor((c - 1) / 26))
    letters = String.fromCharCode(65 + ((c - 1) % 26)) + letters;
  return letters;
}

/** Zero-based column of "A", "AA" …; −1 for anything else. */
export function columnIndex(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return -1;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
