import type { Trouble } from '../trouble';
import type { KeyColumn, TextColumn } from '../dataset';
import type { Stack } from '../stack';
import { unusable, type Remark } from './check';

export interface SplitRows {
  readonly stack: Stack;
  readonly count: number;
  readonly deals: KeyColumn;
  readonly person: TextColumn | undefined;
  readonly share: Float64Array;
  readonly troubles: readonly Trouble[];
}

/** A split needs a deal and a share that is not negative. */
export function splitIncomplete({ count, deals, share }: SplitRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++) {
    const id = deals.text(row);
    if (id === '') remarks.push(unusable(row, 'splitIncomplete', { id, lacks: 'deal' }, 'deal'));
    else if (!(share[row]! >= 0))
      remarks.push(unusable(row, 'splitIncomplete', { id, lacks: 'share' }, 'share'));
  }
  return remarks;
}
