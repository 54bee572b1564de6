import { initialValues } from '../../../core/assumptionValues';
import type { Outcome } from '../../../core/outcome';
import { applyScenario, describeChanges, type Scenario } from '../../../core/scenario';
import { sameName } from '../../../dataset/values/sameName';
import type { Component, Plan } from '../plan';
import { parametersOf, planWith } from './parameters';

/** A plan with only what differs from its baseline; an unknown or impossible change blocks the whole scenario. */
export function planOfScenario(scenario: Scenario, plan: Plan): Outcome<Plan> {
  const parameters = parametersOf(plan);
  const { value, issues } = applyScenario(scenario, parameters, initialValues(parameters));
  return { value: value && { ...planWith(plan, value), name: scenario.name }, issues };
}

/**
 * "Sales, tier 2: rate: 10% → 12%": one line for each parameter that both plans have and that differs, and one for each
 * component that only one of them has, or that has other tiers or rules.
 */
export function planChanges(from: Plan, to: Plan): readonly string[] {
  const named = (plan: Plan) => new Map(plan.components.map((own) => [sameName(own.name), own]));
  const [before, after] = [named(from), named(to)];
  const otherwise = from.components.filter((own) => {
    const next = after.get(sameName(own.name));
    return next && shapeOf(own) !== shapeOf(next);
  });
  const gone = from.components.filter(({ name }) => !after.has(sameName(name)));
  const added = to.components.filter(({ name }) => !before.has(sameName(name)));
  const comparable: Plan = {
    ...from,
    components: from.components.filter((own) => !gone.includes(own) && !otherwise.includes(own)),
    modifiers: from.modifiers.length === to.modifiers.length ? from.modifiers : [],
  };
  // Modifiers of the whole plan are named after it; the other plan's are the same ones under its own name.
  const values = initialValues(parametersOf({ ...to, name: from.name }));
  const parameters = parametersOf(comparable);
  return [
    ...describeChanges(parameters, initialValues(parameters), values),
    ...otherwise.map(({ name }) => `${name}: other tiers or rules`),
    ...gone.map(({ name }) => `${name}: left out`),
    ...added.map(({ name }) => `${name}: new`),
  ];
}

/** What of a component is no number that can be turned. */
const shapeOf = ({ kind, basis, period, bandsOf, tiers, modifiers, rate, unit }: Component): string =>
  JSON.stringify([
    [kind, basis, period, bandsOf ?? 'attainment', rate === undefined, unit],
    tiers.map((tier) => [tier.unit, tier.how ?? 'marginal', tier.to === undefined]),
    modifiers.map((modifier) => modifier.kind),
  ]);
