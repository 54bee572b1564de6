import type { Day } from '../../../core/day';
import { LOST, WON, type Dataset } from '../../../dataset/dataset';
import { dealsAsOf, NOT_YET } from '../../funnel/deals';
import type { Selling } from './incomeGoal';

/** Weeks of a plan year. */
const WEEKS = 52;

/** How the team sells, from its opportunities and activities as of the day; what the data do not tell is null. */
export function sellingOf(dataset: Dataset, asOf: Day): Selling {
  const { opportunities, history, stages, activities } = dataset;
  if (!opportunities) return { dealSize: null, winRate: null, activitiesPerDeal: null, weeks: WEEKS };
  const deals = dealsAsOf(opportunities, history, stages, asOf);
  let [won, lost, created, cents, priced] = [0, 0, 0, 0, 0];
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] === NOT_YET) continue;
    created++;
    if (deals.outcome[i] === LOST) lost++;
    if (deals.outcome[i] !== WON) continue;
    won++;
    const amount = opportunities.amount[i]!;
    if (!(amount > 0)) continue;
    cents += amount;
    priced++;
  }
  let done = 0;
  if (activities)
    for (let i = 0; i < activities.count; i++)
      if (activities.date[i]! < asOf + 1) done += Math.max(0, activities.quantity[i]! || 0);
  return {
    dealSize: priced > 0 ? cents / priced : null,
    winRate: won + lost > 0 ? won / (won + lost) : null,
    activitiesPerDeal: created > 0 && done > 0 ? done / created : null,
    weeks: WEEKS,
  };
}
