import type { Remark } from './check';
import { doubt } from './check';
import type { OpportunityRows } from './opportunities';

/** Without a created date and without history a deal counts in outcomes, but in no duration and no cohort. */
export function missingCreated({ count, keys, created, standsFor }: OpportunityRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (Number.isNaN(created[row]!) && standsFor[row] === row)
      remarks.push(doubt(row, 'missingCreated', { id: keys.text(row) }, 'created'));
  return remarks;
}
