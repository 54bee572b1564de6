import type { RandomSource } from '../../core/random';
import { issue, type Issue } from '../../core/issue';
import type { Dataset } from '../../dataset/dataset';
import { wordIssue } from '../../report/wording';
import type { Answerer, Work } from '../questions';
import { readAssumptions, type FunnelAssumptions } from './assumptions';
import {
  breakdownLabel,
  breakdownOf,
  groupsOf,
  MOST_GROUPS,
  type Breakdown,
  type Grouped,
} from './breakdown';
import { testShares, type Certainty } from './compareShares';
import { dimensionLabel, groupingBy, isComparable, type DimensionId } from './dimensions';
import { groundOf, type Ground } from './ground';

/** A column with more values than this is looked at when somebody asks for it. */
const MOST_UNASKED = 50;

/** The break-down that was asked for; undefined for none, with an issue where the data do not have it. */
export function askedBreakdown(
  dataset: Dataset,
  { deals, amount, canWeigh }: Ground,
  assumptions: FunnelAssumptions,
  random: RandomSource,
): { readonly asked: Breakdown | undefined; readonly issues: readonly Issue[] } {
  const { breakdownBy, breakdownAndBy } = assumptions;
  const issues: Issue[] = [];
  const grouped = (id: DimensionId | 'none'): Grouped | null => {
    if (id === 'none') return null;
    const grouping = id === 'size' && !canWeigh ? undefined : groupingBy(id, dataset, deals);
    if (!grouping) issues.push(issue('breakdownFieldMissing', 'note', { label: dimensionLabel(id) }));
    return grouping ? { id, grouping } : null;
  };
  const first = grouped(breakdownBy);
  const second = breakdownAndBy === breakdownBy ? null : grouped(breakdownAndBy);
  const [one, other] = first ? [first, second] : [second, null];
  if (!one) return { asked: undefined, issues };
  if (groupsOf(one, other) > MOST_GROUPS) {
    const facts = { label: breakdownLabel(one.id, other?.id ?? null), groups: groupsOf(one, other) };
    return { asked: undefined, issues: [...issues, issue('breakdownTooFine', 'note', facts)] };
  }
  return { asked: breakdownOf(one, other, deals, amount, certaintyOf(assumptions), random), issues };
}

/** By every other column with a few values: whether they differ, without a look at each group. */
export const otherBreakdowns = (
  dataset: Dataset,
  { deals, amount }: Ground,
  dimensions: readonly DimensionId[],
  asked: Breakdown | undefined,
  assumptions: FunnelAssumptions,
  random: RandomSource,
): readonly Breakdown[] =>
  dimensions.flatMap((id) => {
    if (!isComparable(id) || (asked?.by === id && asked.andBy === null)) return [];
    const grouping = groupingBy(id, dataset, deals);
    return grouping && grouping.size > 1 && grouping.size <= MOST_UNASKED
      ? [breakdownOf({ id, grouping }, null, deals, amount, certaintyOf(assumptions), random, testShares)]
      : [];
  });

export const certaintyOf = ({
  confidence,
  rankCertainty,
  minimumForPercent,
}: FunnelAssumptions): Certainty => ({
  confidence,
  certainty: rankCertainty,
  minimum: minimumForPercent,
});

/** The source of all comparisons of groups. */
export const groupsStream = (random: RandomSource): RandomSource => random.stream('groups');

/** Which columns to break down by: one, or two at a time. */
export interface BreakdownQuestion {
  readonly by: DimensionId;
  readonly andBy: DimensionId | null;
}
export interface BreakdownAnswer {
  /** Undefined where the data do not have the columns, or they make too many pairs. */
  readonly breakdown: Breakdown | undefined;
  /** What is left out of the answer and why, in words. */
  readonly left: readonly string[];
}

/** Answers break-downs from the data of the last run: the deals are worked out once, with the first of them. */
export function breakdownAnswers({ dataset, values, tables, circumstances }: Work): Answerer<'funnel'> {
  const { opportunities } = dataset;
  if (!opportunities) return () => ({ breakdown: undefined, left: [] });
  const assumptions = readAssumptions(values);
  const ground = groundOf({ ...dataset, opportunities }, assumptions, tables, circumstances.asOf);
  return ({ by, andBy }) => {
    const chosen = { ...assumptions, breakdownBy: by, breakdownAndBy: andBy ?? 'none' } as const;
    const { asked, issues } = askedBreakdown(dataset, ground, chosen, groupsStream(circumstances.random));
    return { breakdown: asked, left: issues.map(wordIssue) };
  };
}
