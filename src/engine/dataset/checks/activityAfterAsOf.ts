import { asDay, isoOf } from '../../core/day';
import type { ActivityRows } from './activities';
import type { Remark } from './check';
import { unusable } from './check';

/** An activity after the as-of day is planned, not done. */
export function activityAfterAsOf({ count, date, dateField, asOf }: ActivityRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (date[row]! >= asOf + 1) {
      const facts = { date: isoOf(asDay(date[row]!)), asOf: isoOf(asOf) };
      remarks.push(unusable(row, 'activityAfterAsOf', facts, dateField(row), 'note'));
    }
  return remarks;
}
