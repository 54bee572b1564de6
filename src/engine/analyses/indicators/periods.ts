import { asDay, isoOf, monthIndexOf, monthStart, weekdayOf, type Day } from '../../core/day';

/** Calendar months, or weeks from Monday to Sunday. */
export type Grain = 'month' | 'week';

/** Periods of a year: what a season repeats after, and how far back “usual” looks. */
export const PERIODS_A_YEAR: Readonly<Record<Grain, number>> = { month: 12, week: 52 };

/** Consecutive periods, by the index of the first: months as `monthIndexOf`, weeks from the first Monday of the calendar. */
export interface Periods {
  readonly grain: Grain;
  readonly first: number;
  readonly count: number;
}

/** The first Monday that Excel's calendar has a serial for. */
const FIRST_MONDAY = 2;

export const indexOf = (grain: Grain, day: Day): number =>
  grain === 'month' ? monthIndexOf(day) : Math.floor((day - FIRST_MONDAY) / 7);

export const startOf = (grain: Grain, index: number): Day =>
  grain === 'month' ? monthStart(index) : asDay(FIRST_MONDAY + 7 * index);

export const endOf = (grain: Grain, index: number): Day => asDay(startOf(grain, index + 1) - 1);

/** The last period that is over at the end of the as-of day. */
export const lastComplete = (grain: Grain, asOf: Day): number => indexOf(grain, asDay(asOf + 1)) - 1;

/** "2026-03", and of a week its Monday: "2026-03-02". */
export const nameOf = (grain: Grain, index: number): string =>
  grain === 'month' ? isoOf(startOf(grain, index)).slice(0, 7) : isoOf(startOf(grain, index));

export const namesOf = ({ grain, first, count }: Periods): readonly string[] =>
  Array.from({ length: count }, (_, i) => nameOf(grain, first + i));

/** Mondays to Fridays of a period; holidays are not known. */
export function businessDaysIn(grain: Grain, index: number): number {
  let days = 0;
  for (let day: number = startOf(grain, index); day <= endOf(grain, index); day++)
    if (weekdayOf(asDay(day)) < 5) days++;
  return days;
}

/** Business days of a usual period: sums are compared as if every period had so many. */
export const USUAL_BUSINESS_DAYS: Readonly<Record<Grain, number>> = { month: 21, week: 5 };

/** The position of a serial's period, −1 outside and for NaN. A table by day, for there may be a million rows. */
export function placer({ grain, first, count }: Periods): (serial: number) => number {
  const from: number = startOf(grain, first);
  const to: number = startOf(grain, first + count);
  const of = new Int32Array(Math.max(0, to - from));
  for (let position = 0; position < count; position++)
    of.fill(position, startOf(grain, first + position) - from, startOf(grain, first + position + 1) - from);
  return (serial) => (serial >= from && serial < to ? of[Math.floor(serial) - from]! : -1);
}

/** Days of a month on the average, to turn days into months. */
const DAYS: Readonly<Record<Grain, number>> = { month: 365.25 / 12, week: 7 };
export const periodsOfDays = (grain: Grain, days: number): number => days / DAYS[grain];
