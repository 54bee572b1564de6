import { placesOf } from '../stack';
import type { Remark } from './check';
import { unusable } from './check';
import type { PeopleRows } from './people';
import { samePerson } from './persons';

/** The first row of a person is used, later ones are left out. */
export function duplicatePerson({ stack, count, person }: PeopleRows): Remark[] {
  const remarks: Remark[] = [];
  const placeOf = placesOf(stack);
  const firstOf = new Map<string, number>();
  for (let row = 0; row < count; row++) {
    const name = person?.labels[person.codes[row]!];
    if (name === undefined) continue;
    const first = firstOf.get(samePerson(name));
    if (first === undefined) firstOf.set(samePerson(name), row);
    else
      remarks.push(unusable(row, 'duplicateId', { id: name, firstRow: placeOf(first)?.row ?? 0 }, 'person'));
  }
  return remarks;
}
