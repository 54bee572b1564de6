import { isoOf } from '../../core/day';
import { OPEN, WON } from '../../dataset/dataset';
import { daysUpTo } from './dayCounts';
import type { Deals } from './deals';
import { openRate, rateOf } from './estimates';
import { byPeriod, type PeriodUnit } from './grouping';
import { outcomeDays, outcomesOf, tallyOutcomes } from './outcomeTally';
import type { OutcomeCounts, Rate } from './rates';

/** Won by an age that all deals of a cohort have been followed to; or so far. */
export interface CohortAge {
  readonly days: number;
  readonly mature: boolean;
  readonly wonWithin: Rate;
}

export interface CohortFinding extends OutcomeCounts {
  /** "2023-Q1", "2023-01". */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly created: number;
  /** Won within the horizon, of those created; mature only when every deal has been observed that long. */
  readonly horizonDays: number;
  readonly mature: boolean;
  /** Deals of the period that ended before the records begin are missing: its rates are of the survivors only. */
  readonly incomplete: boolean;
  readonly wonWithin: Rate;
  /** The same at fixed ages up to the horizon. */
  readonly ages: readonly CohortAge[];
}

const MONTH = 30;
/** Fixed ages that people think in; those up to the horizon, and the horizon itself. */
const AGES = [1, 2, 3, 6, 9, 12, 18, 24].map((months) => months * MONTH);

export const cohortAges = (horizonDays: number): readonly number[] => [
  ...AGES.filter((days) => days < horizonDays),
  horizonDays,
];

/**
 * Deals by month or quarter of creation. A cohort is mature when it is over and every deal of it has been observed for the
 * horizon; before, its rate stays open, because a deal that has had less time has not failed. Periods without deals are
 * left out.
 */
export function cohortFindings(
  deals: Deals,
  unit: PeriodUnit,
  horizonDays: number,
  confidence: number,
): CohortFinding[] {
  const grouping = byPeriod(deals.created, unit);
  const tally = tallyOutcomes(deals, grouping, horizonDays);
  const ages = cohortAges(horizonDays);
  const lastCreated = new Int32Array(grouping.size);
  deals.created.forEach((day, i) => {
    const group = grouping.codes[i]!;
    if (group >= 0 && day > lastCreated[group]!) lastCreated[group] = day;
  });
  return grouping.periods.flatMap(({ name, from, to }, group) => {
    const outcomes = outcomesOf(tally, group);
    const created = outcomes.open + outcomes.won + outcomes.lost;
    if (created === 0) return [];
    const dated = created - tally.undated[group]!;
    const incomplete = deals.recordsFrom !== undefined && from < deals.recordsFrom;
    const wonDays = outcomeDays(tally, WON, group);
    // How long the open deal that was followed least was followed: one may be missing from later lists.
    const followed = outcomeDays(tally, OPEN, group).findIndex((n) => n > 0);
    const shown = (days: number): CohortAge => {
      const isOver = to <= deals.asOf && lastCreated[group]! + days <= deals.asOf;
      const mature = isOver && !incomplete && (followed < 0 || followed >= days);
      const x = daysUpTo(wonDays, days);
      return {
        days,
        mature,
        wonWithin: mature ? rateOf(x, dated, confidence) : openRate(x, dated),
      };
    };
    const { mature, wonWithin } = shown(horizonDays);
    return [
      {
        period: name,
        from: isoOf(from),
        to: isoOf(to),
        created,
        ...outcomes,
        horizonDays,
        mature,
        incomplete,
        wonWithin,
        ages: ages.map(shown),
      },
    ];
  });
}
