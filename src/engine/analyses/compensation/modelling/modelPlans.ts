import { sameName } from '../../../dataset/values/sameName';
import type { AssumptionValues } from '../../../core/assumption';
import { step, type Circumstances } from '../../../core/circumstances';
import { CONFIDENCE } from '../../../report/liveRate';
import type { CompensationBook } from '../book';
import type { Payout } from '../payout';
import { modifiersOf, type Plan } from '../plan';
import { usesQuota } from '../checks/usesQuota';
import { modellingCents, modellingValue } from './assumptions';
import { comparedPlans } from './comparedPlans';
import { contestCost } from './contestCost';
import type { SimulatedCost } from './cost';
import { costDifference } from './costDifference';
import type { CostModel } from './costModel';
import { teamFairness } from './teamFairness';
import type { ModellingFinding, ModellingLimit, PlanComparison, PlanModel } from './finding';
import type { Selling } from './incomeGoal';
import { looksAtDeals } from './payAtAttainment';
import type { ComponentTerms } from './payTerms';
import { deskOf } from './planDesk';
import type { PlanYear } from './planYear';
import { planModelOf } from './planModel';
import { quotaFindingOf } from './quotaFinding';
import type { SpreadChoice } from './series';
import { soughtBudgets, type WantedBudget } from './soughtBudgets';
import { tornadoOf } from './tornado';
import { yearCosts } from './yearCosts';

/** Runs of the tornado and of seeking: differences on one draw, which need fewer. */
const LEVER_RUNS = 500;

export interface ModellingInput {
  /** At least one, alternatives included. */
  readonly plans: readonly Plan[];
  /** What each pays on the book as it is. */
  readonly payouts: readonly Payout[];
  readonly book: CompensationBook;
  /** The plan year that is costed: it may go on after the book's last period. */
  readonly year: PlanYear;
  readonly selling: Selling;
  /** Total income a person wants in the plan year, in cents; null without one. */
  readonly income: number | null;
  readonly wanted: readonly WantedBudget[];
  /** Under a what-if so many times as much as measured is sold; absent: as measured. */
  readonly timesSold?: number;
}

/** @param times as much as measured is sold under a what-if */
export const spreadChoice = (values: AssumptionValues, times = 1): SpreadChoice => ({
  times,
  mean: modellingValue(values, 'payMeanAttainment'),
  sigma: modellingValue(values, 'paySpread'),
});

/** All that is modelled of the plans of a book; conventions: docs/methods/compensation.md. */
export function modelPlans(
  input: ModellingInput,
  values: AssumptionValues,
  circumstances: Circumstances,
): ModellingFinding {
  const { plans, payouts, book, year, wanted, timesSold = 1 } = input;
  const { asOf, random } = circumstances;
  const runs = modellingValue(values, 'payRuns');
  const choice = spreadChoice(values, timesSold);
  const desk = deskOf(year);
  step(circumstances, 0, 'Costing the plans');
  const { model, inForce, plans: costs, all } = yearCosts(plans, desk, choice, runs, circumstances);
  const found = model.plans.map((modelled, p) =>
    planModelOf(input, model, modelled, payouts[p]!, costs[p]!.cost, inForce[p]!),
  );
  const models = found.map((one) => one.model);
  step(circumstances, 0.4, 'Turning every rate up and down');
  const first = Math.max(0, inForce.indexOf(true));
  const main = plans[first]!;
  const tornado = tornadoOf(main, desk, asOf, choice, Math.min(runs, LEVER_RUNS), random);
  step(circumstances, 0.9, 'Comparing plans');
  const budget = modellingCents(values, 'payBudget');
  const usual = modellingValue(values, 'spiffUsual');
  const contest = {
    prize: modellingCents(values, 'spiffPrize') ?? 0,
    fixed: modellingCents(values, 'spiffFixed') ?? 0,
    usual,
    lift: modellingValue(values, 'spiffLift'),
    margin: modellingCents(values, 'spiffMargin') ?? 0,
  };
  return {
    models,
    cost: {
      ...all.cost,
      timesSold,
      runs,
      budget,
      overBudget: budget === null ? null : all.totals.filter((cost) => cost > budget).length / runs,
    },
    tornado: { plan: main.name, bars: tornado.bars },
    comparison: comparisonsOf(input, costs),
    curve: (models[first]!.typical?.points ?? []).map(({ attainment, payout }) => ({ attainment, payout })),
    health: found.flatMap(({ model: { plan }, health }) => health.map((one) => ({ ...one, plan }))),
    fairness: teamFairness(
      book,
      plans.flatMap((plan, p) => (inForce[p] ? [{ plan, payout: payouts[p]! }] : [])),
      Number(values[CONFIDENCE] ?? 0.95),
    ),
    quotas: quotaFindingOf(model, year, values, asOf),
    seeks: soughtBudgets(wanted, plans, main, {
      desk,
      asOf,
      choice,
      runs: Math.min(runs, LEVER_RUNS),
      random,
    }),
    contest: usual > 0 ? { ...contest, ...contestCost(contest) } : null,
    modelLimits: limitsOf(model, models),
  };
}

function comparisonsOf(
  { plans, payouts, book }: ModellingInput,
  costs: readonly SimulatedCost[],
): readonly PlanComparison[] {
  return plans.flatMap((plan, b) => {
    const [alternative] = modifiersOf(plan.modifiers, 'alternativeTo');
    const a = plans.findIndex(({ name }) => sameName(name) === sameName(alternative?.measure ?? ''));
    if (!alternative || a < 0) return [];
    const [before, after] = [costs[a]!, costs[b]!];
    const expected = {
      a: before.cost.mean,
      b: after.cost.mean,
      ...costDifference(before.totals, after.totals),
    };
    return [comparedPlans(plans[a]!, plan, payouts[a]!, payouts[b]!, book, expected)];
  });
}

/** Quotas that a component needs are there for some of its pay days, and for its last one not. */
function quotasEnd({ component, days }: ComponentTerms): boolean {
  if (!usesQuota(component)) return false;
  const has = days.map(({ terms }) => terms.some((term) => term !== null && term.facts.quota !== null));
  return has.includes(true) && has[has.length - 1] === false;
}

function limitsOf({ plans, series }: CostModel, models: readonly PlanModel[]): readonly ModellingLimit[] {
  const spreads = models.flatMap((model) => model.spreads);
  const components = plans.flatMap(({ terms }) => terms.map(({ component }) => component));
  const modifiers = plans.flatMap(({ plan }) => plan.modifiers);
  const limits: readonly (readonly [ModellingLimit, boolean])[] = [
    ['noAttainments', spreads.some(({ source }) => source === 'assumed')],
    ['fewAttainments', spreads.some(({ kind }) => kind === 'observed')],
    ['quotasEnd', plans.some(({ terms }) => terms.some(quotasEnd))],
    ['dealByDeal', components.some(looksAtDeals)],
    ['recoverableDraw', modifiers.some((m) => m.kind === 'draw' || m.kind === 'holdback')],
    ['clawbackLeftOut', modifiers.some(({ kind }) => kind === 'clawback')],
    ['measuresApart', series.length > 1],
  ];
  return limits.flatMap(([limit, holds]) => (holds ? [limit] : []));
}
