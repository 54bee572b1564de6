import type { Remark } from './check';
import { unusable } from './check';
import type { ChangeRows } from './history';

/** A change that does not say to which stage. */
export function changeWithoutStage({ count, idOf, toStage, fieldChanges }: ChangeRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if ((!toStage || toStage.codes[row]! < 0) && !fieldChanges?.is[row])
      remarks.push(unusable(row, 'missingStage', { id: idOf(row) }, 'toStage'));
  return remarks;
}
