import type { Remark } from './check';
import { unusable } from './check';
import type { ChangeRows } from './history';

/** A change whose date is missing or unreadable cannot be placed in time. */
export function changeWithoutDate({ count, idOf, changed, troubles }: ChangeRows): Remark[] {
  const remarks: Remark[] = [];
  for (const { kind, row, field, label, value } of troubles)
    if (field === 'changed' && kind === 'date')
      remarks.push(unusable(row, 'unparsableDate', { field: label, value }, field));
  for (let row = 0; row < count; row++)
    if (Number.isNaN(changed[row]!))
      remarks.push(unusable(row, 'missingHistoryDate', { id: idOf(row) }, 'changed'));
  return remarks;
}
