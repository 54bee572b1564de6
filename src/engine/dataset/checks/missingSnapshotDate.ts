import type { Remark } from './check';
import { unusable } from './check';
import type { IdentityRows } from './opportunities';

/** A row of snapshots whose date is missing or unreadable cannot be placed in time. */
export function missingSnapshotDate({ count, keys, snapshot, troubles }: IdentityRows): Remark[] {
  const remarks: Remark[] = [];
  if (!snapshot) return remarks;
  for (const { row, field, label, value } of troubles)
    if (field === 'snapshotDate')
      remarks.push(unusable(row, 'unparsableDate', { field: label, value }, field));
  for (let row = 0; row < count; row++)
    if (Number.isNaN(snapshot[row]!))
      remarks.push(unusable(row, 'missingHistoryDate', { id: keys.text(row) }, 'snapshotDate'));
  return remarks;
}
