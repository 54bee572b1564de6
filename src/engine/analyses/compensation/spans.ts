import { monthIndexOf } from '../../core/day';
import type { CompensationBook } from './book';
import type { Component, PeriodLength } from './plan';

export const MONTHS_OF: Readonly<Record<PeriodLength, number>> = {
  month: 1,
  quarter: 3,
  halfYear: 6,
  year: 12,
};

/** The periods of the book that a component's pay at the end of period `last` looks at, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
  /** Whether the component pays at the end of this period: its own period ends here. */
  readonly due: boolean;
}

/**
 * A component whose period is longer than the book's is paid in the last period of it; one that is paid year to date
 * looks back to the beginning of the plan year. Where the book begins within such a span, the span begins with the book.
 */
export function spanOf(component: Component, book: CompensationBook, last: number): Span {
  const { periods, yearStartMonth } = book;
  const period = periods[last]!;
  const within = (months: number): number => {
    const month = (at: number): number => monthIndexOf(periods[at]!.start) - (yearStartMonth - 1);
    const block = Math.floor(month(last) / months);
    let first = last;
    while (first > 0 && Math.floor(month(first - 1) / months) === block) first--;
    return first;
  };
  const length = MONTHS_OF[component.period];
  const next = monthIndexOf(period.start) + period.months - (yearStartMonth - 1);
  return {
    first: within(component.yearToDate ? 12 : Math.max(length, period.months)),
    last,
    due: next % length === 0 || length < period.months || last === periods.length - 1,
  };
}
