import { attainmentFor } from './payoutCurve';
import type { PlanCurve } from './planCurve';

/** What an income takes (C11), over the plan year; null where it is not known, or never reached. Money in cents. */
export interface IncomeNeed {
  readonly income: number;
  readonly payout: number;
  readonly attainment: number | null;
  readonly credit: number | null;
  readonly deals: number | null;
  readonly newDeals: number | null;
  readonly activitiesPerWeek: number | null;
}

/** How a person sells, as far as the data tell. */
export interface Selling {
  /** Mean credit of a won deal, in cents. */
  readonly dealSize: number | null;
  readonly winRate: number | null;
  /** Activities for each new deal. */
  readonly activitiesPerDeal: number | null;
  /** Weeks in which it has to be done. */
  readonly weeks: number;
}

/** From an income back to attainment, deals, new deals and activities a week: the least attainment that pays as much. */
export function needForIncome(
  income: number,
  base: number,
  { curve, volume }: Pick<PlanCurve, 'curve' | 'volume'>,
  { dealSize, winRate, activitiesPerDeal, weeks }: Selling,
): IncomeNeed {
  const payout = Math.max(0, income - base);
  const attainment = attainmentFor(curve, payout);
  const over = (value: number | null, by: number | null): number | null =>
    value === null || by === null || !(by > 0) ? null : value / by;
  const credit = attainment === null ? null : attainment * volume;
  const deals = over(credit, dealSize);
  const newDeals = over(deals, winRate);
  return {
    income,
    payout,
    attainment,
    credit,
    deals,
    newDeals,
    activitiesPerWeek:
      newDeals === null || activitiesPerDeal === null ? null : over(newDeals * activitiesPerDeal, weeks),
  };
}
