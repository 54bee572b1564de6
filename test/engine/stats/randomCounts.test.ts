import gammaln from '@stdlib/math-base-special-gammaln';
import { randomFrom } from '../../../src/engine/core/random';
import { bootstrapSums } from '../../../src/engine/stats/bootstrapSums';
import { gammaDraw } from '../../../src/engine/stats/gammaDraws';
import { poissonQuantile } from '../../../src/engine/stats/poissonQuantile';

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: readonly number[]): number => {
  const m = mean(values);
  return values.reduce((sum, v) => sum + (v - m) ** 2, 0) / (values.length - 1);
};
const take = <T>(n: number, f: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => f(i));

describe('Poisson quantiles', () => {
  /** P(N ≤ k), mass by mass. */
  const atMost = (k: number, mu: number): number => {
    let sum = 0;
    for (let j = 0; j <= k; j++) sum += Math.exp(j * Math.log(mu) - mu - gammaln(j + 1));
    return sum;
  };

  it('are the counts at which the distribution reaches the share, within a hundredth of one count’s chance', () => {
    for (const mu of [0.01, 0.5, 3, 25, 59.9, 60, 100, 1000, 20_000])
      for (const u of [0.0005, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.9995]) {
        const k = poissonQuantile(mu, u);
        const slack = mu < 60 ? 1e-9 : 0.005 / Math.sqrt(mu);
        expect(atMost(k, mu)).toBeGreaterThanOrEqual(u - slack);
        expect(atMost(k - 1, mu)).toBeLessThan(u + slack);
      }
  });

  it('rise with the mean for the same chance, and are nought for a mean of nought', () => {
    for (const u of [0.05, 0.5, 0.95]) {
      const counts = take(400, (i) => poissonQuantile(i * 0.5, u));
      expect([...counts].sort((a, b) => a - b)).toEqual(counts);
    }
    expect(poissonQuantile(0, 0.999)).toBe(0);
    expect(poissonQuantile(5, 1)).toBeLessThan(400);
  });
});

describe('gamma draws', () => {
  it.each([0.3, 1, 4.5, 200])(
    'of shape %d have that mean and variance, within four standard errors',
    (shape) => {
      const random = randomFrom(11).stream(String(shape));
      const draws = take(40_000, () => gammaDraw(shape, random));
      expect(draws.every((x) => x > 0)).toBe(true);
      expect(Math.abs(mean(draws) - shape)).toBeLessThan(4 * Math.sqrt(shape / draws.length));
      // The fourth central moment of a gamma is 3·shape² + 6·shape.
      const ofVariance = Math.sqrt((3 * shape ** 2 + 6 * shape - shape ** 2) / draws.length);
      expect(Math.abs(variance(draws) - shape)).toBeLessThan(4 * ofVariance);
    },
  );
});

describe('bootstrapped sums', () => {
  const sample = Float64Array.of(100, 250, 250, 900, 4000);
  const { sum } = bootstrapSums(sample, randomFrom(3));
  const m = mean([...sample]);
  const sd = Math.sqrt(mean([...sample].map((v) => (v - m) ** 2)));

  it.each([1, 5, 20, 300, 3000])('of %d amounts have their mean and spread', (count) => {
    const sums = take(8000, (i) => sum(count, i * 7919));
    expect(Math.abs(mean(sums) - count * m)).toBeLessThan(
      (5 * sd * Math.sqrt(count)) / Math.sqrt(sums.length),
    );
    expect(Math.sqrt(variance(sums)) / (sd * Math.sqrt(count))).toBeCloseTo(1, 1);
  });

  it('are the same for the same seed, begin alike, double with the amounts, and are nought without any', () => {
    expect(sum(37, 5)).toBe(sum(37, 5));
    expect(sum(3, 5) - sum(2, 5)).toBeGreaterThan(0);
    const doubled = bootstrapSums(
      sample.map((v) => 2 * v),
      randomFrom(3),
    );
    for (const count of [1, 17, 300]) expect(doubled.sum(count, 9)).toBe(2 * sum(count, 9));
    expect(bootstrapSums(new Float64Array(0), randomFrom(1)).sum(5, 1)).toBe(0);
    expect(sum(0, 1)).toBe(0);
  });
});
