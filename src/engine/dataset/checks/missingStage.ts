import type { Remark } from './check';
import { unusable } from './check';
import type { OpportunityRows } from './opportunities';

/** Neither stage, status, flags, dates nor history say whether the deal is open, won or lost. */
export function missingStage({ count, keys, silent, standsFor }: OpportunityRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (silent[row] && standsFor[row] === row)
      remarks.push(unusable(row, 'missingStage', { id: keys.text(row) }, 'stage'));
  return remarks;
}
