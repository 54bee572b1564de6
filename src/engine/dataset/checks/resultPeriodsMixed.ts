import { lengthOf, type PeriodLength } from '../resultPeriods';
import type { Remark } from './check';
import { unusable } from './check';
import { periodAt, type ResultRows } from './results';

/** Weeks and months in one series cannot be compared: what is not as long as most of the measure's periods is left out. */
export function resultPeriodsMixed(rows: ResultRows): Remark[] {
  const counts = new Map<number, Map<PeriodLength, number>>();
  const lengthAt = (row: number): PeriodLength => lengthOf(rows.start[row]!, rows.end[row]!);
  const measureAt = (row: number): number => rows.measure?.codes[row] ?? -1;
  const known: number[] = [];
  for (let row = 0; row < rows.count; row++)
    if (rows.filled[row] && rows.end[row]! >= rows.start[row]!) known.push(row);
  for (const row of known) {
    const lengths = counts.get(measureAt(row)) ?? new Map<PeriodLength, number>();
    lengths.set(lengthAt(row), (lengths.get(lengthAt(row)) ?? 0) + 1);
    counts.set(measureAt(row), lengths);
  }
  const usual = new Map(
    [...counts].map(([measure, lengths]) => [measure, [...lengths].sort((a, b) => b[1] - a[1])[0]![0]]),
  );
  return known.flatMap((row) => {
    const most = usual.get(measureAt(row))!;
    return lengthAt(row) === most
      ? []
      : [unusable(row, 'resultPeriodsMixed', { period: periodAt(rows, row), usual: most }, 'period')];
  });
}
