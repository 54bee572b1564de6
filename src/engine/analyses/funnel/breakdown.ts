import type { TextColumn } from '../../dataset/dataset';
import { BREAKDOWNS } from './assumptions';
import type { BreakdownBy } from './assumptions';
import type { Deals } from './deals';
import { rateOf } from './estimates';
import type { BreakdownGroup, FunnelFinding } from './finding';
import { byText } from './grouping';
import { outcomesOf, tallyOutcomes } from './outcomeTally';

/** Outcomes by the values of a column, the largest group first, equal ones by name. */
export function breakdownBy(
  by: BreakdownBy,
  column: TextColumn,
  deals: Deals,
  horizonDays: number,
  confidence: number,
): FunnelFinding['breakdown'] {
  const grouping = byText(column);
  const tally = tallyOutcomes(deals, grouping, horizonDays);
  const groups = grouping.names
    .map((name, group): BreakdownGroup => {
      const { won, lost, open } = outcomesOf(tally, group);
      return {
        name,
        created: won + lost + open,
        won,
        lost,
        open,
        winRate: rateOf(won, won + lost, confidence),
      };
    })
    .filter(({ created }) => created > 0)
    .sort((a, b) => b.created - a.created || (a.name < b.name ? -1 : 1));
  return { by, label: BREAKDOWNS[by], groups };
}
