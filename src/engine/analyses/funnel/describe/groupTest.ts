import { formatNumber } from '../../../report/formats';
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

/** "People’s win rates do not differ beyond chance (χ² test, p = 0.264)." */
export function testText(test: GroupTest, what: string, confidence: number): string {
  if (test.method === 'none')
    return `${what} cannot be compared: there are not two groups with decided deals.`;
  const p = pText(test.p);
  return test.differ
    ? `${what} differ beyond chance (${METHODS[test.method]}, ${p}).`
    : `${what} do not differ beyond chance (${METHODS[test.method]}, ${p}): at ${confidenceText(confidence)} nothing speaks against all being alike.`;
}
