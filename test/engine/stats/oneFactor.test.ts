import fc from 'fast-check';
import { fitCorrelation } from '../../../src/engine/stats/fitCorrelation';
import { jointProbability, probabilityGiven } from '../../../src/engine/stats/oneFactor';
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

  /** Of n events of probability p: pair by pair. */
  const variance = (n: number, p: number, rho: number): number =>
    n * p * (1 - p) + n * (n - 1) * (jointProbability(p, p, rho) - p * p);

  it('the correlation is found again from counts that spread as the model says (property)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.5, noNaN: true }),
        fc.integer({ min: 50, max: 500 }),
        (rho, count) => {
          const p = 0.15;
          const half = Math.sqrt(variance(count, p, rho) / 2);
          // Their squares add up to one variance; one degree of freedom went to the level, which makes it two.
          const periods = [-1, 1].map((sign) => ({ count: [count], happened: count * p + sign * half }));
          expect(fitCorrelation([p], periods)).toBeCloseTo(rho, 3);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is nought for counts that spread less, null when nothing was expected', () => {
    expect(
      fitCorrelation(
        [0.1],
        [10, 10, 10].map((happened) => ({ count: [100], happened })),
      ),
    ).toBe(0);
    expect(fitCorrelation([0.1], [])).toBeNull();
    expect(fitCorrelation([], [{ count: [], happened: 3 }])).toBeNull();
  });

  it('is not known of fewer than five events: none at all would look as if all had failed together', () => {
    const months = (happened: number) => [
      { count: [100], happened },
      ...Array.from({ length: 23 }, () => ({ count: [100], happened: 0 })),
    ];
    expect(fitCorrelation([0.1], months(0))).toBeNull();
    expect(fitCorrelation([0.1], months(4))).toBeNull();
    expect(fitCorrelation([0.1], months(5))).not.toBeNull();
  });

  it('takes a level that was off in all periods alike for no correlation', () => {
    const periods = [200, 201, 199, 200].map((happened) => ({ count: [1000], happened }));
    expect(fitCorrelation([0.1], periods)).toBe(0);
  });
});
