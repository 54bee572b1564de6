import { cellOf } from '../../../report/formula';
import type { Ref } from '../../../report/report';
import type { PayFinding } from '../finding';
import type { Component, Modifier, Tier } from '../plan';
import type { ModifierColumn } from '../planRows/modifierColumns';
import { PLAN_COMPONENTS, PLAN_MODIFIERS, PLAN_TIERS } from '../planRows/planTables';

/** Where the numbers of plans stand on the sheet "Leadline Plan", so that formulas read them there. */
export interface PlanCells {
  readonly component: (component: Component, column: 'rate' | 'weight' | 'target') => Ref;
  readonly tier: (tier: Tier, column: 'from' | 'to' | 'rate') => Ref;
  readonly modifier: (modifier: Modifier, column: ModifierColumn | 'andFrom' | 'andTo') => Ref;
}

/**
 * The id of a plan table on the sheet "Leadline Plan". Hosts read the editable tables back by theirs; plans that stand on
 * a sheet of the user's are shown under another, or the next run would take the copy for the plan.
 */
export const planTableId = (id: string, { plansFrom }: PayFinding['basis']): string =>
  plansFrom === 'tables' ? id : `${id}Shown`;

/** The rows stand in the order in which `planTables` writes them. A part of another plan has no cell: a mistake of ours. */
export function planCells({ plans, basis }: PayFinding): PlanCells {
  const rows = new Map<object, number>();
  let [components, tiers, modifiers] = [0, 0, 0];
  for (const { document: plan } of plans) {
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
      return cellOf(planTableId(table, basis), column, row);
    };
  return {
    component: cell(PLAN_COMPONENTS.id),
    tier: cell(PLAN_TIERS.id),
    modifier: cell(PLAN_MODIFIERS.id),
  };
}
