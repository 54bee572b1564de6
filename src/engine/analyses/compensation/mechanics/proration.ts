import type { Period, Person } from '../book';
import { modifiersOf, type Component } from '../plan';

/** Days of the period on which a person works, and the period's days, both ends counted. */
export function activeDays(
  { start, end }: Pick<Person, 'start' | 'end'>,
  period: Pick<Period, 'start' | 'end'>,
): { readonly active: number; readonly days: number } {
  const first = Math.max(start ?? period.start, period.start);
  const last = Math.min(end ?? period.end, period.end);
  return { active: Math.max(0, last - first + 1), days: period.end - period.start + 1 };
}

/** Whether a component's quota is prorated. */
export const proratesQuota = ({ modifiers }: Component): boolean =>
  modifiersOf(modifiers, 'proration').some(({ how }) => how !== 'target');

/** Proration (P15): quota or target pay × active days ÷ days of the period; 1 where the plan does not prorate. */
export function prorationOf(
  component: Component,
  what: 'quota' | 'target',
  person: Person,
  period: Period,
): number {
  const prorates = modifiersOf(component.modifiers, 'proration').some(
    ({ how }) => how === what || how === 'both',
  );
  if (!prorates) return 1;
  const { active, days } = activeDays(person, period);
  return active / days;
}
