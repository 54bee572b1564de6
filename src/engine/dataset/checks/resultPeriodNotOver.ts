import { isoOf } from '../../core/day';
import type { Remark } from './check';
import { unusable } from './check';
import { periodAt, type ResultRows } from './results';

/** What a period has brought is known when it is over. */
export function resultPeriodNotOver(rows: ResultRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < rows.count; row++)
    if (rows.end[row]! > rows.asOf) {
      const facts = { period: periodAt(rows, row), asOf: isoOf(rows.asOf) };
      remarks.push(unusable(row, 'resultPeriodNotOver', facts, 'period', 'note'));
    }
  return remarks;
}
