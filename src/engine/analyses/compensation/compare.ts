import type { Outcome } from '../../core/outcome';
import { compared, type Comparer, type Figure } from '../comparison';
import type { Supposed } from '../levers';
import type { Work } from '../questions';
import type { CompensationFinding } from './finding';
import { payGroundOf } from './ground';
import { modellingValue } from './modelling/assumptions';
import type { PlanCost } from './modelling/cost';
import { costDifference } from './modelling/costDifference';
import { drawAlike } from './modelling/drawAttainment';
import { spreadChoice } from './modelling/modelPlans';
import { deskOf } from './modelling/planDesk';
import { planYearIn } from './modelling/planYearIn';
import { timesSoldIn } from './modelling/timesSold';
import { yearCosts, type YearCosts } from './modelling/yearCosts';

const COST = 'cost';

const figuresOf = ({ mean, p90 }: Pick<PlanCost, 'mean' | 'p90'>): readonly Figure[] => [
  { id: COST, label: 'Expected cost of the plans', format: 'money', value: mean },
  { id: 'costHigh', label: 'Cost of the plans, 90th percentile', format: 'money', value: p90 },
];

/**
 * A scenario costed on the very years of the run: the difference is told year by year. Where it changes what is drawn (the
 * periods of the plan year, or whether there is history to draw from), nothing is told of the difference's spread.
 */
export function comparePay(work: Work, { cost }: CompensationFinding): Comparer {
  const baseline = figuresOf(cost);
  // The years of the run are simulated again only if some scenario asks for them.
  let before: YearCosts | undefined;
  return {
    baseline,
    under: (supposed) => {
      const { value: after, issues } = costsUnder(work, supposed);
      if (!after) return { value: undefined, issues };
      before ??= costsUnder(work, work).value;
      const spread =
        before && drawAlike(before.model.spread, after.model.spread)
          ? costDifference(before.all.totals, after.all.totals)
          : null;
      const figures = figuresOf(after.all.cost);
      return {
        value: baseline.map((figure, i) =>
          compared(figure, figures[i]!.value, figure.id === COST ? spread : null),
        ),
        issues,
      };
    },
  };
}

function costsUnder({ dataset, circumstances }: Work, { values, tables }: Supposed): Outcome<YearCosts> {
  const { asOf } = circumstances;
  const { value: ground, issues } = payGroundOf(dataset, values, asOf, tables);
  if (!ground) return { value: undefined, issues };
  const { plans, choices } = ground;
  const desk = deskOf(planYearIn(dataset, plans, choices));
  const choice = spreadChoice(values, timesSoldIn(dataset, values, tables, asOf));
  return { value: yearCosts(plans, desk, choice, modellingValue(values, 'payRuns'), circumstances), issues };
}
