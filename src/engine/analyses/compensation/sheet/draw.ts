import { cellOf, thisRow } from '../../../report/formula';
import type { Ref } from '../../../report/report';
import { isRecoverable } from '../mechanics/draw';
import { modifiersOf, type ModifierOf, type Plan } from '../plan';
import { expr, liveOf, type Expr } from './expr';
import type { PlanCells } from './planCells';
import { wholePlan, type TotalsColumn, type TotalsRow } from './totals';

/** What a period's pay is before the draw. */
const beforeDraw = ({ line }: TotalsRow): number =>
  line.earned + wholePlan(line, 'cap') + wholePlan(line, 'clawback');

/** A draw (P13), each row after the one before: what it adds or keeps back, and what is owed at the end. */
export function drawColumns(
  plan: Plan,
  draw: ModifierOf<'draw'>,
  cells: PlanCells,
  amount: Ref,
  table: string,
): readonly TotalsColumn[] {
  const [forgiveness] = modifiersOf(plan.modifiers, 'forgiveness');
  const n = thisRow('n');
  const last = cells.modifier(draw, 'to');
  const runs = expr`OR(${last}="",${n}<=${last})`;
  const value = expr`ROUND(${cells.modifier(draw, 'value')}+0.00000001,2)`;
  const onTop = draw.how === 'onTopRecoverable' || draw.how === 'onTopNotRecoverable';
  const owedBefore = (row: TotalsRow): Expr => (row.before < 0 ? ['0'] : [cellOf(table, 'owed', row.before)]);
  const forgiven = (row: TotalsRow): Expr =>
    forgiveness ? expr`IF(${n}>${cells.modifier(forgiveness, 'to')},${owedBefore(row)},0)` : ['0'];
  const due = (row: TotalsRow): Expr =>
    forgiveness ? expr`(${owedBefore(row)}-${forgiven(row)})` : owedBefore(row);
  const keptBack = (row: TotalsRow): Expr => expr`IF(${amount}<=0,0,-MIN(${amount},${due(row)}))`;
  const added = (row: TotalsRow): Expr => {
    if (!isRecoverable(draw)) return expr`IF(${runs},${onTop ? value : expr`MAX(0,${value}-${amount})`},0)`;
    const running = onTop ? value : expr`MAX(${value}-${amount},-${due(row)})`;
    return expr`ROUND(IF(${runs},${running},${keptBack(row)}),2)`;
  };
  return [
    {
      column: {
        id: 'n',
        header: 'Period of work',
        format: 'integer',
        note: 'Counted from the start of the person.',
      },
      cell: ({ line }) => line.periodOfWork,
    },
    {
      column: {
        id: 'draw',
        header: 'Draw',
        format: 'cents',
        note: 'Advanced, or, with a minus, kept back for what was advanced before.',
      },
      cell: (row) => liveOf(wholePlan(row.line, 'draw'), added(row)),
    },
    ...(isRecoverable(draw)
      ? [
          {
            column: { id: 'owed', header: 'Still owed', format: 'cents' },
            cell: (row) => liveOf(row.line.owed, expr`ROUND(${due(row)}+${thisRow('draw')},2)`),
          } satisfies TotalsColumn,
        ]
      : []),
    ...(isRecoverable(draw) && forgiveness
      ? [
          {
            column: { id: 'forgiven', header: 'Forgiven', format: 'cents' },
            cell: (row) => liveOf(row.line.forgiven, expr`${forgiven(row)}`),
          } satisfies TotalsColumn,
        ]
      : []),
    {
      column: { id: 'afterDraw', header: 'With the draw', format: 'cents' },
      cell: (row) =>
        liveOf(beforeDraw(row) + wholePlan(row.line, 'draw'), expr`ROUND(${amount}+${thisRow('draw')},2)`),
    },
  ];
}
