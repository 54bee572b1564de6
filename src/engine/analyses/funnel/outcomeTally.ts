import { LOST, OPEN, WON } from '../../dataset/dataset';
import { addDay, emptyDayCounts, mergeDayCounts } from './dayCounts';
import type { DayCounts } from './dayCounts';
import { NOT_YET, UNKNOWN_DAY } from './deals';
import type { Deals } from './deals';
import type { Grouping } from './grouping';
import { plus } from './merge';

const OUTCOMES = 3;

/** What became of the deals of each group, and how many days after creation. Mergeable. */
export interface OutcomeTally {
  readonly groups: number;
  /** Deals at `group × 3 + outcome` (OPEN, WON, LOST). */
  readonly deals: Int32Array;
  /** Dated deals created at least `horizon` days before the as-of day, and of these the ones won within `horizon` days. */
  readonly horizon: number;
  readonly observed: Int32Array;
  readonly wonWithin: Int32Array;
  /** Deals won within `horizon` days, however long they have been observed. */
  readonly wonSoFar: Int32Array;
  /** Deals without a usable duration: no creation, no close date, or the close before the creation. */
  readonly undated: Int32Array;
  /** Days from creation to outcome (open: to the as-of day), at `group × 3 + outcome`. */
  readonly days: DayCounts;
}

export const outcomeCell = (group: number, outcome: typeof OPEN | typeof WON | typeof LOST): number =>
  group * OUTCOMES + outcome;

export const outcomesOf = (
  tally: OutcomeTally,
  group = 0,
): { readonly won: number; readonly lost: number; readonly open: number } => ({
  won: tally.deals[outcomeCell(group, WON)]!,
  lost: tally.deals[outcomeCell(group, LOST)]!,
  open: tally.deals[outcomeCell(group, OPEN)]!,
});

/** One pass over the deals `from` to `to` (exclusive). */
export function tallyOutcomes(
  deals: Deals,
  grouping: Grouping,
  horizon: number,
  from = 0,
  to = deals.count,
): OutcomeTally {
  const { size: groups, codes } = grouping;
  const tally: OutcomeTally = {
    groups,
    deals: new Int32Array(groups * OUTCOMES),
    horizon,
    observed: new Int32Array(groups),
    wonWithin: new Int32Array(groups),
    wonSoFar: new Int32Array(groups),
    undated: new Int32Array(groups),
    days: emptyDayCounts(groups * OUTCOMES),
  };
  for (let i = from; i < to; i++) {
    const outcome = deals.outcome[i]!;
    const group = codes ? codes[i]! : 0;
    if (outcome === NOT_YET || group < 0) continue;
    const cell = group * OUTCOMES + outcome;
    tally.deals[cell]!++;
    const created = deals.created[i]!;
    const until = outcome === OPEN ? deals.asOf : deals.closed[i]!;
    const days = until - created;
    const dated = created !== UNKNOWN_DAY && days >= 0 && until !== UNKNOWN_DAY;
    if (dated) addDay(tally.days, cell, days);
    else tally.undated[group]!++;
    const wonInTime = dated && outcome === WON && days <= horizon;
    if (wonInTime) tally.wonSoFar[group]!++;
    if (dated && created <= deals.asOf - horizon) {
      tally.observed[group]!++;
      if (wonInTime) tally.wonWithin[group]!++;
    }
  }
  return tally;
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
