import type { Issue } from '../core/issue';
import { review } from './checks/check';
import { missingPerson } from './checks/missingPerson';
import { splitIncomplete } from './checks/splits';
import { troubles as troubledCells } from './checks/troubles';
import type { Trouble } from './columns';
import { readNumbers, readTexts } from './columns';
import { keptRows, keysAt, noTexts, numbersAt, textsAt } from './compact';
import type { Splits } from './dataset';
import { asShares } from './percentColumn';
import type { Stack } from './stack';
import { originOf, stackedCells } from './stack';
import { indexKeys } from './values/keys';

/** Nobody gets five times a deal: larger numbers are per cent. */
const MOST_SHARE = 5;

/** Reads splits; rows without deal, person or share are left out. */
export function readSplits(stack: Stack): {
  readonly splits: Splits;
  readonly excluded: Uint8Array;
  readonly issues: readonly Issue[];
} {
  const troubles: Trouble[] = [];
  const person = readTexts(stack, 'person', troubles);
  const read = readNumbers(stack, 'share', troubles)?.values ?? new Float64Array(stack.count).fill(NaN);
  const share = asShares(read.slice(), MOST_SHARE);
  const deals = indexKeys(stackedCells(stack, 'deal'));
  const excluded = new Uint8Array(stack.count);
  const issues = review(
    stack,
    { stack, count: stack.count, deals, person, share, troubles },
    [missingPerson, splitIncomplete, troubledCells],
    excluded,
  );
  const rows = keptRows(stack.count, excluded);
  return {
    excluded,
    issues,
    splits: {
      count: rows.length,
      origin: originOf(stack, rows),
      deals: keysAt(deals, rows),
      person: textsAt(person ?? noTexts(stack.count), rows),
      share: numbersAt(share, rows),
    },
  };
}
