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
  /** Number of the plan year: year-to-date pay begins anew with it. */
  readonly year: number;
}

/**
 * A component whose period is longer than the book's is paid in the last period of it; one that is paid year to date
 * looks back to the beginning of the plan year. Where the book begins within such a span, the span begins with the book.
 */
export function spanOf(component: Component, book: CompensationBook, last: number): Span {
  const { periods, yearStartMonth } = book;
  /** Months since a plan year began. */
  const month = (at: number): number => monthIndexOf(periods[at]!.start) - (yearStartMonth - 1);
  const length = Math.max(MONTHS_OF[component.period], periods[last]!.months);
  const looksBack = component.yearToDate ? 12 : length;
  const block = Math.floor(month(last) / looksBack);
  let first = last;
  while (first > 0 && Math.floor(month(first - 1) / looksBack) === block) first--;
  return {
    first,
    last,
    due: (month(last) + periods[last]!.months) % length === 0,
    year: Math.floor(month(last) / 12),
  };
}
