import { monthIndexOf, monthStart, type Day } from '../../core/day';
import type { CompensationBook, Period, PersonQuota } from './book';
import { prorationOf } from './mechanics/proration';
import { rampedQuota } from './mechanics/ramp';
import type { Component } from './plan';
import { roundCents } from './rounding';

const beginsMonth = (day: Day): boolean => monthStart(monthIndexOf(day)) === day;

/** How much of a quota lies before a day: by whole months where all bounds are, else by days. */
function before({ start, end, amount }: PersonQuota, day: Day): number {
  const after = (end + 1) as Day; // the day after a day is a day
  if (day <= start) return 0;
  if (day > end) return amount;
  const count = [start, after, day].every(beginsMonth)
    ? (monthIndexOf(day) - monthIndexOf(start)) / (monthIndexOf(after) - monthIndexOf(start))
    : (day - start) / (after - start);
  return roundCents(amount * count);
}

/** A quota's part in a period. The parts of adjoining periods add up to the quota: each is a difference of rounded sums. */
const partIn = (quota: PersonQuota, { start, end }: Period): number =>
  before(quota, (end + 1) as Day) - before(quota, start);

/** The quotas that a component is measured against: those of its measure, else those without one, else those of the only measure there is. */
function fitting(
  { quota, name }: Component,
  own: readonly PersonQuota[],
  onlyMeasure: boolean,
): readonly PersonQuota[] {
  const wanted = (quota ?? name).toLowerCase();
  const named = own.filter(({ measure }) => measure?.toLowerCase() === wanted);
  if (named.length > 0 || quota !== undefined) return named;
  return onlyMeasure ? own : own.filter(({ measure }) => measure === undefined);
}

/** A component's quotas by person × periods + period, in the unit of its credit; NaN where there is none. */
export interface Quotas {
  readonly set: Float64Array;
  /** After ramp and proration. */
  readonly due: Float64Array;
}

/** Quotas by person and period: one of a longer period is shared among its periods; ramp and proration act on each. */
export function quotasOf(component: Component, book: CompensationBook): Quotas {
  const { people, periods } = book;
  const byPerson = people.map((): PersonQuota[] => []);
  for (const quota of book.quotas) byPerson[quota.person]?.push(quota);
  const onlyMeasure = new Set(book.quotas.map(({ measure }) => measure?.toLowerCase())).size === 1;
  const counts = component.basis === 'units' || component.basis === 'deals';
  const unit = counts ? 100 : 1;
  const due = new Float64Array(people.length * periods.length).fill(NaN);
  const asSet = due.slice();
  people.forEach((person, p) => {
    const quotas = fitting(component, byPerson[p]!, onlyMeasure);
    periods.forEach((period, t) => {
      const touching = quotas.filter(({ start, end }) => start <= period.end && end >= period.start);
      const set = touching.length > 0 ? touching.reduce((sum, q) => sum + partIn(q, period), 0) : NaN;
      const amount =
        rampedQuota(component, set, person, period) * prorationOf(component, 'quota', person, period);
      asSet[p * periods.length + t] = set / unit;
      if (amount > 0) due[p * periods.length + t] = roundCents(amount) / unit;
    });
  });
  return { set: asSet, due };
}
