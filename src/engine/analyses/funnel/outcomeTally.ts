import { LOST, OPEN, WON } from '../../dataset/dataset';
import type { OutcomeCode } from '../../dataset/dataset';
import { riskTableFromDays } from '../../stats/riskTable';
import type { RiskTable } from '../../stats/riskTable';
import { addCounts, countDays, daysIn, mergeDayCounts } from './dayCounts';
import type { DayCounts } from './dayCounts';
import { NOT_YET, UNKNOWN_DAY } from './deals';
import type { Deals } from './deals';
import type { Grouping } from './grouping';
import { plus } from './merge';

/** Deals lost without a decision are kept apart from the others lost. */
const UNDECIDED = 3;
const OUTCOMES = 4;

/** What became of the deals of each group, and how many days after creation. Mergeable. */
export interface OutcomeTally {
  readonly groups: number;
  /** Deals at `outcomeCell(outcome, group)`. */
  readonly deals: Int32Array;
  /**
   * Dated deals created at least `horizon` days before the as-of day, not before the records begin, and, while open, followed
   * so long; and of these the ones won within `horizon` days.
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
  /**
   * By group the age in days at which deals came under observation, 0 for those created since the records begin; absent
   * where the records are whole. Deals that had ended by then are in no day count.
   */
  readonly entered?: DayCounts;
}

type Ending = OutcomeCode | typeof UNDECIDED;
const outcomeCell = (outcome: Ending, group: number): number => group * OUTCOMES + outcome;

/** Days of the deals with an outcome; those of LOST include the deals lost without a decision. */
export function outcomeDays(tally: OutcomeTally, outcome: OutcomeCode, group = 0): Int32Array {
  const days = daysIn(tally.days, outcomeCell(outcome, group));
  const undecided = undecidedDays(tally, group);
  return outcome === LOST && undecided.length > 0 ? addCounts(days, undecided) : days;
}

/** Days of the deals lost without a decision. */
const undecidedDays = (tally: OutcomeTally, group = 0): Int32Array =>
  daysIn(tally.days, outcomeCell(UNDECIDED, group));

/** Won, lost (without a decision too) and open over the days since creation; causes are 1 won, 2 lost, 3 no decision. */
export function outcomeRisk(tally: OutcomeTally, group = 0): RiskTable {
  const days = (ending: Ending): Int32Array => daysIn(tally.days, outcomeCell(ending, group));
  const entered = tally.entered && daysIn(tally.entered, group);
  return riskTableFromDays([days(WON), days(LOST), days(UNDECIDED)], days(OPEN), entered);
}

export interface Outcomes {
  readonly won: number;
  /** Without a decision too. */
  readonly lost: number;
  readonly open: number;
  /** Of the lost. */
  readonly noDecision: number;
}

export function outcomesOf({ deals }: OutcomeTally, group = 0): Outcomes {
  const of = (ending: Ending): number => deals[outcomeCell(ending, group)]!;
  const noDecision = of(UNDECIDED);
  return { won: of(WON), lost: of(LOST) + noDecision, open: of(OPEN), noDecision };
}

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
  const { undecided, recordsFrom } = deals;
  const delays =
    recordsFrom === undefined ? undefined : { cell: durations.cell.slice(), days: new Int32Array(to - from) };
  for (let i = from; i < to; i++) {
    const outcome = deals.outcome[i]!;
    const group = codes ? codes[i]! : 0;
    if (outcome === NOT_YET || group < 0) continue;
    const cell = group * OUTCOMES + (outcome === LOST && undecided?.[i] ? UNDECIDED : outcome);
    tally.deals[cell]!++;
    const created = deals.created[i]!;
    // An unknown close is −1, before any creation.
    const days = deals.ended[i]! - created;
    if (created === UNKNOWN_DAY || days < 0) {
      tally.undated[group]!++;
      continue;
    }
    const isOlder = recordsFrom !== undefined && created < recordsFrom;
    // Under observation from the end of the day before the records begin.
    const delay = isOlder ? recordsFrom - 1 - created : 0;
    if (!isOlder || days > delay) {
      durations.cell[i - from] = cell;
      durations.days[i - from] = days;
      if (delays) {
        delays.cell[i - from] = group;
        delays.days[i - from] = delay;
      }
    }
    const wonInTime = outcome === WON && days <= horizon;
    if (wonInTime) tally.wonSoFar[group]!++;
    if (isOlder || (outcome === OPEN ? days < horizon : created > deals.asOf - horizon)) continue;
    tally.observed[group]!++;
    if (wonInTime) tally.wonWithin[group]!++;
  }
  return {
    ...tally,
    days: countDays(durations, groups * OUTCOMES),
    ...(delays && { entered: countDays(delays, groups) }),
  };
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
  ...(a.entered && b.entered && { entered: mergeDayCounts(a.entered, b.entered) }),
});
