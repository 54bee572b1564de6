import { placesOf } from '../stack';
import type { Remark } from './check';
import { doubt, unusable } from './check';
import type { IdentityRows } from './opportunities';

/**
 * The first row of an id is used, later ones are left out. Snapshots repeat ids on purpose: there only a second row on
 * the same date is a duplicate. Two deals of one name (in tables without ids) are two deals, and doubtful.
 */
export function duplicateId({ stack, count, keys, keyField, snapshot }: IdentityRows): Remark[] {
  const remarks: Remark[] = [];
  const placeOf = placesOf(stack);
  const firstOn = new Map<string, number>();
  for (let row = 0; row < count; row++) {
    let first = keys.first[row]!;
    if (first < 0) continue;
    if (snapshot) {
      const key = `${first} ${snapshot[row]}`;
      const known = firstOn.get(key);
      if (known === undefined) firstOn.set(key, row);
      first = known ?? row;
    }
    if (first === row) continue;
    const facts = { id: keys.text(row), firstRow: placeOf(first)?.row ?? 0 };
    remarks.push(
      keyField === 'id'
        ? unusable(row, 'duplicateId', facts, keyField)
        : doubt(row, 'duplicateId', facts, keyField),
    );
  }
  return remarks;
}
