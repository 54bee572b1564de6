import { OPEN } from '../dataset';
import type { Remark } from './check';
import { doubt } from './check';
import type { OpportunityRows } from './opportunities';

/** A won or lost deal without a close date counts in outcomes, but in no duration. */
export function closedWithoutCloseDate({
  count,
  keys,
  outcome,
  closed,
  standsFor,
}: OpportunityRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (outcome[row] !== OPEN && Number.isNaN(closed[row]!) && standsFor[row] === row)
      remarks.push(doubt(row, 'closedWithoutCloseDate', { id: keys.text(row) }, 'closed'));
  return remarks;
}
