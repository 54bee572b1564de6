import { asDay, isoOf } from '../../core/day';
import type { Remark } from './check';
import { doubt } from './check';
import type { HistoryRows } from './history';

/**
 * A change on an earlier day than the deal was created. It stays in use: the clock of a stage starts with the change,
 * whatever the created date says.
 */
export function changeBeforeCreation({ count, idOf, changed, owner, opportunities }: HistoryRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++) {
    const created = owner[row]! < 0 ? NaN : opportunities.created[owner[row]!]!;
    if (changed[row]! < Math.floor(created))
      remarks.push(
        doubt(
          row,
          'changeBeforeCreation',
          { id: idOf(row), changed: isoOf(asDay(changed[row]!)), created: isoOf(asDay(created)) },
          'changed',
        ),
      );
  }
  return remarks;
}
