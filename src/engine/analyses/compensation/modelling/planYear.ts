import { asDay, monthIndexOf, monthStart, type Day } from '../../../core/day';
import type { CompensationBook, Period } from '../book';

/** Years before the plan year from which attainments are taken. */
export const YEARS_BACK = 3;

/** The plan year that is costed, in a book that also holds the years before it, from which attainments are taken. */
export interface PlanYear {
  readonly book: CompensationBook;
  /** Position of the year's first period; those before are history. */
  readonly from: number;
}

/** First and last day of the plan year of a day. */
export function planYearOf(day: Day, yearStartMonth: number): { readonly start: Day; readonly end: Day } {
  const offset = yearStartMonth - 1;
  const first = Math.floor((monthIndexOf(day) - offset) / 12) * 12 + offset;
  return { start: monthStart(first), end: asDay(monthStart(first + 12) - 1) };
}

/** The plan year as a book by itself. */
export function bookOfYear({ book, from }: PlanYear): CompensationBook {
  return {
    ...book,
    periods: book.periods.slice(from),
    typed: book.typed.flatMap((row) => (row.period < from ? [] : [{ ...row, period: row.period - from }])),
  };
}

/** All periods of a book as one plan year: for books that hold no more. */
export const wholeBook = (book: CompensationBook): PlanYear => ({ book, from: 0 });

export const yearPeriods = ({ book, from }: PlanYear): readonly Period[] => book.periods.slice(from);

export const monthsOfYear = (year: PlanYear): number =>
  yearPeriods(year).reduce((sum, { months }) => sum + months, 0);
