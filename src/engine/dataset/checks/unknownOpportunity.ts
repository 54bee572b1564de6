import type { Remark } from './check';
import { unusable } from './check';
import type { HistoryRows } from './history';

/** A change of an opportunity that no table of opportunities has. */
export function unknownOpportunity({ count, idOf, owner }: HistoryRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (owner[row]! < 0) remarks.push(unusable(row, 'unknownOpportunity', { id: idOf(row) }, 'opportunity'));
  return remarks;
}
