import { formatNumber } from '../../../report/formats';
import type { Counted } from '../../../stats/pooledShare';
import { confidenceText } from './phrases';
import type { GroupTest } from '../rates';

const METHODS: Readonly<Record<GroupTest['method'], string>> = {
  none: '',
  fisher: 'Fisher’s exact test',
  chiSquare: 'χ² test',
  permutation: 'permutation test',
};

/** "p = 0.264", "p < 0.001". */
export const pText = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${formatNumber(p, 3)}`);

/** Why there is nothing to compare, of x deals won among n decided ones of all groups. */
const nothingToCompare = ({ x, n }: Counted): string =>
  n === 0
    ? 'no deal has been decided yet'
    : x === 0
      ? 'no deal has been won yet'
      : x === n
        ? 'no deal has been lost'
        : 'there are not two groups with decided deals';

/** "People’s win rates do not differ beyond chance (χ² test, p = 0.264)."; `all` are the groups together. */
export function testText(test: GroupTest, what: string, confidence: number, all: Counted): string {
  if (test.method === 'none') return `${what} cannot be compared: ${nothingToCompare(all)}.`;
  const p = pText(test.p);
  return test.differ
    ? `${what} differ beyond chance (${METHODS[test.method]}, ${p}).`
    : `${what} do not differ beyond chance (${METHODS[test.method]}, ${p}): at ${confidenceText(confidence)} nothing speaks against all being alike.`;
}

/** The same in a cell of a table. */
export const testReading = ({ method, differ }: GroupTest): string =>
  method === 'none' ? 'Too few to compare' : differ ? 'Differ beyond chance' : 'No different beyond chance';
