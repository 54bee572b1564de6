import { asDay, monthIndexOf, monthStart, type Day } from './day';

/** Whole calendar months, as indexes of `monthIndexOf`; `end` is exclusive. */
export interface Months {
  readonly start: number;
  readonly end: number;
}

/** The first month that has not begun on the as-of day. */
const nextMonth = (asOf: Day): number => monthIndexOf(asOf) + 1;

/** So many months from the next one on. */
export const monthsAhead = (asOf: Day, count: number): Months => ({
  start: nextMonth(asOf),
  end: nextMonth(asOf) + count,
});

/** So many months that are over by the as-of day; its own month counts when the as-of day is its last. */
export function monthsBehind(asOf: Day, count: number): Months {
  const end = asOf + 1 === monthStart(nextMonth(asOf)) ? nextMonth(asOf) : monthIndexOf(asOf);
  return { start: end - count, end };
}

export const firstDay = ({ start }: Months): Day => monthStart(start);
export const lastDay = ({ end }: Months): Day => asDay(monthStart(end) - 1);

/** Whether a serial lies in these months; NaN lies in none. */
export const within = (months: Months): ((serial: number) => boolean) => {
  const [from, to] = [monthStart(months.start), monthStart(months.end)];
  return (serial) => serial >= from && serial < to;
};
