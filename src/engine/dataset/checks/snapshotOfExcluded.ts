import type { Remark } from './check';
import { unusable } from './check';
import type { OpportunityRows } from './opportunities';

/** A snapshot of an opportunity whose last snapshot, which stands for it, was left out. */
export function snapshotOfExcluded({
  count,
  keys,
  keyField,
  standsFor,
  excluded,
}: OpportunityRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++) {
    const standing = standsFor[row]!;
    if (standing >= 0 && standing !== row && excluded[standing])
      remarks.push(unusable(row, 'opportunityExcluded', { id: keys.text(row) }, keyField));
  }
  return remarks;
}
