import fc from 'fast-check';
import { fitCorrelation } from '../../../src/engine/stats/fitCorrelation';
import { countVariance, jointProbability, probabilityGiven } from '../../../src/engine/stats/oneFactor';
import { normalNodes } from '../../../src/engine/stats/normalNodes';
import { normalQuantile } from '../../../src/engine/stats/normal';

describe('events of one factor', () => {
  it('keep their probabilities when the factor is averaged out', () => {
    const { z, weight } = normalNodes(101);
    for (const p of [0.001, 0.2, 0.5, 0.97])
      for (const rho of [0, 0.1, 0.5]) {
        const mean = z.reduce(
          (sum, at, i) => sum + weight[i]! * probabilityGiven(normalQuantile(p), rho, at),
          0,
        );
        expect(mean).toBeCloseTo(p, 12);
      }
  });

  it('spread as binomial counts do without correlation, and as pairs say with it', () => {
    const [n, p, rho] = [40, 0.2, 0.15];
    expect(countVariance([{ count: n, p }], 0)).toBeCloseTo(n * p * (1 - p), 12);
    const pairs = n * (n - 1) * (jointProbability(p, p, rho) - p * p);
    expect(countVariance([{ count: n, p }], rho)).toBeCloseTo(n * p * (1 - p) + pairs, 9);
  });

  it('the correlation is found again from counts that spread as the model says (property)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.5, noNaN: true }),
        fc.integer({ min: 50, max: 500 }),
        (rho, count) => {
          const classes = [{ count, p: 0.15 }];
          const half = Math.sqrt(countVariance(classes, rho) / 2);
          const periods = [-1, 1].map((sign) => ({ classes, happened: count * 0.15 + sign * half }));
          // Their squares add up to one variance; one degree of freedom went to the level, which makes it two.
          expect(fitCorrelation(periods)).toBeCloseTo(rho, 3);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is nought for counts that spread less, null when nothing was expected', () => {
    const classes = [{ count: 100, p: 0.1 }];
    expect(fitCorrelation([10, 10, 10].map((happened) => ({ classes, happened })))).toBe(0);
    expect(fitCorrelation([])).toBeNull();
    expect(fitCorrelation([{ classes: [], happened: 3 }])).toBeNull();
  });

  it('takes a level that was off in all periods alike for no correlation', () => {
    const classes = [{ count: 1000, p: 0.1 }];
    expect(fitCorrelation([200, 201, 199, 200].map((happened) => ({ classes, happened })))).toBe(0);
  });
});
