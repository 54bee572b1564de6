import type { Remark } from './check';
import { unusable } from './check';
import type { QuotaRows } from './quotas';
import { personAt } from './quotas';

/** A row of quotas without an amount, or with one that cannot be read. */
export function quotaMissing(rows: QuotaRows): Remark[] {
  const remarks: Remark[] = [];
  for (const { kind, row, field, value } of rows.troubles)
    if (field === 'amount' && kind === 'amount')
      remarks.push(unusable(row, 'unparsableAmount', { value }, field));
  for (let row = 0; row < rows.count; row++)
    if (Number.isNaN(rows.amount[row]!))
      remarks.push(unusable(row, 'quotaMissing', { person: personAt(rows, row) }, 'amount'));
  return remarks;
}
