import type { Cell, FormatRun, RawSheet } from './rawTable';

/** The cell at a zero-based row and column of the sheet; blank outside what was read. */
export const cellAt = (sheet: RawSheet, row: number, column: number): Cell =>
  sheet.rows[row - sheet.top]?.[column - sheet.left] ?? null;

/** The number format in force at a zero-based row and column of the sheet; "" for General. */
export function formatAt(sheet: RawSheet, row: number, column: number): string {
  let format = '';
  for (const run of sheet.formats[column - sheet.left] ?? []) {
    if (run.from > row - sheet.top) break;
    format = run.format;
  }
  return format;
}

/** Reads the number format of ascending rows, one run after the other, looking at each format once. */
export function formatWalk<T>(
  runs: readonly FormatRun[],
  of: (format: string) => T,
  general: T,
): (row: number) => T {
  let next = 0;
  let from = runs[0]?.from ?? Infinity;
  let value = general;
  return (row) => {
    while (row >= from) {
      value = of(runs[next]!.format);
      from = runs[++next]?.from ?? Infinity;
    }
    return value;
  };
}
