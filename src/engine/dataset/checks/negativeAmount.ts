import { amountText } from './amountText';
import type { Remark } from './check';
import { doubt } from './check';
import type { OpportunityRows } from './opportunities';

/** A deal of less than nothing is mostly a credit note or a slip; it stays in use. */
export function negativeAmount({ count, keys, amount, standsFor }: OpportunityRows): Remark[] {
  const remarks: Remark[] = [];
  if (!amount) return remarks;
  for (let row = 0; row < count; row++)
    if (amount[row]! < 0 && standsFor[row] === row)
      remarks.push(
        doubt(row, 'negativeAmount', { id: keys.text(row), amount: amountText(amount[row]!) }, 'amount'),
      );
  return remarks;
}
