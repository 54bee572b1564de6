import type { Remark } from './check';
import { unusable } from './check';
import type { ChangeRows } from './history';

/** A change of no one's stage. */
export function historyWithoutId({ count, idOf, owner }: ChangeRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (owner[row]! < 0 && idOf(row) === '') remarks.push(unusable(row, 'missingId', {}, 'opportunity'));
  return remarks;
}
