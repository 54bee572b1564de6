import fc from 'fast-check';
import { credibilityOf, type GroupValues } from '../../../src/engine/stats/credibility';

const groupOf = (values: readonly number[]): GroupValues => {
  const mean = values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  return {
    n: values.length,
    mean,
    squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0),
  };
};

/** Average claims of five states over twelve quarters: Hachemeister 1975, `hachemeister` of the R package actuar. */
const HACHEMEISTER = [
  [1738, 1642, 1794, 2051, 2079, 2234, 2032, 2035, 2115, 2262, 2267, 2517],
  [1364, 1408, 1597, 1444, 1342, 1675, 1470, 1448, 1464, 1831, 1612, 1471],
  [1759, 1685, 1479, 1763, 1674, 2103, 1502, 1622, 1828, 2155, 2233, 2059],
  [1223, 1146, 1010, 1257, 1426, 1532, 1953, 1123, 1343, 1243, 1762, 1306],
  [1456, 1499, 1609, 1741, 1482, 1572, 1606, 1735, 1607, 1573, 1613, 1690],
];

describe('credibility', () => {
  it('is that of actuar for Hachemeister’s data: cm(~state, hachemeister, ratios = ratio.1:ratio.12)', () => {
    const { collective, between, within } = credibilityOf(HACHEMEISTER.map(groupOf));
    // As printed in the package's vignette “Credibility theory features of actuar”.
    expect(collective).toBeCloseTo(1671.017, 3);
    expect(between).toBeCloseTo(72310.02, 2);
    expect(within).toBeCloseTo(46040.47, 2);
  });

  it('draws everybody onto one mean where nothing but chance shows', () => {
    const { means, between } = credibilityOf([groupOf([1, 9, 5]), groupOf([9, 1, 6]), groupOf([5, 5, 5])]);
    expect(between).toBe(0);
    for (const mean of means) expect(mean).toBeCloseTo(46 / 9, 12);
  });

  it('is silent of what it cannot know: nobody, one group, one value each', () => {
    expect(credibilityOf([])).toEqual({ collective: 0, between: 0, within: 0, means: [] });
    expect(credibilityOf([groupOf([2, 4])]).means).toEqual([3]);
    expect(credibilityOf([groupOf([2]), groupOf([4])]).means).toEqual([3, 3]);
    expect(credibilityOf([groupOf([2, 4]), groupOf([])]).means).toEqual([3, 3]);
  });

  it('lies between the own mean and the collective one, nearer to it the more values there are', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 6 }), (all) => {
        const groups = all.map(groupOf);
        const { collective, means } = credibilityOf(groups);
        groups.forEach(({ mean }, i) => {
          expect(means[i]).toBeGreaterThanOrEqual(Math.min(mean, collective) - 1e-9);
          expect(means[i]).toBeLessThanOrEqual(Math.max(mean, collective) + 1e-9);
        });
      }),
    );
  });
});
