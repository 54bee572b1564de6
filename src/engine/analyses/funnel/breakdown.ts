import type { RandomSource } from '../../core/random';
import { quantileOfDays } from '../../stats/quantile';
import { WON, LOST, OPEN } from '../../dataset/dataset';
import { amountsByOutcome } from './amounts';
import { compareCurves, type CurveTests } from './compareCurves';
import {
  compareShares,
  NOT_COMPARED,
  notCompared,
  type Certainty,
  type ComparedShare,
} from './compareShares';
import type { Deals } from './deals';
import { dimensionLabel, isComparable, isOrdered, type DimensionId } from './dimensions';
import { rateOf } from './estimates';
import { crossed, type NamedGrouping } from './grouping';
import { inComparison } from './inComparison';
import { outcomeDays, outcomesOf, tallyOutcomes } from './outcomeTally';
import type { GroupTest, OutcomeAmounts, OutcomeCounts, Rate } from './rates';

export interface BreakdownGroup extends OutcomeCounts, ComparedShare {
  /** "Ann", or "Ann · Enterprise" where two columns are crossed. */
  readonly name: string;
  /** One for each column. */
  readonly keys: readonly string[];
  readonly created: number;
  readonly winRate: Rate;
  /** Cents; null where no deal has an amount. */
  readonly amounts: OutcomeAmounts | null;
  readonly medianDaysToWin: number | null;
}

export interface Breakdown {
  readonly by: DimensionId;
  readonly andBy: DimensionId | null;
  /** "Owner", "Owner and segment". */
  readonly label: string;
  /**
   * Do the win rates differ beyond chance? Of all groups, also those not listed; without those of blank cells and of owners
   * set apart. `none` for columns that tell of the outcome themselves, and for periods.
   */
  readonly test: GroupTest;
  /** Whether wins come as often and as soon in all groups; null for many groups, and where it was not asked. */
  readonly curves: CurveTests | null;
  /** The largest first, equal ones by name; sizes and quarters in their own order. */
  readonly groups: readonly BreakdownGroup[];
  /** Smaller groups that are not listed. */
  readonly notListed: number;
}

/** A dimension and the deals' groups by it. */
export interface Grouped {
  readonly id: DimensionId;
  readonly grouping: NamedGrouping;
}

/** More lines than this are no help to anybody; and so many pairs at most are looked at. */
const MOST_LISTED = 2_000;
export const MOST_GROUPS = 2_000_000;

/** "Owner and segment". */
export const breakdownLabel = (by: DimensionId, andBy: DimensionId | null): string =>
  andBy === null ? dimensionLabel(by) : `${dimensionLabel(by)} and ${dimensionLabel(andBy).toLowerCase()}`;

export const groupsOf = (one: Grouped, other: Grouped | null): number =>
  one.grouping.size * (other?.grouping.size ?? 1);

/** The same columns are compared with the same random numbers wherever that is asked: one answer to one question. */
export const streamOf = (random: RandomSource, by: DimensionId, andBy?: DimensionId): RandomSource =>
  random.stream(andBy ? `${by} and ${andBy}` : by);

/** Outcomes by the values of one column, or of two at a time; `compare` tells how closely groups are looked at. */
export function breakdownOf(
  one: Grouped,
  other: Grouped | null,
  deals: Deals,
  amount: Float64Array | undefined,
  certainty: Certainty,
  random: RandomSource,
  compare: typeof compareShares = compareShares,
): Breakdown {
  const grouping = other ? crossed(one.grouping, other.grouping) : one.grouping;
  const tally = tallyOutcomes(deals, grouping, 0);
  const amounts = amount && amountsByOutcome(amount, deals.outcome, grouping);
  const second = other?.grouping.size ?? 1;
  const found = Array.from({ length: grouping.size }, (_, group) => group).flatMap((group) => {
    const outcomes = outcomesOf(tally, group);
    const created = outcomes.won + outcomes.lost + outcomes.open;
    return created > 0 ? [{ group, created, outcomes, n: outcomes.won + outcomes.lost }] : [];
  });
  const keysOf = (group: number): readonly string[] => [
    one.grouping.names[Math.floor(group / second)]!,
    ...(other ? [other.grouping.names[group % second]!] : []),
  ];
  const nameOf = (group: number): string => grouping.names[group]!;
  const ordered = isOrdered(one.id)
    ? found
    : [...found].sort((a, b) => b.created - a.created || (nameOf(a.group) < nameOf(b.group) ? -1 : 1));
  const counted = ordered.map(({ group, outcomes, n }) => ({ group, x: outcomes.won, n }));
  const comparable = isComparable(one.id) && (!other || isComparable(other.id));
  const isIn = comparable ? inComparison(one, other, counted) : counted.map(() => false);
  const alike = counted.filter((_, i) => isIn[i]);
  const { test, shares } = comparable
    ? compare(alike, certainty, streamOf(random, one.id, other?.id))
    : notCompared(alike);
  const shareOf = new Map(alike.map(({ group }, i) => [group, shares[i]!]));
  return {
    by: one.id,
    andBy: other?.id ?? null,
    label: breakdownLabel(one.id, other?.id ?? null),
    test,
    curves:
      compare === compareShares && comparable
        ? compareCurves(
            tally,
            alike.map(({ group }) => group),
            certainty.confidence,
          )
        : null,
    groups: ordered.slice(0, MOST_LISTED).map(({ group, created, outcomes, n }) => ({
      name: nameOf(group),
      keys: keysOf(group),
      created,
      ...outcomes,
      winRate: rateOf(outcomes.won, n, certainty.confidence),
      ...(shareOf.get(group) ?? NOT_COMPARED),
      amounts: amounts
        ? {
            won: amounts.sum[group * 4 + WON]!,
            lost: amounts.sum[group * 4 + LOST]!,
            open: amounts.sum[group * 4 + OPEN]!,
          }
        : null,
      medianDaysToWin: quantileOfDays(outcomeDays(tally, WON, group), 0.5),
    })),
    notListed: Math.max(0, ordered.length - MOST_LISTED),
  };
}
