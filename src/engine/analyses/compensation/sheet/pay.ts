import { cellOf } from '../../../report/formula';
import { roundCents } from '../rounding';
import { expr, liveOf, type Expr } from './expr';
import { columnRef, type Amount, type PayColumn, type PayRow, type PayTableContext } from './payTable';

/**
 * Whole cents, half away from zero: a hair is added first, so that no program's own rounding of what binary holds a hair
 * too low decides. The engine adds the same (`roundCents`).
 */
export const roundedFormula = (amount: Expr): Expr => expr`ROUND(${amount}+SIGN(${amount})*0.00000001,2)`;

/**
 * The pay. Year to date (P16) the pay of the year so far stands first, and what earlier rows of the same person and plan
 * year had paid comes off.
 */
export function payColumns(
  { component }: PayTableContext,
  amount: Amount,
  rows: readonly PayRow[],
  table: string,
  yearOf: (period: string) => number,
): readonly PayColumn[] {
  const before: PayColumn = {
    column: { id: 'exact', header: 'Before rounding', format: 'cents' },
    cell: (row) => liveOf(amount.value(row), amount.says),
  };
  const rounded = roundedFormula([columnRef('exact')]);
  if (!component.yearToDate)
    return [
      before,
      {
        column: { id: 'pay', header: 'Pay', format: 'cents', note: 'In whole cents, half away from zero.' },
        cell: (row) => liveOf(row.own.pay, rounded),
      },
    ];
  const at = new Map(rows.map((row, i) => [row, i]));
  const earlier = (row: PayRow): number => {
    const i = at.get(row)!;
    const other = rows[i - 1];
    const same =
      other?.line.person === row.line.person && yearOf(other.line.period) === yearOf(row.line.period);
    return same ? i - 1 : -1;
  };
  const toDate = (row: PayRow): number => roundCents(amount.value(row));
  return [
    before,
    {
      column: { id: 'toDate', header: 'Pay of the year so far', format: 'cents' },
      cell: (row) => liveOf(toDate(row), rounded),
    },
    {
      column: { id: 'paidBefore', header: 'Paid before', format: 'cents' },
      cell: (row) => {
        const i = earlier(row);
        return i < 0 ? 0 : liveOf(toDate(rows[i]!), expr`${cellOf(table, 'toDate', i)}`);
      },
    },
    {
      column: {
        id: 'pay',
        header: 'Pay',
        format: 'cents',
        note: 'The year so far less what was paid before.',
      },
      cell: (row) => liveOf(row.own.pay, expr`ROUND(${columnRef('toDate')}-${columnRef('paidBefore')},2)`),
    },
  ];
}
