import type { DaySpan } from '../../stats/dayQuantiles';
import { mergeDayCounts, roomFor } from './dayCounts';
import type { DayCounts } from './dayCounts';
import type { Grouping } from './grouping';
import { plus } from './merge';
import { MARKS } from './visits';
import type { Mark, Visits } from './visits';

/**
 * All that the estimates of the stages need to know of the rows, small and mergeable: the tally of two halves of the
 * deals, merged, is the tally of all. Numbers stand at `cellOf(tally, stage, mark, group)`.
 */
export interface StageTally {
  readonly stages: number;
  readonly groups: number;
  /** Deals with the mark. Entered = advanced + lost here + still open. */
  readonly deals: Int32Array;
  /** Of these the ones without a usable duration. */
  readonly undated: Int32Array;
  /** The others, by days from entry to the end of the clock. */
  readonly days: DayCounts;
  /**
   * Deals by how many of the stages they went through in order, from the first on; at `group × (stages + 2)`. The last
   * count is of those that went through all and were won.
   */
  readonly depth: Int32Array;
}

export const cellOf = (tally: StageTally, stage: number, mark: Mark, group = 0): number =>
  (group * tally.stages + stage) * MARKS + mark;

/** The durations of a cell without a view, which for thousands of small cells takes longer to make than to read. */
export const spanOf = ({ deals, undated, days: { start, counts } }: StageTally, cell: number): DaySpan => ({
  counts,
  from: start[cell]!,
  to: start[cell + 1]!,
  n: deals[cell]! - undated[cell]!,
});

/**
 * Tallies what happened in the stages to the deals `from` to `to` (exclusive), by group. As `countDays` does in two passes,
 * and here over the visits themselves: which cell each belongs to is sooner worked out twice than kept.
 */
export function tallyStages(
  visits: Visits,
  { size: groups, codes }: Grouping,
  from = 0,
  to = visits.depth.length,
): StageTally {
  const { stages, start, mark, days } = visits;
  const perGroup = stages * MARKS;
  const deals = new Int32Array(groups * perGroup);
  const undated = new Int32Array(deals.length);
  const lengths = new Int32Array(deals.length);
  const depth = new Int32Array(groups * (stages + 2));
  for (let i = from; i < to; i++) {
    const group = codes ? codes[i]! : 0;
    const through = visits.depth[i]!;
    if (group < 0 || through < 0) continue;
    depth[group * (stages + 2) + through]!++;
    const end = start[i + 1]!;
    for (let at = start[i]!; at < end; at++) {
      const c = group * perGroup + mark[at]!;
      deals[c]!++;
      const length = days[at]! + 1;
      if (length > lengths[c]!) lengths[c] = length;
    }
  }
  const counted = roomFor(lengths);
  const { start: place, counts } = counted;
  for (let i = from; i < to; i++) {
    const group = codes ? codes[i]! : 0;
    if (group < 0) continue;
    const end = start[i + 1]!;
    for (let at = start[i]!; at < end; at++) {
      const c = group * perGroup + mark[at]!;
      const day = days[at]!;
      if (day < 0) undated[c]!++;
      else counts[place[c]! + day]!++;
    }
  }
  return { stages, groups, deals, undated, days: counted, depth };
}

/** The tally of the deals of both; the two must have the same stages and groups. */
export const mergeStageTallies = (a: StageTally, b: StageTally): StageTally => ({
  stages: a.stages,
  groups: a.groups,
  deals: plus(a.deals, b.deals),
  undated: plus(a.undated, b.undated),
  days: mergeDayCounts(a.days, b.days),
  depth: plus(a.depth, b.depth),
});

/** Deals that went through the first `stages` stages in order; one more than all stages: and were won. */
export function inOrderThrough(tally: StageTally, stages: number, group = 0): number {
  let sum = 0;
  for (let d = stages; d < tally.stages + 2; d++) sum += tally.depth[group * (tally.stages + 2) + d]!;
  return sum;
}
