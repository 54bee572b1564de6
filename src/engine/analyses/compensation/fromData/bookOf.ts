import type { Day } from '../../../core/day';
import type { Issue } from '../../../core/issue';
import type { Dataset } from '../../../dataset/dataset';
import type { CompensationBook } from '../book';
import type { Plan } from '../plan';
import { creditsOf } from './credits';
import type { CreditSource } from './deals';
import { peopleOf, rowsByName } from './people';
import { monthsOf, periodsUntil } from './periods';
import { quotasOfPeople } from './quotas';
import { typedOf } from './typed';

export interface BookChoices {
  readonly asOf: Day;
  /** Plan years up to and including that of the as-of day. */
  readonly years: number;
  readonly yearStartMonth: number;
  readonly source: 'auto' | CreditSource;
}

/** What the sheets say that pay depends on: periods, people, quotas, credits and typed attainments. */
export function bookOf(
  dataset: Dataset,
  plans: readonly Plan[],
  { asOf, years, yearStartMonth, source }: BookChoices,
): { readonly book: CompensationBook; readonly issues: readonly Issue[] } {
  const periods = periodsUntil(asOf, monthsOf(plans), years, yearStartMonth);
  const people = peopleOf(dataset);
  const byName = rowsByName(people);
  const { credits, issues } = creditsOf(dataset, people, source, asOf);
  return {
    issues,
    book: {
      periods,
      people,
      quotas: quotasOfPeople(dataset, byName, periods),
      ...(credits && { credits }),
      typed: typedOf(dataset, byName, periods),
      yearStartMonth,
    },
  };
}
