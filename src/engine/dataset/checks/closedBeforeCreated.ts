import { asDay, isoOf } from '../../core/day';
import type { Remark } from './check';
import { doubt } from './check';
import type { OpportunityRows } from './opportunities';

/**
 * A deal closed on an earlier day than it was created has a negative duration, which no estimate of times uses: one of
 * its dates is wrong, nobody knows which. The deal itself stays, since what became of it is known: deals entered into a
 * CRM after they were won are common, and leaving them out would turn wins into nothing. Compared by days, because a date
 * without a time reads as midnight.
 */
export function closedBeforeCreated({ count, keys, created, closed }: OpportunityRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (closed[row]! < Math.floor(created[row]!))
      remarks.push(
        doubt(
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
