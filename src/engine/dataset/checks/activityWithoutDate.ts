import type { ActivityRows } from './activities';
import type { Remark } from './check';
import { unusable } from './check';

/** An activity whose date is missing or unreadable cannot be placed in time. */
export function activityWithoutDate({ count, date, troubles }: ActivityRows): Remark[] {
  const remarks: Remark[] = [];
  for (const { kind, row, field, label, value } of troubles)
    if (kind === 'date' && Number.isNaN(date[row]!))
      remarks.push(unusable(row, 'unparsableDate', { field: label, value }, field));
  for (let row = 0; row < count; row++)
    if (Number.isNaN(date[row]!)) remarks.push(unusable(row, 'activityWithoutDate', {}, 'date'));
  return remarks;
}
