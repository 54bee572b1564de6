/**
 * How many durations of each whole number of days, in many cells (group × stage × how it ended). Every cell is only as
 * long as its own longest duration: one forgotten deal that has been open for ten years does not stretch the others.
 * Day 0 is "left on the day of entry", read by the estimators as half a day. Mergeable: cells add day by day.
 */
export interface DayCounts {
  /** Counts of cell c by day stand at `start[c]` to `start[c + 1]` (exclusive). */
  readonly start: Int32Array;
  readonly counts: Int32Array;
}

/** The counts of a cell by day, up to its longest duration; empty when it has none. Shares memory with the tally. */
export const daysIn = ({ start, counts }: DayCounts, cell: number): Int32Array =>
  counts.subarray(start[cell]!, start[cell + 1]!);

/** Durations one by one: record i belongs to a cell and lasted `days[i]`. */
export interface Durations {
  /** −1 leaves the record out. */
  readonly cell: Int32Array;
  /** Below 0: not known, left out. */
  readonly days: Int32Array;
}

/**
 * Counts durations by cell and day in two passes: the length of every cell, and then the counts, straight into their
 * places. Cells only as long as they must be are small enough together for the processor's cache, with a thousand
 * groups too; sorting the durations by group first, to count one group after the other, takes longer.
 */
export function countDays({ cell, days }: Durations, cells: number): DayCounts {
  const lengths = new Int32Array(cells);
  for (let i = 0; i < days.length; i++) {
    const c = cell[i]!;
    const length = days[i]! + 1;
    if (c >= 0 && length > lengths[c]!) lengths[c] = length;
  }
  const counted = roomFor(lengths);
  const { start, counts } = counted;
  for (let i = 0; i < days.length; i++) {
    const c = cell[i]!;
    const day = days[i]!;
    if (c >= 0 && day >= 0) counts[start[c]! + day]!++;
  }
  return counted;
}

/** Cells as long as that, with no durations in them yet. */
export function roomFor(lengths: Int32Array): DayCounts {
  const start = new Int32Array(lengths.length + 1);
  for (let c = 0; c < lengths.length; c++) start[c + 1] = start[c]! + lengths[c]!;
  return { start, counts: new Int32Array(start[lengths.length]!) };
}

export function mergeDayCounts(a: DayCounts, b: DayCounts): DayCounts {
  const cells = Array.from({ length: a.start.length - 1 }, (_, cell) =>
    addCounts(daysIn(a, cell), daysIn(b, cell)),
  );
  const start = new Int32Array(a.start.length);
  cells.forEach((days, cell) => (start[cell + 1] = start[cell]! + days.length));
  const counts = new Int32Array(start.at(-1)!);
  cells.forEach((days, cell) => counts.set(days, start[cell]));
  return { start, counts };
}

/** Day by day sum of two histograms, as long as the longer. */
export function addCounts(a: Int32Array, b: Int32Array): Int32Array {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const sum = long.slice();
  for (let day = 0; day < short.length; day++) sum[day]! += short[day]!;
  return sum;
}

/** How many durations are of so many days or fewer. */
export function daysUpTo(counts: Int32Array, days: number): number {
  let sum = 0;
  for (let day = 0; day <= days && day < counts.length; day++) sum += counts[day]!;
  return sum;
}
