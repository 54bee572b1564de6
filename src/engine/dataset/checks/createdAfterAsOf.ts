import { asDay, isoOf } from '../../core/day';
import type { Remark } from './check';
import { unusable } from './check';
import type { OpportunityRows } from './opportunities';

/** A deal created after the as-of day did not exist on it. */
export function createdAfterAsOf({ count, keys, created, asOf }: OpportunityRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (created[row]! >= asOf + 1)
      remarks.push(
        unusable(
          row,
          'createdAfterAsOf',
          { id: keys.text(row), created: isoOf(asDay(created[row]!)), asOf: isoOf(asOf) },
          'created',
          'note',
        ),
      );
  return remarks;
}
