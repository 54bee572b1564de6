import fc from 'fast-check';
import { lognormalAtLeast, lognormalMean, lognormalPart } from '../../../src/engine/stats/lognormal';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('the lognormal', () => {
  it('has the mean e^(μ + σ²/2) of the values that are not nought', () => {
    expect(lognormalMean({ zero: 0, mu: -0.125, sigma: 0.5 })).toBeCloseTo(1, 15);
    expect(lognormalMean({ zero: 0.25, mu: -0.125, sigma: 0.5 })).toBeCloseTo(0.75, 15);
  });

  it('stands at one point where σ is nought, which belongs to the interval above', () => {
    const one = { zero: 0.1, mu: 0, sigma: 0 };
    expect(lognormalPart(one, 1, 2, 1)).toBeCloseTo(0.9, 15);
    expect(lognormalPart(one, 0, 1, 1)).toBe(0);
    expect(lognormalAtLeast(one, 1)).toBeCloseTo(0.9, 15);
    expect(lognormalAtLeast(one, 0)).toBe(1);
  });

  it('keeps its digits in the far tail', () => {
    // scipy 1.17.1: stats.norm.sf(log(100) / 0.5)
    const far = lognormalAtLeast({ zero: 0, mu: 0, sigma: 0.5 }, 100);
    expect(Math.abs(far / 1.6254621050168624e-20 - 1)).toBeLessThan(1e-12);
  });

  it('is the sum of its parts, for each power', () => {
    fc.assert(
      fc.property(number(-2, 2), number(0, 2), number(0, 0.9), number(0, 9), (mu, sigma, zero, at) => {
        const x = { zero, mu, sigma };
        for (const power of [0, 1, 2] as const) {
          const whole = lognormalPart(x, 0, Infinity, power);
          const parts = lognormalPart(x, 0, at, power) + lognormalPart(x, at, Infinity, power);
          expect(Math.abs(parts - whole)).toBeLessThanOrEqual(1e-12 * whole);
        }
      }),
    );
  });
});
