import type { NumberAssumption } from '../../../../core/assumption';
import { initialValues, type UncheckedValue } from '../../../../core/assumptionValues';
import { describeChanges } from '../../../../core/scenario';
import type { Issue } from '../../../../core/issue';
import { wordIssue } from '../../../../report/wording';
import { checkPlans } from '../../checks';
import type { Plan } from '../../plan';
import { parametersOf } from '../parameters';
import { planOfScenario } from '../planScenario';
import type { PlanRemark } from './question';

export interface PlanScenario {
  readonly scenario: Plan;
  readonly parameters: readonly NumberAssumption[];
  readonly words: readonly string[];
  readonly remarks: readonly PlanRemark[];
}

/** A plan with a scenario's changes, what these are in words, and what of it makes no sense. */
export function scenarioOf(plan: Plan, changes: Readonly<Record<string, UncheckedValue>>): PlanScenario {
  const parameters = parametersOf(plan);
  const { value, issues } = planOfScenario({ name: plan.name, baseline: plan.name, changes }, plan);
  const scenario = value ?? plan;
  return {
    scenario,
    parameters,
    words: describeChanges(parameters, initialValues(parameters), initialValues(parametersOf(scenario))),
    remarks: [...issues, ...checkPlans([scenario])].map(remarkOf),
  };
}

function remarkOf(issue: Issue): PlanRemark {
  const { facts } = issue;
  const component = 'component' in facts && facts.component !== '' ? facts.component : null;
  return { component, severity: issue.severity, message: wordIssue(issue) };
}
