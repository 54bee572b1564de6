import type { NumberAssumption } from '../../../../core/assumption';
import { initialValues, type UncheckedValue } from '../../../../core/assumptionValues';
import { describeChanges } from '../../../../core/scenario';
import { issue, type Issue } from '../../../../core/issue';
import { wordIssue } from '../../../../report/wording';
import { remarksOn } from '../../checks';
import type { PlanRemark as CheckRemark } from '../../checks/planCheck';
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
    remarks: [
      ...issues.map((found) => ({ ...WHOLE_PLAN, ...told(found) })),
      // Which other plans there are is not asked: only this one is at hand.
      ...remarksOn([scenario])
        .filter(({ code }) => code !== 'planAlternativeUnknown')
        .map((remark) => placed(scenario, remark)),
    ],
  };
}

const WHOLE_PLAN = { component: null, tier: null, modifier: null, column: null } as const;

const told = (found: Issue): Pick<PlanRemark, 'severity' | 'message'> => ({
  severity: found.severity,
  message: wordIssue(found),
});

/** A remark of the checks with the position of what it is about, so that its sentence can stand beside the field. */
function placed(plan: Plan, { part, column, code, severity, facts }: CheckRemark): PlanRemark {
  const owner = plan.components.findIndex(
    (own) =>
      own === part || own.tiers.some((tier) => tier === part) || own.modifiers.some((row) => row === part),
  );
  const { tiers, modifiers } = plan.components[owner] ?? { tiers: [], modifiers: plan.modifiers };
  const position = (among: readonly object[]): number | null => {
    const at = among.findIndex((one) => one === part);
    return at < 0 ? null : at;
  };
  return {
    component: owner < 0 ? null : owner,
    tier: position(tiers),
    modifier: position(modifiers),
    column: column ?? null,
    // `remark` has checked that the facts are those of the code.
    ...told(issue(code, severity, facts as never)),
  };
}
