import type { RandomSource } from '../../core/random';
import { issue, type Issue } from '../../core/issue';
import type { Dataset } from '../../dataset/dataset';
import type { FunnelAssumptions } from './assumptions';
import {
  breakdownLabel,
  breakdownOf,
  groupsOf,
  MOST_GROUPS,
  type Breakdown,
  type Grouped,
} from './breakdown';
import { testShares } from './compareShares';
import { dimensionLabel, groupingBy, isPeriod, type DimensionId } from './dimensions';
import type { Ground } from './ground';

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
    if (isPeriod(id) || (asked?.by === id && asked.andBy === null)) return [];
    const grouping = groupingBy(id, dataset, deals);
    return grouping && grouping.size > 1 && grouping.size <= MOST_UNASKED
      ? [
          breakdownOf(
            { id, grouping },
            null,
            deals,
            amount,
            certaintyOf(assumptions),
            random.stream(id),
            testShares,
          ),
        ]
      : [];
  });

export const certaintyOf = ({ confidence, rankCertainty }: FunnelAssumptions) => ({
  confidence,
  certainty: rankCertainty,
});
