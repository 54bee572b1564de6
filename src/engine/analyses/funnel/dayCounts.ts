/**
 * How many durations of each whole number of days, in many cells (stage × group × how it ended). Every cell is only as
 * long as its own longest duration: one forgotten deal that has been open for ten years must not stretch the others.
 * Day 0 is "left on the day of entry", read by the estimators as half a day. Mergeable: cells add day by day.
 */
export interface DayCounts {
  readonly cells: number;
  /** Where each cell's counts begin in `pool`, and for how many days it has room. */
  readonly start: Int32Array;
  readonly room: Int32Array;
  pool: Int32Array;
  used: number;
}

const LEAST_ROOM = 16;

export const emptyDayCounts = (cells: number): DayCounts => ({
  cells,
  start: new Int32Array(cells),
  room: new Int32Array(cells),
  pool: new Int32Array(Math.max(LEAST_ROOM, LEAST_ROOM * cells)),
  used: 0,
});

/** Moves a cell to the end of the pool with room for `day`; rooms double, so that what is left behind stays below half. */
function makeRoom(counts: DayCounts, cell: number, day: number): void {
  const old = counts.room[cell]!;
  let room = Math.max(LEAST_ROOM, old);
  while (room <= day) room *= 2;
  if (counts.used + room > counts.pool.length) {
    const pool = new Int32Array(Math.max(2 * counts.pool.length, counts.used + room));
    pool.set(counts.pool.subarray(0, counts.used));
    counts.pool = pool;
  }
  const { pool, used } = counts;
  const from = counts.start[cell]!;
  // Most cells are short: a loop is quicker than a call to copy so few.
  for (let at = 0; at < old; at++) pool[used + at] = pool[from + at]!;
  counts.start[cell] = counts.used;
  counts.room[cell] = room;
  counts.used += room;
}

/** Adds one duration of `day` whole days (0 or more) to a cell. */
export function addDay(counts: DayCounts, cell: number, day: number): void {
  if (day >= counts.room[cell]!) makeRoom(counts, cell, day);
  counts.pool[counts.start[cell]! + day]!++;
}

/** Adds a histogram to a cell. */
function addAll(counts: DayCounts, cell: number, days: Int32Array): void {
  if (days.length === 0) return;
  if (days.length > counts.room[cell]!) makeRoom(counts, cell, days.length - 1);
  const from = counts.start[cell]!;
  for (let day = 0; day < days.length; day++) counts.pool[from + day]! += days[day]!;
}

/** The counts of a cell by day, up to its longest duration; empty when there is none. Shares memory with the pool. */
export function daysIn(counts: DayCounts, cell: number): Int32Array {
  const from = counts.start[cell]!;
  let to = from + counts.room[cell]!;
  while (to > from && counts.pool[to - 1] === 0) to--;
  return counts.pool.subarray(from, to);
}

export function mergeDayCounts(a: DayCounts, b: DayCounts): DayCounts {
  const merged = emptyDayCounts(a.cells);
  for (const part of [a, b])
    for (let cell = 0; cell < part.cells; cell++) addAll(merged, cell, daysIn(part, cell));
  return merged;
}

/** Day by day sum of histograms, as long as the longest of them. */
export function addCounts(...histograms: readonly Int32Array[]): Int32Array {
  const sum = new Int32Array(Math.max(0, ...histograms.map((h) => h.length)));
  for (const histogram of histograms)
    for (let day = 0; day < histogram.length; day++) sum[day]! += histogram[day]!;
  return sum;
}

export function total(histogram: Int32Array, throughDay = histogram.length - 1): number {
  let sum = 0;
  const last = Math.min(throughDay, histogram.length - 1);
  for (let day = 0; day <= last; day++) sum += histogram[day]!;
  return sum;
}
