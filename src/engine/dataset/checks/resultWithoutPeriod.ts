import type { Remark } from './check';
import { unusable } from './check';
import type { ResultRows } from './results';

/** A result whose period cannot be told from its text or dates. */
export function resultWithoutPeriod({ count, start, end, written }: ResultRows): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (!(end[row]! >= start[row]!))
      remarks.push(unusable(row, 'resultWithoutPeriod', { value: written(row) }, 'period'));
  return remarks;
}
