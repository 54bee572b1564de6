import type { Dataset } from '../../../dataset/dataset';
import { bookOf, type BookChoices } from '../fromData/bookOf';
import type { Plan } from '../plan';
import { planYearOf, YEARS_BACK, type PlanYear } from './planYear';

/** The plan year of the as-of day to its end, with the years before it; its issues are those of the book that is paid. */
export function planYearIn(
  dataset: Dataset,
  plans: readonly Plan[],
  choices: Omit<BookChoices, 'years'>,
): PlanYear {
  const { start, end } = planYearOf(choices.asOf, choices.yearStartMonth);
  const { book } = bookOf(dataset, plans, { ...choices, asOf: end, years: YEARS_BACK + 1 });
  return { book, from: book.periods.findIndex((period) => period.start >= start) };
}
