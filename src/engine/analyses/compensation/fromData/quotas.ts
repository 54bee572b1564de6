import { asDay } from '../../../core/day';
import type { Dataset } from '../../../dataset/dataset';
import type { Period, PersonQuota } from '../book';
import { peopleOfLabels } from './people';

/**
 * Quotas by person. Who has no row on the quota sheet has the yearly quota of the people sheet, in each plan year of the
 * book.
 */
export function quotasOfPeople(
  { quotas, people }: Dataset,
  byName: ReadonlyMap<string, number>,
  periods: readonly Period[],
): readonly PersonQuota[] {
  const found: PersonQuota[] = [];
  const persons = quotas ? peopleOfLabels(quotas.person, byName) : new Int32Array(0);
  for (let i = 0; quotas && i < quotas.count; i++) {
    const person = persons[quotas.person.codes[i]!] ?? -1;
    const measure = quotas.measure?.labels[quotas.measure.codes[i]!];
    if (person < 0) continue;
    found.push({
      person,
      ...(measure !== undefined && { measure }),
      start: asDay(quotas.start[i]!),
      end: asDay(quotas.end[i]!),
      amount: quotas.amount[i]!,
    });
  }
  const yearly = people?.numbers['quota'];
  const has = new Set(found.map(({ person }) => person));
  const names = people ? peopleOfLabels(people.person, byName) : new Int32Array(0);
  for (let row = 0; yearly && row < people!.count; row++) {
    const person = names[people!.person.codes[row]!] ?? -1;
    const amount = yearly[row]!;
    if (person < 0 || has.has(person) || !(amount > 0)) continue;
    // A period's share of the year, so that no period outside of the book matters.
    let before = 0;
    let months = 0;
    for (const period of periods) {
      months += period.months;
      const upTo = Math.round((amount * months) / 12);
      found.push({ person, start: period.start, end: period.end, amount: upTo - before });
      before = upTo;
    }
  }
  return found;
}
