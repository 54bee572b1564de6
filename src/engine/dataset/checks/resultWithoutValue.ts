import type { Remark } from './check';
import { unusable } from './check';
import { periodAt, type ResultRows } from './results';

/** A row without any value: cells that cannot be read say so, and a blank one is a missing result, not a result of nought. */
export function resultWithoutValue(rows: ResultRows): Remark[] {
  const remarks: Remark[] = [];
  for (const { kind, row, field, value } of rows.troubles)
    if (field === 'value' && kind === 'amount' && !rows.filled[row])
      remarks.push(unusable(row, 'unparsableAmount', { value }, field));
  for (let row = 0; row < rows.count; row++)
    if (!rows.filled[row])
      remarks.push(unusable(row, 'resultWithoutValue', { period: periodAt(rows, row) }, 'value', 'note'));
  return remarks;
}
