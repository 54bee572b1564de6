import { randomFrom } from '../../../src/engine/core/random';
import { normalLowerTail } from '../../../src/engine/stats/normal';
import { normalDraw } from '../../../src/engine/stats/normalDraws';

const N = 400_000;
const draws = (seed: number): Float64Array => {
  const random = randomFrom(seed);
  return Float64Array.from({ length: N }, () => normalDraw(random));
};

describe('normal draws', () => {
  const sorted = draws(7).sort();

  it('follow the normal curve everywhere (Kolmogorov–Smirnov at 0.1%)', () => {
    let worst = 0;
    sorted.forEach((x, i) => {
      const p = normalLowerTail(x);
      worst = Math.max(worst, Math.abs((i + 1) / N - p), Math.abs(i / N - p));
    });
    // 1.95/√n is the 0.1% point of the limit distribution.
    expect(worst).toBeLessThan(1.95 / Math.sqrt(N));
  });

  it('have the moments of the normal', () => {
    const moment = (k: number): number => sorted.reduce((sum, x) => sum + x ** k, 0) / N;
    // Standard errors of the first four moments: √1, √2, √15, √96 over √n.
    const near = (k: number, expected: number, variance: number) =>
      expect(Math.abs(moment(k) - expected)).toBeLessThan(4 * Math.sqrt(variance / N));
    near(1, 0, 1);
    near(2, 1, 2);
    near(3, 0, 15);
    near(4, 3, 96);
  });

  it('reach beyond the lowest layer as often as the normal does', () => {
    const edge = 3.442619855899;
    const expected = 2 * normalLowerTail(-edge) * N;
    const beyond = sorted.filter((x) => Math.abs(x) > edge).length;
    expect(Math.abs(beyond - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  it('are the same from the same seed', () => {
    expect(draws(3).subarray(0, 50)).toEqual(draws(3).subarray(0, 50));
  });
});
