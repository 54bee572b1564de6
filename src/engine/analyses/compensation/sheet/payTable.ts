import type { CellContent, Column, Ref } from '../../../report/report';
import { cellOf, thisRow } from '../../../report/formula';
import { sameName } from '../../../dataset/values/sameName';
import type { Facts, Measures } from '../facts';
import type { ComponentFinding, LineFinding, PlanFinding } from '../finding';
import { modifiersOf, type Component } from '../plan';
import { expr, type Expr } from './expr';
import type { PlanCells } from './planCells';

/** One row of a component's table: one person in one period in which the component is paid. */
export interface PayRow {
  readonly line: LineFinding;
  readonly own: ComponentFinding;
  readonly facts: Facts;
  readonly measures: Measures;
  /** A cell with the attainment of a component in the same period; its value where that has no row of its own. */
  readonly attainmentCell: (component: string) => Expr;
}

/** A column of a component's table. */
export interface PayColumn {
  readonly column: Column;
  readonly cell: (row: PayRow) => CellContent;
}

/** An amount on the way to the pay: how a formula says it, and what the engine says, in cents. */
export interface Amount {
  readonly says: Expr;
  readonly value: (row: PayRow) => number;
}

/** A mechanic's part of the table: its columns, and the amount that it leaves. */
export interface Stage {
  readonly columns: readonly PayColumn[];
  readonly amount: Amount;
}

/** What every mechanic's columns may look at. */
export interface PayTableContext {
  /** As evaluated: modifiers of the whole plan included. */
  readonly component: Component;
  /** As it stands in the plan, whose cells are known. */
  readonly written: Component;
  readonly cells: PlanCells;
  /** A tier that is to be read as one without an upper end. */
  readonly endless?: Component['tiers'][number];
}

export const CREDITED = thisRow('credited');
export const QUOTA = thisRow('quota');
export const TARGET = thisRow('target');
export const ATTAINMENT = thisRow('attainment');

export const tableId = (plan: number, component: number): string => `pay${plan + 1}x${component + 1}`;

/** Ids of columns are letters and digits; several of a kind are numbered. */
export const columnRef = (id: string): Ref => thisRow(id);

/** Whether a component credits counts of things, so that its credit is no money. */
export const isCount = ({ basis }: Component): boolean => basis === 'units' || basis === 'deals';

/** The rows of a plan's components: which lines each has, so that a cell of another component is found. */
export function payRows(
  plan: PlanFinding,
  p: number,
  components: readonly Component[],
): readonly (readonly PayRow[])[] {
  const rowAt = components.map((_, c) => {
    let next = 0;
    return plan.people.map((line) => (line.components[c]!.due ? next++ : -1));
  });
  return components.map((component, c) =>
    plan.people.flatMap((line, l): readonly PayRow[] => {
      const own = line.components[c]!;
      if (!own.due) return [];
      const find = (name: string): number =>
        components.findIndex((other) => sameName(other.name) === sameName(name));
      const attainment = (name: string): number | null => {
        const other = find(name);
        // A scorecard is no measure of another one.
        if (other < 0 || (components[other]!.kind === 'scorecard' && component.kind === 'scorecard'))
          return null;
        return line.components[other]!.attainment;
      };
      return [
        {
          line,
          own,
          facts: factsOf(component, own, plan, l, c),
          measures: { attainment },
          attainmentCell: (name) => {
            const other = find(name);
            if (other === c) return [ATTAINMENT];
            const row = other < 0 ? -1 : rowAt[other]![l]!;
            const value = attainment(name);
            return row >= 0 && value !== null
              ? [cellOf(tableId(p, other), 'attainment', row)]
              : expr`${value === null ? '""' : value}`;
          },
        },
      ];
    }),
  );
}

/** The facts that a finding tells; which deals they come from it does not, and no formula asks. */
function factsOf(
  component: Component,
  own: ComponentFinding,
  plan: PlanFinding,
  line: number,
  c: number,
): Facts {
  const { credited, quota, rateRamp, ownRate } = own;
  const ramps = modifiersOf(component.modifiers, 'ramp');
  const { period } = plan.people[line]!;
  const everyone = component.kind === 'contest' ? plan.people.filter((other) => other.period === period) : [];
  return {
    credited,
    quota,
    target: own.target,
    rateFactor: rateRamp === undefined ? 1 : ramps[rateRamp]!.value,
    ...(ownRate !== undefined && { ownRate }),
    deals: [],
    ...(component.kind === 'contest' && {
      group: {
        credited: everyone.map((other) => other.components[c]!.credited),
        place: everyone.indexOf(plan.people[line]!),
      },
    }),
  };
}
