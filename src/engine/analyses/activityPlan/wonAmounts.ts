import { within, type Months } from '../../core/months';
import { WON } from '../../dataset/dataset';
import type { Deals } from '../funnel/deals';

/** Sum (cents) and number of the deals won in these months that have an amount above nought. */
export function wonIn(
  amount: Float64Array,
  deals: Deals,
  months: Months,
): { readonly cents: number; readonly deals: number } {
  const inside = within(months);
  let [cents, count] = [0, 0];
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] !== WON || !inside(deals.ended[i]!) || !(amount[i]! > 0)) continue;
    cents += amount[i]!;
    count++;
  }
  return { cents, deals: count };
}
