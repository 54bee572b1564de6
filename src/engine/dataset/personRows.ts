import type { Issue } from '../core/issue';
import { review, type Check } from './checks/check';
import { missingPerson } from './checks/missingPerson';
import { troubles as troubledCells } from './checks/troubles';
import type { Trouble } from './trouble';
import { keptRows, noTexts, textsAt } from './compact';
import type { Origin, TextColumn } from './dataset';
import { originOf, type Stack } from './stack';

/** What the checks of every table look at whose rows name a person. */
interface PersonRows {
  readonly stack: Stack;
  readonly count: number;
  readonly person: TextColumn | undefined;
  readonly troubles: readonly Trouble[];
}

/**
 * What stays of a table whose rows name a person, each row by itself: those without one are left out first, then those that
 * its own checks find unusable; what is only unreadable is said of the rows that stay.
 */
export function keepPersonRows<Rows extends PersonRows>(
  rows: Rows,
  checks: readonly Check<Rows>[],
): {
  /** Rows of the stack. */
  readonly kept: Int32Array;
  readonly columns: { readonly count: number; readonly origin: Origin; readonly person: TextColumn };
  readonly excluded: Uint8Array;
  readonly issues: readonly Issue[];
} {
  const { stack, count, person } = rows;
  const excluded = new Uint8Array(count);
  const issues = review(stack, rows, [missingPerson, ...checks, troubledCells], excluded);
  const kept = keptRows(count, excluded);
  const columns = {
    count: kept.length,
    origin: originOf(stack, kept),
    person: textsAt(person ?? noTexts(count), kept),
  };
  return { kept, columns, excluded, issues };
}
