import type { Issue } from '../../src/engine/core/issue';
import { dayOfIso } from '../../src/engine/core/day';
import { bookOf, type BookChoices } from '../../src/engine/analyses/compensation/fromData/bookOf';
import type { CompensationBook } from '../../src/engine/analyses/compensation/book';
import type { Plan } from '../../src/engine/analyses/compensation/plan';
import { readTables, type WrittenTable } from './read';

/** The book of tables whose headers are field ids. */
export function bookOfTables(
  tables: readonly WrittenTable[],
  plans: readonly Plan[],
  asOf: string,
  choices: Partial<BookChoices> = {},
): { readonly book: CompensationBook; readonly issues: readonly Issue[] } {
  const { dataset, issues } = readTables(tables, { asOf });
  const day = dayOfIso(asOf);
  if (!dataset || day === undefined) throw new Error(`Not read: ${issues.map(({ code }) => code).join()}`);
  return bookOf(dataset, plans, { asOf: day, years: 1, yearStartMonth: 1, source: 'auto', ...choices });
}
