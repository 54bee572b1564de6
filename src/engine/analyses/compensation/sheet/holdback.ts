import { cellOf, thisRow } from '../../../report/formula';
import type { Ref } from '../../../report/report';
import type { ModifierOf } from '../plan';
import { expr, liveOf } from './expr';
import { roundedFormula } from './pay';
import type { PlanCells } from './planCells';
import { wholePlan, type TotalsColumn, type TotalsRow } from './totals';

/** A holdback (P17): what is kept of each payout, and what an earlier row had kept comes back. */
export function holdbackColumns(
  holdback: ModifierOf<'holdback'>,
  cells: PlanCells,
  amount: Ref,
  table: string,
  rows: readonly TotalsRow[],
): readonly TotalsColumn[] {
  const earlier = ({ at, line }: TotalsRow): number => {
    const row = at - holdback.to;
    return rows[row]?.line.person === line.person ? row : -1;
  };
  const kept = expr`MAX(0,${amount})*${cells.modifier(holdback, 'value')}`;
  const before = ({ line }: TotalsRow): number =>
    line.earned + wholePlan(line, 'cap') + wholePlan(line, 'clawback') + wholePlan(line, 'draw');
  return [
    {
      column: { id: 'kept', header: 'Held back', format: 'cents' },
      cell: ({ line }) => liveOf(-wholePlan(line, 'holdback', 0) + 0, roundedFormula(kept)),
    },
    {
      column: { id: 'released', header: 'Paid of what was held', format: 'cents' },
      cell: (row) => {
        const at = earlier(row);
        const value = wholePlan(row.line, 'holdback', -1);
        return at < 0 ? value : liveOf(value, [cellOf(table, 'kept', at)]);
      },
    },
    {
      column: { id: 'afterHoldback', header: 'After the holdback', format: 'cents' },
      cell: (row) =>
        liveOf(
          before(row) + wholePlan(row.line, 'holdback'),
          expr`ROUND(${amount}-${thisRow('kept')}+${thisRow('released')},2)`,
        ),
    },
  ];
}
