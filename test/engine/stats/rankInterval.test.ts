import fc from 'fast-check';
import { randomFrom } from '../../../src/engine/core/random';
import { fisherInterval, spearman } from '../../../src/engine/stats/correlation';
import { normalDraw } from '../../../src/engine/stats/normalDraws';
import { rankInterval } from '../../../src/engine/stats/rankInterval';

describe('the interval of a rank correlation', () => {
  it('is that of Bonett and Wright (2000), by their formula', () => {
    const { low, high } = rankInterval(0.75, 7, 0.95);
    const half = 1.959963984540054 * Math.sqrt(1.28125 / 4);
    expect(low).toBeCloseTo(Math.tanh(Math.atanh(0.75) - half), 12);
    expect(high).toBeCloseTo(Math.tanh(Math.atanh(0.75) + half), 12);
  });

  it('knows nothing of three pairs, and stays at the end where all ranks agree', () => {
    expect(rankInterval(0.5, 3, 0.95)).toEqual({ low: -1, high: 1 });
    expect(rankInterval(-1, 10, 0.95)).toEqual({ low: -1, high: -1 });
  });

  it('holds ρ, and is never narrower than Fisher’s', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.999, max: 0.999, noNaN: true }),
        fc.integer({ min: 4, max: 500 }),
        (rho, n) => {
          const [own, fisher] = [rankInterval(rho, n, 0.9), fisherInterval(rho, n, 0.9)!];
          expect(own.low <= rho && rho <= own.high).toBe(true);
          expect(own.low <= fisher.low + 1e-12 && own.high >= fisher.high - 1e-12).toBe(true);
        },
      ),
    );
  });

  it('holds the true rank correlation of normal pairs about as often as it says', () => {
    // ρ of a bivariate normal with r = 0.7 is 6/π · asin(0.35) (Kruskal 1958).
    const truth = (6 / Math.PI) * Math.asin(0.35);
    const random = randomFrom(20);
    let held = 0;
    const [rounds, n] = [1500, 30];
    for (let i = 0; i < rounds; i++) {
      const x = Array.from({ length: n }, () => normalDraw(random));
      const y = x.map((value) => 0.7 * value + Math.sqrt(1 - 0.49) * normalDraw(random));
      const { low, high } = rankInterval(spearman(x, y).r!, n, 0.95);
      if (low <= truth && truth <= high) held++;
    }
    // Four standard errors of a share of 0.95, and a point for the approximation.
    expect(Math.abs(held / rounds - 0.95)).toBeLessThan(0.01 + 4 * Math.sqrt((0.95 * 0.05) / rounds));
  });
});
