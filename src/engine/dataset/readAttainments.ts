import type { Issue } from '../core/issue';
import { attainmentIncomplete } from './checks/attainments';
import { review } from './checks/check';
import { missingPerson } from './checks/missingPerson';
import { troubles as troubledCells } from './checks/troubles';
import type { Trouble } from './columns';
import { readAmounts, readDates, readNumbers, readTexts } from './columns';
import { keptRows, noTexts, numbersAt, textsAt } from './compact';
import type { Attainments } from './dataset';
import { asShares } from './percentColumn';
import { fillPeriods } from './periodColumns';
import type { Stack } from './stack';
import { originOf } from './stack';

/** Ten times the quota is no attainment: larger numbers are per cent. */
const MOST_ATTAINMENT = 10;

/** Reads attainments typed by hand; rows without person, period or a number are left out. */
export function readAttainments(stack: Stack): {
  readonly attainments: Attainments;
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
  const none = (): Float64Array => new Float64Array(stack.count).fill(NaN);
  const typed = readNumbers(stack, 'attainment', troubles)?.values;
  const attainment = typed ? asShares(typed.slice(), MOST_ATTAINMENT) : none();
  const credited = readAmounts(stack, 'credited', troubles)?.values ?? none();
  const excluded = new Uint8Array(stack.count);
  const issues = review(
    stack,
    { stack, count: stack.count, person, start, end, attainment, credited, troubles },
    [missingPerson, attainmentIncomplete, troubledCells],
    excluded,
  );
  const rows = keptRows(stack.count, excluded);
  return {
    excluded,
    issues: [...dates.issues, ...issues],
    attainments: {
      count: rows.length,
      origin: originOf(stack, rows),
      person: textsAt(person ?? noTexts(stack.count), rows),
      start: numbersAt(start, rows),
      end: numbersAt(end, rows),
      ...(measure && { measure: textsAt(measure, rows) }),
      attainment: numbersAt(attainment, rows),
      credited: numbersAt(credited, rows),
    },
  };
}
