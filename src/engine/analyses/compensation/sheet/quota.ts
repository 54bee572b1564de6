import { thisRow } from '../../../report/formula';
import { modifiersOf } from '../plan';
import { expr, joined, liveOf, type Expr } from './expr';
import type { PayColumn, PayRow, PayTableContext } from './payTable';
import { isCount } from './payTable';

/**
 * The quota: as set, or live over the plan's ramp and the days of work (P15). Each month of the period counts its share,
 * or its fixed amount; the whole by days of work ÷ days of the period.
 */
export function quotaColumns(context: PayTableContext, rows: readonly PayRow[]): readonly PayColumn[] {
  const { component } = context;
  const format = isCount(component) ? 'decimal' : 'cents';
  const changed = rows.some(({ own }) => own.quotaTerms !== undefined);
  if (!changed) return [{ column: { id: 'quota', header: 'Quota', format }, cell: ({ own }) => own.quota }];
  const prorated = rows.some(({ own }) => own.quotaTerms?.active !== null && own.quotaTerms !== undefined);
  return [
    {
      column: { id: 'quotaSet', header: 'Quota as set', format },
      cell: ({ own }) => (own.quotaTerms ? own.quotaTerms.set : own.quota),
    },
    ...(prorated
      ? [
          {
            column: { id: 'active', header: 'Days of work', format: 'integer' },
            cell: ({ own }) => own.quotaTerms?.active ?? null,
          } satisfies PayColumn,
          {
            column: { id: 'days', header: 'Days', format: 'integer' },
            cell: ({ own }) => own.quotaTerms?.days ?? null,
          } satisfies PayColumn,
        ]
      : []),
    {
      column: {
        id: 'quota',
        header: 'Quota',
        format,
        note: 'The quota as set, in the months of a ramp by the plan’s share or amount, and by days of work where the plan prorates.',
      },
      // A quota of nothing is none: the other formulas take a quota only above zero.
      cell: ({ own }) => liveOf(own.quota ?? 0, quotaFormula(context, own)),
    },
  ];
}

function quotaFormula({ component, cells }: PayTableContext, { quotaTerms }: PayRow['own']): Expr {
  const set = thisRow('quotaSet');
  if (!quotaTerms) return expr`MAX(0,${set})`;
  const ramps = modifiersOf(component.modifiers, 'ramp');
  const { ramp, active } = quotaTerms;
  const months = ramp.map((at): Expr => {
    const row = at === null ? undefined : ramps[at];
    const month = ramp.length === 1 ? expr`${set}` : expr`${set}/${ramp.length}`;
    if (!row) return month;
    const value = cells.modifier(row, 'value');
    return row.unit === 'fixed' ? expr`${value}` : expr`${month}*${value}`;
  });
  const sum = expr`(${joined(months, '+')})`;
  const whole = active === null ? sum : expr`${sum}*${thisRow('active')}/${thisRow('days')}`;
  return expr`MAX(0,ROUND(${whole}+0.00000001,2))`;
}
