import type { Payout } from '../payout';
import { meanAttainment, shareAtLeast } from './attainment';
import type { PlanCost } from './cost';
import type { CostModel, ModelledPlan } from './costModel';
import type { PlanModel, SpreadFinding, TypicalPay } from './finding';
import { healthOf } from './health';
import type { ComponentHealth, HealthFinding } from './health/finding';
import { needForIncome } from './incomeGoal';
import type { ModellingInput } from './modelPlans';
import { spendByObjective } from './objectives';
import { monthsOfYear } from './planYear';
import { curveOfTerm } from './payAtAttainment';
import { payMixOf } from './payMix';
import { summedCurve } from './payoutCurve';
import { leadOf } from './payTerms';
import { planCurveOf, typicalPerson } from './planCurve';

/** Incomes of a person of whom nothing is wanted yet: on target, and a quarter and a half more. */
const INCOMES = [1, 1.25, 1.5];

/** One plan: its cost, what it pays a typical person, what it serves, and what is wrong with it. */
export function planModelOf(
  { year, selling, income }: ModellingInput,
  model: CostModel,
  modelled: ModelledPlan,
  payout: Payout,
  cost: PlanCost,
  inForce: boolean,
): { readonly model: PlanModel; readonly health: readonly HealthFinding[] } {
  const { plan, prepared, terms } = modelled;
  const { book } = year;
  const spend = spendByObjective(plan, payout);
  const common = {
    plan: plan.name,
    inForce,
    people: prepared.applies.filter(Boolean).length,
    spreads: spreadsOf(modelled, model),
    cost,
    objectives: spend,
  };
  const person = typicalPerson(modelled, year);
  const lead = model.series[modelled.seriesOf[leadOf(terms)] ?? 0];
  if (person === undefined || !lead) return { model: { ...common, typical: null }, health: [] };
  const curve = planCurveOf(modelled, model, year, person);
  const base = ((book.people[person]?.base ?? 0) * monthsOfYear(year)) / 12;
  const mix = payMixOf(curve, base, lead.spread.model);
  const components = terms.flatMap(({ component, days }, c): readonly ComponentHealth[] => {
    if (component.kind === 'measure' || component.kind === 'contest') return [];
    const own = days.flatMap((day) => day.terms[person] ?? []);
    // Other measures as good as wanted: a closed gate is no threshold of this component.
    const curves = own.map((term) => curveOfTerm(component, term, () => () => 1, book.credits));
    return [
      {
        name: component.name,
        curve: summedCurve(curves),
        model: model.series[modelled.seriesOf[c]!]!.spread.model,
      },
    ];
  });
  const wanted = [...INCOMES.map((times) => times * mix.ote), ...(income === null ? [] : [income])];
  const typical: TypicalPay = {
    person: book.people[person]!.name,
    components: terms.map(({ component }) => component.name),
    points: curve.points,
    cliffs: curve.cliffs,
    mix,
    selling,
    incomes: wanted.map((one) => needForIncome(one, base, curve, selling)),
  };
  const health = healthOf({
    modelled,
    curve,
    components,
    model: lead.spread.model,
    cost,
    mix,
    spend,
  });
  return { model: { ...common, typical }, health };
}

function spreadsOf({ terms, seriesOf }: ModelledPlan, { series }: CostModel): readonly SpreadFinding[] {
  return [...new Set(seriesOf)].map((s) => {
    const { spread, history, source } = series[s]!;
    const { model, together, persistent } = spread;
    return {
      components: terms.flatMap(({ component }, c) => (seriesOf[c] === s ? [component.name] : [])),
      source,
      seen: history.length,
      kind: model.kind,
      mean: meanAttainment(model),
      sigma: model.kind === 'lognormal' ? model.distribution.sigma : null,
      zero:
        model.kind === 'lognormal'
          ? model.distribution.zero
          : model.values.filter((a) => a === 0).length / model.values.length,
      atQuota: shareAtLeast(model, 1),
      together,
      persistent,
    };
  });
}
