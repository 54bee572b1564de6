import { amountText } from './amountText';
import type { Remark } from './check';
import { unusable } from './check';
import type { QuotaRows } from './quotas';
import { personAt } from './quotas';

/** Nothing can be attained of a quota of nothing. */
export function quotaNotPositive(rows: QuotaRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < rows.count; row++)
    if (rows.amount[row]! <= 0)
      remarks.push(
        unusable(
          row,
          'quotaNotPositive',
          { person: personAt(rows, row), quota: amountText(rows.amount[row]!) },
          'amount',
        ),
      );
  return remarks;
}
