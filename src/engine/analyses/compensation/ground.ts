import type { AssumptionValues } from '../../core/assumption';
import type { Day } from '../../core/day';
import type { Issue, Place } from '../../core/issue';
import { isBlocked, type Outcome } from '../../core/outcome';
import type { Dataset } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { valueOf } from './assumptions';
import type { CompensationBook } from './book';
import { checkPlans } from './checks';
import { checkBook } from './checks/book';
import { bookOf, type BookChoices } from './fromData/bookOf';
import type { CreditSource } from './fromData/deals';
import { plansOf } from './fromData/plans';
import type { Plan } from './plan';

/** Plans that can be paid, and the book that they are paid on. */
export interface PayGround {
  /** At least one. */
  readonly plans: readonly Plan[];
  readonly from: 'sheet' | 'tables';
  readonly book: CompensationBook;
  readonly choices: BookChoices;
}

/** What a person chose of the periods and credits of the book. */
export const bookChoices = (values: AssumptionValues, asOf: Day): BookChoices => ({
  asOf,
  years: Number(valueOf(values, 'payYears')),
  yearStartMonth: Number(valueOf(values, 'payYearStart')),
  source: valueOf(values, 'payCredits') as 'auto' | CreditSource, // the choices of the assumption
});

/**
 * Reads the plans and the book of periods up to a day; neither a value nor an issue where there is no plan. What a plan
 * cannot mean blocks, with its cell.
 */
export function payGroundOf(
  dataset: Dataset,
  values: AssumptionValues,
  asOf: Day,
  tables: EditedTables,
): Outcome<PayGround> {
  const read = plansOf(dataset, tables);
  if (!read) return { value: undefined, issues: [] };
  const { plans, rowOf, from } = read;
  const issues: Issue[] = [...read.issues, ...checkPlans(plans, rowOf)];
  if (isBlocked(issues) || plans.length === 0) return { value: undefined, issues };
  const choices = bookChoices(values, asOf);
  const { book, issues: credited } = bookOf(dataset, plans, choices);
  const checked = checkBook({ plans, book, rowOf, placeOfPerson: (p) => placeOfPerson(dataset, p) });
  // Not pushed: an issue for each of very many orders would be more arguments than a call can have.
  const all = [...issues, ...credited, ...checked];
  return { value: isBlocked(all) ? undefined : { plans, from, book, choices }, issues: all };
}

function placeOfPerson({ people, inputs }: Dataset, person: number): Place | undefined {
  const input = people && inputs[people.origin.table[person]!];
  return input && { source: input.source, sheet: input.sheet, row: people.origin.row[person]! };
}
