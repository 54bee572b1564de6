import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import type { Dataset } from '../dataset';
import { mentions, samePerson } from './persons';

/** People without any quota, in their own row or in the table of quotas, where there is such a table. */
export function personWithoutQuota({ inputs, people, quotas }: Dataset): Issue[] {
  if (!people || !quotas) return [];
  const withQuota = new Set(quotas.person.labels.map(samePerson));
  people.numbers.quota?.forEach((quota, row) => {
    const code = people.person.codes[row]!;
    if (quota > 0 && code >= 0) withQuota.add(samePerson(people.person.labels[code]!));
  });
  return mentions(people.person, people.origin, inputs)
    .filter(({ person }) => !withQuota.has(samePerson(person)))
    .map(({ person, place }) => issue('quotaMissing', 'note', { person }, place));
}
