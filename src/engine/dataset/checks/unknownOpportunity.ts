import type { Remark } from './check';
import { unusable } from './check';
import type { ChangeRows } from './history';

/** A change of an opportunity that no table of opportunities has. */
export function unknownOpportunity({ count, idOf, owner }: ChangeRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (owner[row]! < 0) remarks.push(unusable(row, 'unknownOpportunity', { id: idOf(row) }, 'opportunity'));
  return remarks;
}
