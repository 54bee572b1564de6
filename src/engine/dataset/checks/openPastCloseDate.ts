import { asDay, isoOf } from '../../core/day';
import { OPEN } from '../dataset';
import { columnOfField, partOfRow } from '../stack';
import type { Remark } from './check';
import { doubt } from './check';
import type { OpportunityRows } from './opportunities';

/** An open deal that should have closed before the as-of day: the date was not kept up, or the deal is dead. */
export function openPastCloseDate(rows: OpportunityRows): Remark[] {
  const { stack, count, keys, outcome, expectedClose, asOf, standsFor } = rows;
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (outcome[row] === OPEN && expectedClose[row]! < asOf && standsFor[row] === row) {
      const part = partOfRow(stack, row);
      const field = part && columnOfField(part, 'expectedClose') >= 0 ? 'expectedClose' : 'closed';
      const closeDate = isoOf(asDay(expectedClose[row]!));
      remarks.push(doubt(row, 'openPastCloseDate', { id: keys.text(row), closeDate }, field, 'note'));
    }
  return remarks;
}
