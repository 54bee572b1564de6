import { sameName } from '../../../dataset/values/sameName';
import { isDealProperty } from '../mechanics/perDeal';
import type { Component, Modifier, Plan } from '../plan';
import { percentText, remark, type PlanCheck, type PlanRemark } from './planCheck';

/** The measures that a modifier looks at, with the column in which each is named. */
function named(modifier: Modifier): readonly { readonly measure: string; readonly column: string }[] {
  if (modifier.kind === 'gate' || modifier.kind === 'weight')
    return [{ measure: modifier.measure, column: 'measure' }];
  if (modifier.kind !== 'multiplier') return [];
  return [
    { measure: modifier.measure, column: 'measure' },
    ...(modifier.and ? [{ measure: modifier.and.measure, column: 'andMeasure' }] : []),
  ];
}

/** Gates, multipliers and scorecards look at components of their plan, multipliers also at properties of deals. */
export const measures: PlanCheck = (plan) => {
  const components = plan.components.map(({ name }) => name);
  const known = new Set(components.map(sameName));
  const unknown = (owner: string, modifier: Modifier): readonly PlanRemark[] =>
    named(modifier).flatMap(({ measure, column }) => {
      const deal = modifier.kind === 'multiplier' && isDealProperty(measure);
      if (deal || known.has(sameName(measure))) return [];
      const choices =
        modifier.kind === 'multiplier' ? [...components, 'Margin', 'Term', 'Amount'] : components;
      const facts = { plan: plan.name, component: owner, measure, known: choices };
      return [remark('planMeasureUnknown', facts, modifier, column)];
    });
  return [
    ...plan.components.flatMap((component) => [
      ...component.modifiers.flatMap((modifier) => unknown(component.name, modifier)),
      ...weightsOf(plan, component),
    ]),
    ...plan.modifiers.flatMap((modifier) => unknown('', modifier)),
  ];
};

/** The weights of a scorecard are all of it. */
function weightsOf(plan: Plan, component: Component): readonly PlanRemark[] {
  if (component.kind !== 'scorecard') return [];
  const sum = component.modifiers.reduce((all, row) => all + (row.kind === 'weight' ? row.value : 0), 0);
  if (Math.abs(sum - 1) < 1e-9) return [];
  const facts = { plan: plan.name, component: component.name, sum: percentText(sum) };
  return [remark('planWeightsNotWhole', facts, component, 'component', sum === 0 ? 'blocking' : 'warning')];
}
