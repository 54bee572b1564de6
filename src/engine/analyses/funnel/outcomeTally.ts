import { LOST, OPEN, WON } from '../../dataset/dataset';
import type { OutcomeCode } from '../../dataset/dataset';
import { countDays, daysIn, mergeDayCounts } from './dayCounts';
import type { DayCounts } from './dayCounts';
import { NOT_YET, UNKNOWN_DAY } from './deals';
import type { Deals } from './deals';
import type { Grouping } from './grouping';
import { plus } from './merge';

const OUTCOMES = 3;

/** What became of the deals of each group, and how many days after creation. Mergeable. */
export interface OutcomeTally {
  readonly groups: number;
  /** Deals at `outcomeCell(outcome, group)`. */
  readonly deals: Int32Array;
  /**
   * Dated deals created at least `horizon` days before the as-of day and, while open, followed so long; and of these the
   * ones won within `horizon` days.
   */
  readonly horizon: number;
  readonly observed: Int32Array;
  readonly wonWithin: Int32Array;
  /** Deals won within `horizon` days, however long they have been observed. */
  readonly wonSoFar: Int32Array;
  /** Deals without a usable duration: no creation, no close date, or the close before the creation. */
  readonly undated: Int32Array;
  /** Days from creation to outcome (open: as long as it was followed), at `outcomeCell(outcome, group)`. */
  readonly days: DayCounts;
}

const outcomeCell = (outcome: OutcomeCode, group: number): number => group * OUTCOMES + outcome;

export const outcomeDays = (tally: OutcomeTally, outcome: OutcomeCode, group = 0): Int32Array =>
  daysIn(tally.days, outcomeCell(outcome, group));

export const outcomesOf = (
  { deals }: OutcomeTally,
  group = 0,
): { readonly won: number; readonly lost: number; readonly open: number } => ({
  won: deals[outcomeCell(WON, group)]!,
  lost: deals[outcomeCell(LOST, group)]!,
  open: deals[outcomeCell(OPEN, group)]!,
});

/** Tallies the outcomes of the deals `from` to `to` (exclusive), by group. */
export function tallyOutcomes(
  deals: Deals,
  { size: groups, codes }: Grouping,
  horizon: number,
  from = 0,
  to = deals.count,
): OutcomeTally {
  const durations = {
    cell: new Int32Array(to - from).fill(-1),
    days: new Int32Array(to - from),
  };
  const tally = {
    groups,
    deals: new Int32Array(groups * OUTCOMES),
    horizon,
    observed: new Int32Array(groups),
    wonWithin: new Int32Array(groups),
    wonSoFar: new Int32Array(groups),
    undated: new Int32Array(groups),
  };
  for (let i = from; i < to; i++) {
    const outcome = deals.outcome[i]!;
    const group = codes ? codes[i]! : 0;
    if (outcome === NOT_YET || group < 0) continue;
    const cell = group * OUTCOMES + outcome;
    tally.deals[cell]!++;
    const created = deals.created[i]!;
    // An unknown close is −1, before any creation.
    const days = deals.ended[i]! - created;
    if (created === UNKNOWN_DAY || days < 0) {
      tally.undated[group]!++;
      continue;
    }
    durations.cell[i - from] = cell;
    durations.days[i - from] = days;
    const wonInTime = outcome === WON && days <= horizon;
    if (wonInTime) tally.wonSoFar[group]!++;
    if (outcome === OPEN ? days < horizon : created > deals.asOf - horizon) continue;
    tally.observed[group]!++;
    if (wonInTime) tally.wonWithin[group]!++;
  }
  return { ...tally, days: countDays(durations, groups * OUTCOMES) };
}

/** The tally of the deals of both; the two must have the same groups and horizon. */
export const mergeOutcomeTallies = (a: OutcomeTally, b: OutcomeTally): OutcomeTally => ({
  groups: a.groups,
  deals: plus(a.deals, b.deals),
  horizon: a.horizon,
  observed: plus(a.observed, b.observed),
  wonWithin: plus(a.wonWithin, b.wonWithin),
  wonSoFar: plus(a.wonSoFar, b.wonSoFar),
  undated: plus(a.undated, b.undated),
  days: mergeDayCounts(a.days, b.days),
});
