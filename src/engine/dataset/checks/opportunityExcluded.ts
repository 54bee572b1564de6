import type { Remark } from './check';
import { unusable } from './check';
import type { HistoryRows } from './history';

/** A change of an opportunity whose own row was left out. */
export function opportunityExcluded({ count, idOf, owner, opportunityExcluded: out }: HistoryRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (owner[row]! >= 0 && out[owner[row]!])
      remarks.push(unusable(row, 'opportunityExcluded', { id: idOf(row) }, 'opportunity'));
  return remarks;
}
