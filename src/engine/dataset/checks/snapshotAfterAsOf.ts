import { asDay, isoOf } from '../../core/day';
import type { Remark } from './check';
import { unusable } from './check';
import type { IdentityRows } from './opportunities';

/** A snapshot taken after the as-of day is not yet known then. */
export function snapshotAfterAsOf({ count, keys, snapshot, asOf }: IdentityRows): Remark[] {
  const remarks: Remark[] = [];
  if (!snapshot) return remarks;
  for (let row = 0; row < count; row++)
    if (snapshot[row]! >= asOf + 1)
      remarks.push(
        unusable(
          row,
          'changeAfterAsOf',
          { id: keys.text(row), changed: isoOf(asDay(snapshot[row]!)), asOf: isoOf(asOf) },
          'snapshotDate',
          'note',
        ),
      );
  return remarks;
}
