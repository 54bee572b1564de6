import type { AssumptionValues } from '../../core/assumption';
import { step, type Circumstances } from '../../core/circumstances';
import type { Place } from '../../core/issue';
import { moneyOf } from '../../core/money';
import { isBlocked, type Outcome } from '../../core/outcome';
import type { Dataset } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { valueOf } from './assumptions';
import { checkPlans } from './checks';
import { checkBook } from './checks/book';
import { evaluate } from './evaluate';
import type { CompensationFinding } from './finding';
import { bookOf } from './fromData/bookOf';
import { sourceOf, type CreditSource } from './fromData/deals';
import { plansOf } from './fromData/plans';
import { INCOME_GOAL } from './modelling/assumptions';
import { modelPlans } from './modelling/modelPlans';
import { planYearIn } from './modelling/planYearIn';
import { wantedBudgets } from './modelling/soughtBudgets';
import { sellingOf } from './modelling/selling';
import { timesSoldIn } from './modelling/timesSold';
import { basisOf, planFinding } from './toFinding';

/**
 * Pay of each person and period under the plans that are there; silent where there is none. What a plan cannot mean
 * blocks, with its cell. Conventions: docs/methods/compensation.md.
 */
export function runCompensation(
  dataset: Dataset,
  values: AssumptionValues,
  circumstances: Circumstances,
  tables: EditedTables,
): Outcome<CompensationFinding> {
  step(circumstances, 0, 'Reading the plans');
  const found = plansOf(dataset, tables);
  if (!found) return { value: undefined, issues: [] };
  const { plans, rowOf, from } = found;
  const issues = [...found.issues, ...checkPlans(plans, rowOf)];
  if (isBlocked(issues) || plans.length === 0) return { value: undefined, issues };

  step(circumstances, 0.1, 'Crediting deals');
  const wanted = valueOf(values, 'payCredits') as 'auto' | CreditSource; // the choices of the assumption
  const { asOf } = circumstances;
  const yearStartMonth = Number(valueOf(values, 'payYearStart'));
  const years = Number(valueOf(values, 'payYears'));
  const { book, issues: credited } = bookOf(dataset, plans, {
    asOf,
    years,
    yearStartMonth,
    source: wanted,
  });
  issues.push(
    ...credited,
    ...checkBook({ plans, book, rowOf, placeOfPerson: (p) => placeOfPerson(dataset, p) }),
  );
  if (isBlocked(issues)) return { value: undefined, issues };

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
      credits: sourceOf(dataset, wanted) ?? null,
      plansFrom: from,
      dealsLeftOut: !listDeals,
    },
    plans: plans.map((plan, i) => planFinding(plan, payouts[i]!, book, listDeals)),
    ...modelPlans(
      {
        plans,
        payouts,
        book,
        year: planYearIn(dataset, plans, { asOf, yearStartMonth, source: wanted }),
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

function placeOfPerson({ people, inputs }: Dataset, person: number): Place | undefined {
  const input = people && inputs[people.origin.table[person]!];
  return input && { source: input.source, sheet: input.sheet, row: people.origin.row[person]! };
}
