import type { Issue } from '../core/issue';
import { quotaMissing } from './checks/quotaMissing';
import { quotaNotPositive } from './checks/quotaNotPositive';
import { quotaWithoutPeriod } from './checks/quotaWithoutPeriod';
import { readAmounts } from './numberColumns';
import { readTexts } from './textColumns';
import type { Trouble } from './trouble';
import { noNumbers, numbersAt, textsAt } from './compact';
import type { Quotas } from './dataset';
import { readPeriods } from './periodColumns';
import { keepPersonRows } from './personRows';
import type { Stack } from './stack';

/** Reads quotas; rows without person, period or a positive amount are left out. */
export function readQuotas(stack: Stack): {
  readonly quotas: Quotas;
  readonly excluded: Uint8Array;
  readonly issues: readonly Issue[];
} {
  const { count } = stack;
  const troubles: Trouble[] = [];
  const person = readTexts(stack, 'person', troubles);
  const measure = readTexts(stack, 'measure', troubles);
  const { start, end, issues: dateIssues } = readPeriods(stack, troubles);
  const amount = readAmounts(stack, 'amount', troubles)?.values ?? noNumbers(count);
  const { kept, columns, excluded, issues } = keepPersonRows(
    { stack, count, person, start, end, amount, troubles },
    [quotaWithoutPeriod, quotaMissing, quotaNotPositive],
  );
  return {
    excluded,
    issues: [...dateIssues, ...issues],
    quotas: {
      ...columns,
      start: numbersAt(start, kept),
      end: numbersAt(end, kept),
      amount: numbersAt(amount, kept),
      ...(measure && { measure: textsAt(measure, kept) }),
    },
  };
}
