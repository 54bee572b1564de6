import type { FormatRun } from '../../engine/dataset/rawTable';

/** Rows looked at before any difference is known: all of the first ones, then evenly spread ones. */
const FIRST_ROWS = 16;
const SPREAD_ROWS = 48;
/** Enough to halve the distance between two spread rows of a full sheet to nothing. */
const ROUNDS = 16;
/** A sheet whose formats change from row to row is not followed further than this. */
const MOST_ROWS = 1_500;

/**
 * The number formats of each column as runs, from looking at few rows: a sample, and then the rows between two sampled
 * ones that differ, halving until the row where the change happens is found. A format that returns to what it was
 * between two sampled rows goes unseen.
 */
export async function formatRuns(
  rowCount: number,
  read: (rows: readonly number[]) => Promise<readonly (readonly string[])[]>,
): Promise<readonly (readonly FormatRun[])[]> {
  const seen = new Map<number, readonly string[]>();
  const look = async (wanted: readonly number[]): Promise<void> => {
    const rows = [...new Set(wanted)].filter((row) => !seen.has(row));
    if (rows.length === 0) return;
    const formats = await read(rows);
    rows.forEach((row, i) => seen.set(row, formats[i] ?? []));
  };
  const step = Math.max(1, Math.floor((rowCount - 1) / SPREAD_ROWS));
  await look([
    ...Array.from({ length: Math.min(FIRST_ROWS, rowCount) }, (_, row) => row),
    ...Array.from({ length: SPREAD_ROWS }, (_, i) => Math.min((i + 1) * step, rowCount - 1)),
    rowCount - 1,
  ]);
  const sorted = (): number[] => [...seen.keys()].sort((a, b) => a - b);
  for (let round = 0; round < ROUNDS && seen.size < MOST_ROWS; round++) {
    const rows = sorted();
    const between = rows.flatMap((row, i) => {
      const next = rows[i + 1];
      return next !== undefined && next > row + 1 && differ(seen.get(row), seen.get(next))
        ? [Math.floor((row + next) / 2)]
        : [];
    });
    if (between.length === 0) break;
    await look(between);
  }
  const rows = sorted();
  const columns = seen.get(0)?.length ?? 0;
  return Array.from({ length: columns }, (_, column) => {
    const runs: FormatRun[] = [];
    for (const row of rows) {
      const format = seen.get(row)?.[column] ?? 'General';
      if ((runs.at(-1)?.format ?? 'General') !== format) runs.push({ from: row, format });
    }
    return runs;
  });
}

const differ = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.some((format, i) => format !== b[i]);
