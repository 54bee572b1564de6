import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import type { Dataset } from '../dataset';
import { mentions, samePerson } from './persons';

/** Persons of deals, activities and quotas that the table of people does not have: once per person and table. */
export function personNotInPeople({ inputs, people, opportunities, activities, quotas }: Dataset): Issue[] {
  if (!people) return [];
  const known = new Set(people.person.labels.map(samePerson));
  const all = [
    ...(opportunities ? mentions(opportunities.texts.owner, opportunities.origin, inputs) : []),
    ...(activities ? mentions(activities.owner, activities.origin, inputs) : []),
    ...(quotas ? mentions(quotas.person, quotas.origin, inputs) : []),
  ];
  return all
    .filter(({ person }) => !known.has(samePerson(person)))
    .map(({ person, rows, place }) => issue('personNotInPeople', 'warning', { person, rows }, place));
}
