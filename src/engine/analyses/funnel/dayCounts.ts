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

/** Durations one by one: record i belongs to a cell of a group and lasted `days[i]`. */
export interface Durations {
  /** −1 leaves the record out. */
  readonly group: Int32Array;
  /** Within the group. */
  readonly cell: Uint16Array;
  /** Below 0: not known, left out. */
  readonly days: Int32Array;
}

/**
 * Counts durations by cell and day; the cells of group g are `g × cells` and on.
 *
 * The records are first sorted by group, by counting, so that the counts of one group at a time stay in the processor's
 * cache: with a thousand groups that is several times as fast as counting straight into all of them.
 */
export function countDays({ group, cell, days }: Durations, groups: number, cells: number): DayCounts {
  const next = new Int32Array(groups + 1);
  let longest = -1;
  for (let i = 0; i < days.length; i++) {
    if (group[i]! < 0 || days[i]! < 0) continue;
    next[group[i]! + 1]!++;
    if (days[i]! > longest) longest = days[i]!;
  }
  for (let g = 0; g < groups; g++) next[g + 1]! += next[g]!;
  const sortedCells = new Uint16Array(next[groups]!);
  const sortedDays = new Int32Array(next[groups]!);
  for (let i = 0; i < days.length; i++) {
    if (group[i]! < 0 || days[i]! < 0) continue;
    const at = next[group[i]!]!++;
    sortedCells[at] = cell[i]!;
    sortedDays[at] = days[i]!;
  }

  const width = longest + 1;
  const scratch = new Int32Array(cells * width);
  const lengths = new Int32Array(cells);
  const start = new Int32Array(groups * cells + 1);
  let counts = new Int32Array(Math.max(1024, sortedDays.length));
  let used = 0;
  for (let g = 0, at = 0; g < groups; g++) {
    // Sorting has moved each group's `next` to the group's end.
    for (; at < next[g]!; at++) {
      const c = sortedCells[at]!;
      const day = sortedDays[at]!;
      scratch[c * width + day]!++;
      if (day >= lengths[c]!) lengths[c] = day + 1;
    }
    for (let c = 0; c < cells; c++) {
      const length = lengths[c]!;
      if (used + length > counts.length) counts = enlarged(counts, 2 * (used + length));
      for (let day = 0, from = c * width; day < length; day++, from++) {
        counts[used++] = scratch[from]!;
        scratch[from] = 0;
      }
      lengths[c] = 0;
      start[g * cells + c + 1] = used;
    }
  }
  return { start, counts: counts.slice(0, used) };
}

function enlarged(counts: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(counts);
  return larger;
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
