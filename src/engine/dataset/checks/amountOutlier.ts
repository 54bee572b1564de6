import { amountText } from './amountText';
import type { Remark } from './check';
import { doubt } from './check';
import { medianOfPositive } from './median';
import type { OpportunityRows } from './opportunities';

/** A lost decimal or thousands separator multiplies by a thousand. */
const FACTOR = 1000;
const FEWEST_AMOUNTS = 5;

/** An amount a thousandfold away from the median of the amounts; it stays in use. */
export function amountOutlier({ count, keys, amount, standsFor }: OpportunityRows): Remark[] {
  const remarks: Remark[] = [];
  if (!amount) return remarks;
  const typical = medianOfPositive(amount);
  let amounts = 0;
  for (let row = 0; row < count; row++) if (amount[row]! > 0) amounts++;
  if (amounts < FEWEST_AMOUNTS) return remarks;
  for (let row = 0; row < count; row++) {
    const value = Math.abs(amount[row]!);
    if (value > 0 && (value >= typical * FACTOR || value * FACTOR <= typical) && standsFor[row] === row)
      remarks.push(
        doubt(
          row,
          'amountOutlier',
          { id: keys.text(row), amount: amountText(amount[row]!), typical: amountText(typical) },
          'amount',
        ),
      );
  }
  return remarks;
}
