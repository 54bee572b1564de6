import { asDay, isoOf } from '../../core/day';
import type { Remark } from './check';
import { unusable } from './check';
import type { HistoryRows } from './history';

/** A change after the as-of day is not yet known then. */
export function changeAfterAsOf({ count, idOf, changed, asOf }: HistoryRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (changed[row]! >= asOf + 1)
      remarks.push(
        unusable(
          row,
          'changeAfterAsOf',
          { id: idOf(row), changed: isoOf(asDay(changed[row]!)), asOf: isoOf(asOf) },
          'changed',
          'note',
        ),
      );
  return remarks;
}
