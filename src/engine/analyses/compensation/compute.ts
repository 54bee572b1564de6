import type { AssumptionValues } from '../../core/assumption';
import { step, type Circumstances } from '../../core/circumstances';
import { moneyOf } from '../../core/money';
import type { Outcome } from '../../core/outcome';
import type { Dataset } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { evaluate } from './evaluate';
import type { CompensationFinding } from './finding';
import { sourceOf } from './fromData/deals';
import { payGroundOf } from './ground';
import { INCOME_GOAL } from './modelling/assumptions';
import { modelPlans } from './modelling/modelPlans';
import { planYearIn } from './modelling/planYearIn';
import { wantedBudgets } from './modelling/soughtBudgets';
import { sellingOf } from './modelling/selling';
import { timesSoldIn } from './modelling/timesSold';
import { basisOf, planFinding } from './toFinding';

/**
 * Pay of each person and period under the plans that are there; silent where there is none.
 * Conventions: docs/methods/compensation.md.
 */
export function runCompensation(
  dataset: Dataset,
  values: AssumptionValues,
  circumstances: Circumstances,
  tables: EditedTables,
): Outcome<CompensationFinding> {
  const { asOf } = circumstances;
  step(circumstances, 0, 'Crediting deals');
  const { value: ground, issues } = payGroundOf(dataset, values, asOf, tables);
  if (!ground) return { value: undefined, issues };
  const { plans, from, book, choices } = ground;

  step(circumstances, 0.4, 'Working out payouts');
  const payouts = plans.map((plan) => evaluate(plan, book));
  const parts = payouts.reduce(
    (all, { lines }) =>
      all + lines.reduce((n, { slices }) => n + slices.reduce((m, s) => m + s.deals.length, 0), 0),
    0,
  );
  const listDeals = parts <= MOST_DEAL_PARTS;
  const value: CompensationFinding = {
    basis: {
      ...basisOf(book, asOf),
      credits: sourceOf(dataset, choices.source) ?? null,
      plansFrom: from,
      dealsLeftOut: !listDeals,
    },
    plans: plans.map((plan, i) => planFinding(plan, payouts[i]!, book, listDeals)),
    ...modelPlans(
      {
        plans,
        payouts,
        book,
        year: planYearIn(dataset, plans, choices),
        selling: sellingOf(dataset, asOf),
        timesSold: timesSoldIn(dataset, values, tables, asOf),
        income: moneyOf(Number(values[INCOME_GOAL] ?? 0)) || null,
        wanted: wantedBudgets(tables),
      },
      values,
      { ...circumstances, progress: (share, what) => circumstances.progress(0.5 + share / 2, what) },
    ),
  };
  step(circumstances, 1, 'Done');
  return { value, issues };
}

/** More parts of deals than this are no list that anyone reads, and would be most of the findings file. */
const MOST_DEAL_PARTS = 50_000;
