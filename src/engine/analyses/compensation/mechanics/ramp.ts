import { monthIndexOf } from '../../../core/day';
import type { Period, Person } from '../book';
import { modifiersOf, type Component, type ModifierOf } from '../plan';

/** The month of work that a calendar month is for a person: 1 in the month of the start; without a start past all ramps. */
const monthOfWork = ({ start }: Person, month: number): number =>
  start === undefined ? Infinity : month - monthIndexOf(start) + 1;

const rowAt = (rows: readonly ModifierOf<'ramp'>[], month: number): ModifierOf<'ramp'> | undefined =>
  rows.find(({ from, to = Infinity }) => month >= from && month <= to);

/** By month of the period: which row of the component's ramps holds for the quota, null for none. */
export function rampRowsOf(component: Component, person: Person, period: Period): readonly (number | null)[] {
  const rows = modifiersOf(component.modifiers, 'ramp');
  const quotas = rows.filter(({ how }) => how === 'quota');
  const first = monthIndexOf(period.start);
  return Array.from({ length: period.months }, (_, i) => {
    const row = rowAt(quotas, monthOfWork(person, first + i));
    return row ? rows.indexOf(row) : null;
  });
}

/**
 * A ramp of the quota (P15): in the months of work `from` to `to` the month's quota is × a share, or is a fixed amount.
 * `quota` is that of the period without the ramp, the same in each of its months; NaN where none is set, which a fixed
 * ramp fills. Both in hundredths.
 */
export function rampedQuota(component: Component, quota: number, person: Person, period: Period): number {
  const rows = modifiersOf(component.modifiers, 'ramp');
  if (rows.length === 0) return quota;
  const own = quota / period.months;
  return rampRowsOf(component, person, period).reduce<number>((sum, at) => {
    const row = at === null ? undefined : rows[at];
    return sum + (!row ? own : row.unit === 'fixed' ? row.value * 100 : own * row.value);
  }, 0);
}

/** The row of the component's ramps that holds for the rate in the period's first month of work. */
export function rateRampRow(component: Component, person: Person, period: Period): number | undefined {
  const rows = modifiersOf(component.modifiers, 'ramp');
  const month = Math.max(1, monthOfWork(person, monthIndexOf(period.start)));
  const row = rowAt(
    rows.filter(({ how }) => how === 'rate'),
    month,
  );
  return row && rows.indexOf(row);
}

/** A ramp of the rate: its factor; 1 outside of the ramp. */
export function rateFactorOf(component: Component, person: Person, period: Period): number {
  const row = rateRampRow(component, person, period);
  return row === undefined ? 1 : modifiersOf(component.modifiers, 'ramp')[row]!.value;
}
