import type { Issue } from '../core/issue';
import { attainmentIncomplete } from './checks/attainments';
import { readAmounts, readShares } from './numberColumns';
import { readTexts } from './textColumns';
import type { Trouble } from './trouble';
import { noNumbers, numbersAt, textsAt } from './compact';
import type { Attainments } from './dataset';
import { readPeriods } from './periodColumns';
import { keepPersonRows } from './personRows';
import type { Stack } from './stack';

/** Ten times the quota is no attainment: larger numbers are per cent. */
const MOST_ATTAINMENT = 10;

/** Reads attainments typed by hand; rows without person, period or a number are left out. */
export function readAttainments(stack: Stack): {
  readonly attainments: Attainments;
  readonly excluded: Uint8Array;
  readonly issues: readonly Issue[];
} {
  const { count } = stack;
  const troubles: Trouble[] = [];
  const person = readTexts(stack, 'person', troubles);
  const measure = readTexts(stack, 'measure', troubles);
  const { start, end, issues: dateIssues } = readPeriods(stack, troubles);
  const attainment = readShares(stack, 'attainment', MOST_ATTAINMENT, troubles) ?? noNumbers(count);
  const credited = readAmounts(stack, 'credited', troubles)?.values ?? noNumbers(count);
  const { kept, columns, excluded, issues } = keepPersonRows(
    { stack, count, person, start, end, attainment, credited, troubles },
    [attainmentIncomplete],
  );
  return {
    excluded,
    issues: [...dateIssues, ...issues],
    attainments: {
      ...columns,
      start: numbersAt(start, kept),
      end: numbersAt(end, kept),
      ...(measure && { measure: textsAt(measure, kept) }),
      attainment: numbersAt(attainment, kept),
      credited: numbersAt(credited, kept),
    },
  };
}
