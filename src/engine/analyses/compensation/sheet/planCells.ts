import { cellOf } from '../../../report/formula';
import type { Ref } from '../../../report/report';
import type { Component, Modifier, Plan, Tier } from '../plan';
import type { ModifierColumn } from '../planRows/modifierColumns';

/** Where the numbers of plans stand on the sheet "Leadline Plan", so that formulas read them there. */
export interface PlanCells {
  readonly component: (component: Component, column: 'rate' | 'weight' | 'target') => Ref;
  readonly tier: (tier: Tier, column: 'from' | 'to' | 'rate') => Ref;
  readonly modifier: (modifier: Modifier, column: ModifierColumn | 'andFrom' | 'andTo') => Ref;
}

/** The rows stand in the order in which `planTables` writes them. A part of another plan has no cell: a mistake of ours. */
export function planCells(plans: readonly Plan[]): PlanCells {
  const rows = new Map<object, number>();
  let [components, tiers, modifiers] = [0, 0, 0];
  for (const plan of plans) {
    for (const component of plan.components) {
      rows.set(component, components++);
      for (const tier of component.tiers) rows.set(tier, tiers++);
    }
    for (const component of plan.components)
      for (const modifier of component.modifiers) rows.set(modifier, modifiers++);
    for (const modifier of plan.modifiers) rows.set(modifier, modifiers++);
  }
  const cell =
    (table: string) =>
    (part: object, column: string): Ref => {
      const row = rows.get(part);
      if (row === undefined) throw new Error(`The plan sheet has no row for ${JSON.stringify(part)}.`);
      return cellOf(table, column, row);
    };
  return {
    component: cell('planComponents'),
    tier: cell('planTiers'),
    modifier: cell('planModifiers'),
  };
}
