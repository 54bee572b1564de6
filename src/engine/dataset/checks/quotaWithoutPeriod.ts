import type { Remark } from './check';
import { unusable } from './check';
import type { QuotaRows } from './quotas';
import { personAt } from './quotas';

/** A quota whose period cannot be told from its text or dates. */
export function quotaWithoutPeriod(rows: QuotaRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < rows.count; row++)
    if (!(rows.end[row]! >= rows.start[row]!))
      remarks.push(unusable(row, 'quotaWithoutPeriod', { person: personAt(rows, row) }, 'period'));
  return remarks;
}
