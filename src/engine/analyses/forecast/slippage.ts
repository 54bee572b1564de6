import { monthStart } from '../../core/day';
import { WON } from '../../dataset/dataset';
import { monthsBehind } from '../../core/months';
import { quantile } from '../../stats/quantile';
import type { Ground } from './project';
import { closeMoves } from './records';

/** How far close dates can be relied on. */
export interface Slippage {
  /** Open deals whose expected close is past. */
  readonly overdue: { readonly deals: number; readonly amount: number };
  /** Open deals that were put off to a later month at least once; null where earlier dates are not known. */
  readonly pushed: { readonly deals: number; readonly of: number; readonly most: number } | null;
  /** Won in the months looked back on: days from the close first expected to the actual one; null likewise. */
  readonly late: { readonly deals: number; readonly medianDays: number; readonly lateShare: number } | null;
}

export function slippageOf({ dataset, past, deals, amount }: Ground, lookBack: number): Slippage {
  const { records } = dataset;
  const overdue = { deals: 0, amount: 0 };
  let [pushed, dated, most] = [0, 0, 0];
  for (let i = 0; i < deals.count; i++) {
    if (deals.expectedClose[i]! < past.asOf + 1) {
      overdue.deals++;
      if (!Number.isNaN(deals.amount[i]!)) overdue.amount += deals.amount[i]!;
    }
    if (!records) continue;
    const { first, pushes } = closeMoves(records, deals.row[i]!);
    if (Number.isNaN(first)) continue;
    dated++;
    if (pushes > 0) pushed++;
    most = Math.max(most, pushes);
  }
  const since = monthStart(monthsBehind(past.asOf, lookBack).start);
  const days: number[] = [];
  if (records)
    for (let i = 0; i < amount.length; i++) {
      if (past.deals.outcome[i] !== WON || past.deals.ended[i]! < since) continue;
      const { first } = closeMoves(records, i);
      if (!Number.isNaN(first)) days.push(past.deals.ended[i]! - Math.floor(first));
    }
  return {
    overdue,
    pushed: dated > 0 ? { deals: pushed, of: dated, most } : null,
    late:
      days.length > 0
        ? {
            deals: days.length,
            medianDays: quantile(days, 0.5)!,
            lateShare: days.filter((d) => d > 0).length / days.length,
          }
        : null,
  };
}
