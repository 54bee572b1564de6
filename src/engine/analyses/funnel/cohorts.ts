import { isoOf } from '../../core/day';
import type { Deals } from './deals';
import { openRate, rateOf } from './estimates';
import type { CohortFinding } from './finding';
import { byQuarter } from './grouping';
import { outcomesOf, tallyOutcomes } from './outcomeTally';

/**
 * Deals by quarter of creation. A quarter is mature when it is over and every deal of it has been observed for the
 * horizon; before, its rate stays open, because a deal that has had less time has not failed. Quarters without deals
 * are left out.
 */
export function cohortFindings(deals: Deals, horizonDays: number, confidence: number): CohortFinding[] {
  const grouping = byQuarter(deals);
  const tally = tallyOutcomes(deals, grouping, horizonDays);
  return grouping.quarters.flatMap(({ name, from, to }, group) => {
    const { won, lost, open } = outcomesOf(tally, group);
    const created = open + won + lost;
    if (created === 0) return [];
    const dated = created - tally.undated[group]!;
    const mature = to <= deals.asOf && tally.observed[group] === dated;
    return [
      {
        period: name,
        from: isoOf(from),
        to: isoOf(to),
        created,
        won,
        lost,
        open,
        horizonDays,
        mature,
        wonWithin: mature
          ? rateOf(tally.wonWithin[group]!, dated, confidence)
          : openRate(tally.wonSoFar[group]!, dated),
      },
    ];
  });
}
