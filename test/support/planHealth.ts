import type { CompensationBook } from '../../src/engine/analyses/compensation/book';
import { evaluate } from '../../src/engine/analyses/compensation/evaluate';
import type { PlanModel } from '../../src/engine/analyses/compensation/modelling/finding';
import { modelPlans } from '../../src/engine/analyses/compensation/modelling/modelPlans';
import { wholeBook } from '../../src/engine/analyses/compensation/modelling/planYear';
import type { Plan } from '../../src/engine/analyses/compensation/plan';
import type { AssumptionValues } from '../../src/engine/core/assumption';
import { asOf } from './circumstances';
import type { WantedBudget } from '../../src/engine/analyses/compensation/modelling/soughtBudgets';
import { bookWith } from './compensation';

/** Nothing known of how anyone sells. */
export const SELLING = { dealSize: null, winRate: null, activitiesPerDeal: null, weeks: 52 };

/** Three people with a quota of 500,000, a target pay of 100,000 and a base of 50,000 for the year 2026. */
export const TEAM: CompensationBook = bookWith({
  people: [1, 2, 3].map(() => ({ target: 10_000_000, base: 5_000_000 })),
  quota: 500_000,
});

/** Everything that is modelled of plans, as of the end of 2025: nothing is over yet. */
export const modelled = (
  plans: readonly Plan[],
  values: AssumptionValues = {},
  book: CompensationBook = TEAM,
  day = '2025-12-31',
  wanted: readonly WantedBudget[] = [],
) =>
  modelPlans(
    {
      plans,
      payouts: plans.map((plan) => evaluate(plan, book)),
      book,
      year: wholeBook(book),
      selling: SELLING,
      income: null,
      wanted,
    },
    { payRuns: 200, ...values },
    asOf(day),
  );

export const modelOf = (plan: Plan, values: AssumptionValues = {}): PlanModel =>
  modelled([plan], values).models[0]!;
