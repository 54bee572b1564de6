import type { Issue } from '../core/issue';
import { splitIncomplete } from './checks/splits';
import { readShares } from './numberColumns';
import { readTexts } from './textColumns';
import type { Trouble } from './trouble';
import { keysAt, noNumbers, numbersAt } from './compact';
import type { Splits } from './dataset';
import { keepPersonRows } from './personRows';
import type { Stack } from './stack';
import { stackedCells } from './stack';
import { indexKeys } from './values/keys';

/** Nobody gets five times a deal: larger numbers are per cent. */
const MOST_SHARE = 5;

/** Reads splits; rows without deal, person or share are left out. */
export function readSplits(stack: Stack): {
  readonly splits: Splits;
  readonly excluded: Uint8Array;
  readonly issues: readonly Issue[];
} {
  const { count } = stack;
  const troubles: Trouble[] = [];
  const person = readTexts(stack, 'person', troubles);
  const share = readShares(stack, 'share', MOST_SHARE, troubles) ?? noNumbers(count);
  const deals = indexKeys(stackedCells(stack, 'deal'));
  const { kept, columns, excluded, issues } = keepPersonRows(
    { stack, count, deals, person, share, troubles },
    [splitIncomplete],
  );
  return {
    excluded,
    issues,
    splits: { ...columns, deals: keysAt(deals, kept), share: numbersAt(share, kept) },
  };
}
