import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import type { Dataset } from '../dataset';
import { mentions, samePerson } from './persons';

/** Persons of deals, activities and quotas that the table of people does not have: once per person and table. */
export function personNotInPeople({
  inputs,
  people,
  opportunities,
  activities,
  quotas,
  bookings,
  splits,
  attainments,
}: Dataset): Issue[] {
  if (!people) return [];
  const known = new Set(people.person.labels.map(samePerson));
  const all = [
    ...(opportunities ? mentions(opportunities.texts.owner, opportunities.origin, inputs) : []),
    ...(activities ? mentions(activities.owner, activities.origin, inputs) : []),
    ...[quotas, bookings, splits, attainments].flatMap((table) =>
      table ? mentions(table.person, table.origin, inputs) : [],
    ),
  ];
  return all
    .filter(({ person }) => !known.has(samePerson(person)))
    .map(({ person, rows, place }) => issue('personNotInPeople', 'warning', { person, rows }, place));
}
