import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import type { Dataset } from '../dataset';
import { mentions, samePerson } from './persons';

/** People who have neither deals nor activities, where some deal or activity names a person at all. */
export function personWithoutData({ inputs, people, opportunities, activities }: Dataset): Issue[] {
  if (!people || !(opportunities?.texts.owner || activities?.owner)) return [];
  const active = new Set(
    [opportunities?.texts.owner, activities?.owner].flatMap((c) => c?.labels ?? []).map(samePerson),
  );
  return mentions(people.person, people.origin, inputs)
    .filter(({ person }) => !active.has(samePerson(person)))
    .map(({ person, place }) => issue('personWithoutData', 'note', { person }, place));
}
