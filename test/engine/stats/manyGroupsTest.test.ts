import fc from 'fast-check';
import { randomFrom } from '../../../src/engine/core/random';
import { chiSquareStatistic } from '../../../src/engine/stats/chiSquareTest';
import { manyGroupsTest } from '../../../src/engine/stats/manyGroupsTest';
import { permutationTest } from '../../../src/engine/stats/permutationTest';
import { reallocation } from '../../../src/engine/stats/reallocation';

/** A table of groups with 1 to `most` places, whose successes were dealt out by chance. */
function tableOf(groups: number, most: number, share: number, seed: number) {
  const random = randomFrom(seed);
  const trials = Array.from({ length: groups }, () => 1 + Math.floor(most * random.next() ** 2));
  const successes = Math.max(1, Math.round(share * trials.reduce((sum, n) => sum + n, 0)));
  return { trials, successes, x: Array.from(reallocation(successes, trials, random)()) };
}

describe('the permutation test of many groups by its moments', () => {
  it.each([
    [50, 12, 0.25],
    [200, 6, 0.5],
    [100, 30, 0.04],
    [120, 4, 0.7],
  ])('of %i groups of up to %i, %d of them won, agrees with draws', (groups, most, share) => {
    const seed = 1;
    const { trials, successes, x } = tableOf(groups, most, share, seed);
    const draws = 600;
    const drawn = permutationTest(
      x,
      trials,
      (v) => chiSquareStatistic(v, trials)!,
      randomFrom(seed),
      draws,
    ).p;
    const p = manyGroupsTest(chiSquareStatistic(x, trials)!, successes, trials);
    // Four standard errors of the draws.
    expect(Math.abs(p - drawn)).toBeLessThan(4 * Math.sqrt((drawn * (1 - drawn)) / draws) + 0.005);
  });

  it('agrees with draws in the tail, where a difference is called', () => {
    const { trials, successes } = tableOf(50, 10, 0.3, 5);
    const draw = reallocation(successes, trials, randomFrom(6));
    const statistics = Array.from({ length: 8000 }, () => chiSquareStatistic(draw(), trials)!).sort(
      (a, b) => b - a,
    );
    for (const p of [0.2, 0.05, 0.01])
      expect(Math.abs(manyGroupsTest(statistics[p * 8000]!, successes, trials) - p)).toBeLessThan(
        4 * Math.sqrt((p * (1 - p)) / 8000) + 1e-3,
      );
  });

  it('has the exact mean and variance of χ²: N(k − 1)/(N − 1) of groups of equal size is its middle', () => {
    const trials = new Array<number>(5000).fill(8);
    // Above the mean lies ½ less a sixth of the skewness, about √(8/k), times the normal's density: .497.
    const mean = (40_000 * 4999) / 39_999;
    expect(Math.abs(manyGroupsTest(mean, 10_000, trials) - 0.4973)).toBeLessThan(1e-3);
  });

  it('is a probability that falls with the statistic, of any table', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer(),
        (groups, most, share, seed) => {
          const { trials, successes } = tableOf(groups, most, share, seed);
          const total = trials.reduce((sum, n) => sum + n, 0);
          fc.pre(successes < total);
          let before = 1;
          for (const statistic of [0.01, 1, groups, 2 * groups, 10 * groups]) {
            const p = manyGroupsTest(statistic, successes, trials);
            expect(p).toBeGreaterThanOrEqual(0);
            expect(p).toBeLessThanOrEqual(before + 1e-12);
            before = p;
          }
        },
      ),
    );
  });

  it('finds groups that do differ', () => {
    const trials = new Array<number>(400).fill(6);
    const x = trials.map((n, i) => (i % 2 === 0 ? n : 0));
    expect(manyGroupsTest(chiSquareStatistic(x, trials)!, 1200, trials)).toBeLessThan(1e-9);
  });
});
