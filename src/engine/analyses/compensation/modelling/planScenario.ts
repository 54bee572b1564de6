import { initialValues } from '../../../core/assumptionValues';
import type { Outcome } from '../../../core/outcome';
import { applyScenario, describeChanges, type Scenario } from '../../../core/scenario';
import type { Plan } from '../plan';
import { parametersOf, planWith } from './parameters';

/** A plan with only what differs from its baseline; an unknown or impossible change blocks the whole scenario. */
export function planOfScenario(scenario: Scenario, plan: Plan): Outcome<Plan> {
  const parameters = parametersOf(plan);
  const { value, issues } = applyScenario(scenario, parameters, initialValues(parameters));
  return { value: value && { ...planWith(plan, value), name: scenario.name }, issues };
}

/** "Sales, tier 2: rate: 10% → 12%", one line for each parameter that both plans have and that differs. */
export function planChanges(from: Plan, to: Plan): readonly string[] {
  const parameters = parametersOf(from);
  return describeChanges(parameters, initialValues(parameters), initialValues(parametersOf(to)));
}
