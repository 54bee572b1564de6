import type { Cell, FormatRun } from '../../engine/dataset/rawTable';

/** Cells as they were met: rows in sheet order, blank rows left out. */
export interface FoundCells {
  /** Zero-based sheet row of each entry of `cells`, rising. */
  readonly rowNumbers: readonly number[];
  /** Each from the sheet's first column on; what is absent is blank. */
  readonly cells: readonly Cell[][];
  /** By sheet column; `from` is a sheet row. */
  readonly formats: readonly (readonly FormatRun[] | undefined)[];
}

export interface UsedRange {
  readonly top: number;
  readonly left: number;
  readonly columnCount: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly FormatRun[])[];
}

/** One array for all blank rows, so that a stray cell far down costs a pointer a row. */
const BLANK_ROW: readonly Cell[] = [];

/** The smallest rectangle that holds every cell that is not blank. */
export function usedRange(found: FoundCells): UsedRange {
  let left = Infinity;
  let right = -1;
  for (const row of found.cells) {
    for (let c = 0; c < row.length && c < left; c++)
      if (row[c] !== null) {
        left = c;
        break;
      }
    let last = row.length - 1;
    while (last > right && row[last] === null) last--;
    if (last > right) right = last;
  }
  if (right < 0) return { top: 0, left: 0, columnCount: 0, rows: [], formats: [] };
  const top = found.rowNumbers[0]!;
  const bottom = found.rowNumbers[found.rowNumbers.length - 1]!;
  const columnCount = right - left + 1;
  const rows = new Array<readonly Cell[]>(bottom - top + 1).fill(BLANK_ROW);
  found.cells.forEach((row, i) => {
    rows[found.rowNumbers[i]! - top] =
      left === 0 && row.length <= columnCount ? row : row.slice(left, right + 1);
  });
  const formats = Array.from({ length: columnCount }, (_, c) =>
    (found.formats[left + c] ?? []).map((run) => ({ from: run.from - top, format: run.format })),
  );
  return { top, left, columnCount, rows, formats };
}
