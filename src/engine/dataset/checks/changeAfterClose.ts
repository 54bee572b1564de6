import { asDay, isoOf } from '../../core/day';
import type { Remark } from './check';
import { doubt, unusable } from './check';
import type { HistoryRows } from './history';

/**
 * A change on a later day than the deal was closed. To a closed stage it is the closing, entered late: it stays. To an
 * open stage it cannot be, because a reopened deal is closed by its last close: it is left out.
 */
export function changeAfterClose(rows: HistoryRows): Remark[] {
  const { count, idOf, changed, owner, opportunities, toStage, stageOf } = rows;
  const remarks: Remark[] = [];
  const toOpen = toStage?.labels.map((_, code) => opportunities.stages[stageOf[code]!]?.kind === 'open');
  for (let row = 0; row < count; row++) {
    const closed = owner[row]! < 0 ? NaN : opportunities.closed[owner[row]!]!;
    if (!(changed[row]! >= Math.floor(closed) + 1)) continue;
    const facts = { id: idOf(row), changed: isoOf(asDay(changed[row]!)), closed: isoOf(asDay(closed)) };
    remarks.push(
      toOpen?.[toStage?.codes[row] ?? -1]
        ? unusable(row, 'changeAfterClose', facts, 'changed')
        : doubt(row, 'changeAfterClose', facts, 'changed'),
    );
  }
  return remarks;
}
