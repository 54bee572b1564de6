import type { Trouble } from '../trouble';
import type { TextColumn } from '../dataset';
import type { Stack } from '../stack';
import { unusable, type Remark } from './check';

export interface AttainmentRows {
  readonly stack: Stack;
  readonly count: number;
  readonly person: TextColumn | undefined;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly attainment: Float64Array;
  readonly credited: Float64Array;
  readonly troubles: readonly Trouble[];
}

/** An attainment needs a period that can be told and a number. */
export function attainmentIncomplete(rows: AttainmentRows): Remark[] {
  const { count, person, start, end, attainment, credited } = rows;
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++) {
    const name = person?.labels[person.codes[row]!] ?? '';
    if (!(end[row]! >= start[row]!))
      remarks.push(unusable(row, 'attainmentIncomplete', { person: name, lacks: 'period' }, 'period'));
    else if (Number.isNaN(attainment[row]!) && Number.isNaN(credited[row]!))
      remarks.push(unusable(row, 'attainmentIncomplete', { person: name, lacks: 'number' }, 'attainment'));
  }
  return remarks;
}
