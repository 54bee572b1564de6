import type { Remark } from './check';
import { unusable } from './check';
import type { IdentityRows } from './opportunities';

/** A row without an id cannot be told from another, nor joined. */
export function missingId({ count, keys, keyField }: IdentityRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (keys.first[row]! < 0) remarks.push(unusable(row, 'missingId', {}, keyField));
  return remarks;
}
