import { capOf } from '../mechanics/cap';
import { modifiersOf, type ModifierOf } from '../plan';
import { expr, liveOf, type Expr } from './expr';
import type { PlanCells } from './planCells';
import {
  columnRef,
  TARGET,
  type Amount,
  type PayColumn,
  type PayRow,
  type PayTableContext,
  type Stage,
} from './payTable';

/** An amount under a cap (P7): what lies above it is cut, or paid at a share. */
function capFormula(cells: PlanCells, cap: ModifierOf<'cap'>, amount: Expr, target: Expr): Expr {
  const line = cells.modifier(cap, 'from');
  const most = cap.unit === 'ofTarget' ? expr`${line}*${target}` : [line];
  return expr`MIN(${amount},${most})+MAX(0,${amount}-${most})*${cells.modifier(cap, 'value')}`;
}

const cappedValue = (cap: ModifierOf<'cap'>, amount: number, target: number): number => {
  const over = Math.max(0, amount - capOf(cap, target));
  return amount - over + over * (cap.value ?? 0);
};

/** Caps of a component, one after the other. */
export function capColumns(context: PayTableContext, before: Amount): Stage {
  const caps = modifiersOf(context.component.modifiers, 'cap');
  const after = (row: PayRow, count: number): number =>
    caps
      .slice(0, count)
      .reduce((amount, cap) => cappedValue(cap, amount, row.facts.target), before.value(row));
  const columns = caps.map((cap, i): PayColumn => {
    const amount: Expr = i === 0 ? before.says : [columnRef(`capped${i}`)];
    return {
      column: { id: `capped${i + 1}`, header: 'After the cap', format: 'cents' },
      cell: (row) => liveOf(after(row, i + 1), capFormula(context.cells, cap, amount, [TARGET])),
    };
  });
  return caps.length === 0
    ? { columns: [], amount: before }
    : {
        columns,
        amount: { says: [columnRef(`capped${caps.length}`)], value: (row) => after(row, caps.length) },
      };
}
