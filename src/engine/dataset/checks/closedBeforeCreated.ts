import { asDay, isoOf } from '../../core/day';
import type { Remark } from './check';
import { unusable } from './check';
import type { OpportunityRows } from './opportunities';

/**
 * A deal closed on an earlier day than it was created has a negative duration: one of its dates is wrong, nobody knows
 * which. Compared by days, because a date without a time reads as midnight.
 */
export function closedBeforeCreated({ count, keys, created, closed }: OpportunityRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (closed[row]! < Math.floor(created[row]!))
      remarks.push(
        unusable(
          row,
          'closedBeforeCreated',
          {
            id: keys.text(row),
            created: isoOf(asDay(created[row]!)),
            closed: isoOf(asDay(closed[row]!)),
          },
          'closed',
        ),
      );
  return remarks;
}
