import type { Issue } from '../core/issue';
import { review } from './checks/check';
import { missingPerson } from './checks/missingPerson';
import { quotaMissing } from './checks/quotaMissing';
import { quotaNotPositive } from './checks/quotaNotPositive';
import { quotaWithoutPeriod } from './checks/quotaWithoutPeriod';
import { troubles as troubledCells } from './checks/troubles';
import type { Trouble } from './columns';
import { readAmounts, readDates, readTexts } from './columns';
import { keptRows, noTexts, numbersAt, textsAt } from './compact';
import type { Quotas } from './dataset';
import type { Stack } from './stack';
import { fillPeriods } from './periodColumns';
import { originOf } from './stack';

/** Reads quotas; rows without person, period or a positive amount are left out. */
export function readQuotas(stack: Stack): {
  readonly quotas: Quotas;
  readonly excluded: Uint8Array;
  readonly issues: readonly Issue[];
} {
  const troubles: Trouble[] = [];
  const person = readTexts(stack, 'person', troubles);
  const measure = readTexts(stack, 'measure', troubles);
  const dates = readDates(stack, ['start', 'end'], troubles);
  // Copies: columns that no table has may be one and the same array.
  const start = dates.columns[0]!.slice();
  const end = dates.columns[1]!.slice();
  fillPeriods(stack, start, end);
  const amount = readAmounts(stack, 'amount', troubles)?.values ?? new Float64Array(stack.count).fill(NaN);
  const excluded = new Uint8Array(stack.count);
  const issues = review(
    stack,
    { stack, count: stack.count, person, start, end, amount, troubles },
    [missingPerson, quotaWithoutPeriod, quotaMissing, quotaNotPositive, troubledCells],
    excluded,
  );
  const rows = keptRows(stack.count, excluded);
  return {
    excluded,
    issues: [...dates.issues, ...issues],
    quotas: {
      count: rows.length,
      origin: originOf(stack, rows),
      person: textsAt(person ?? noTexts(stack.count), rows),
      start: numbersAt(start, rows),
      end: numbersAt(end, rows),
      amount: numbersAt(amount, rows),
      ...(measure && { measure: textsAt(measure, rows) }),
    },
  };
}
