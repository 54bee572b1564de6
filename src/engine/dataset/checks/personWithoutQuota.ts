import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import type { Dataset } from '../dataset';
import { mentions, samePerson } from './persons';

/** People without any quota, where there is a table of quotas. */
export function personWithoutQuota({ inputs, people, quotas }: Dataset): Issue[] {
  if (!people || !quotas) return [];
  const withQuota = new Set(quotas.person.labels.map(samePerson));
  return mentions(people.person, people.origin, inputs)
    .filter(({ person }) => !withQuota.has(samePerson(person)))
    .map(({ person, place }) => issue('quotaMissing', 'note', { person }, place));
}
