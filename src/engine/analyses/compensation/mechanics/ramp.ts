import { monthIndexOf } from '../../../core/day';
import type { Period, Person } from '../book';
import { modifiersOf, type Component, type ModifierOf } from '../plan';

/** The month of work that a calendar month is for a person: 1 in the month of the start; without a start past all ramps. */
const monthOfWork = ({ start }: Person, month: number): number =>
  start === undefined ? Infinity : month - monthIndexOf(start) + 1;

const rowAt = (rows: readonly ModifierOf<'ramp'>[], month: number): ModifierOf<'ramp'> | undefined =>
  rows.find(({ from, to = Infinity }) => month >= from && month <= to);

/**
 * A ramp of the quota (P15): in the months of work `from` to `to` the month's quota is × a share, or is a fixed amount.
 * `quota` is that of the period without the ramp, the same in each of its months; NaN where none is set, which a fixed
 * ramp fills. Both in hundredths.
 */
export function rampedQuota(component: Component, quota: number, person: Person, period: Period): number {
  const rows = modifiersOf(component.modifiers, 'ramp').filter((row) => row.how === 'quota');
  if (rows.length === 0) return quota;
  const first = monthIndexOf(period.start);
  let sum = 0;
  for (let month = first; month < first + period.months; month++) {
    const own = quota / period.months;
    const row = rowAt(rows, monthOfWork(person, month));
    sum += !row ? own : row.unit === 'fixed' ? row.value * 100 : own * row.value;
  }
  return sum;
}

/** A ramp of the rate: the factor in the period's first month of work; 1 outside of the ramp. */
export function rateFactorOf(component: Component, person: Person, period: Period): number {
  const rows = modifiersOf(component.modifiers, 'ramp').filter((row) => row.how === 'rate');
  if (rows.length === 0) return 1;
  const month = Math.max(1, monthOfWork(person, monthIndexOf(period.start)));
  return rowAt(rows, month)?.value ?? 1;
}
