import { sameName } from '../../../dataset/values/sameName';
import { modifiersOf, type Plan } from '../plan';
import { remark, type PlanRemark } from './planCheck';

/** A plan has components, each of another name; an alternative names a plan that there is. */
export const names = (plan: Plan, plans: readonly Plan[]): readonly PlanRemark[] => [
  ...(plan.components.length === 0 ? [remark('planWithoutComponents', { plan: plan.name })] : []),
  ...plan.components.flatMap((component, i) =>
    plan.components.slice(0, i).some((other) => sameName(other.name) === sameName(component.name))
      ? [
          remark(
            'planComponentRepeated',
            { plan: plan.name, component: component.name },
            component,
            'component',
          ),
        ]
      : [],
  ),
  ...modifiersOf(plan.modifiers, 'alternativeTo').flatMap((row) =>
    plans.some((other) => other !== plan && sameName(other.name) === sameName(row.measure))
      ? []
      : [remark('planAlternativeUnknown', { plan: plan.name, other: row.measure }, row, 'measure')],
  ),
];
