import { placesOf } from '../stack';
import type { Remark } from './check';
import { unusable } from './check';
import { samePerson } from './persons';
import { labelAt, periodAt, type ResultRows } from './results';

/** The first row of a period (measure, person) that holds a value is used, later ones are left out. */
export function resultTwice(rows: ResultRows): Remark[] {
  const { stack, count, start, end, filled, measure, person } = rows;
  const remarks: Remark[] = [];
  const placeOf = placesOf(stack);
  const firstOf = new Map<string, number>();
  for (let row = 0; row < count; row++) {
    if (!filled[row]) continue;
    const name = labelAt(person, row);
    const key = [start[row], end[row], measure?.codes[row] ?? '', samePerson(name)].join('\u001f');
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, row);
    else {
      const facts = { period: periodAt(rows, row), measure: labelAt(measure, row), person: name };
      remarks.push(unusable(row, 'resultTwice', { ...facts, firstRow: placeOf(first)?.row ?? 0 }, 'period'));
    }
  }
  return remarks;
}
