import { trendTest } from '../../../src/engine/stats/cochranArmitage';
import { stratifiedTrendTest } from '../../../src/engine/stats/stratifiedTrend';

/** Σ x(s − s̄) for every way in which the successes of a stratum can fall on its trials. */
function everyWay(scores: readonly number[], successes: number): readonly number[] {
  const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
  const from = (at: number, left: number): readonly number[] =>
    at === scores.length
      ? left === 0
        ? [0]
        : []
      : [...from(at + 1, left), ...from(at + 1, left - 1).map((sum) => sum + scores[at]! - mean)];
  return from(0, successes);
}

describe('trend within strata', () => {
  it('has the variance of all ways of dealing the successes of each stratum out (counted one by one)', () => {
    // One trial a group: seven scores in two strata.
    const [scores, strata, successes] = [
      [1, 2, 4, 1, 3, 4, 6],
      [0, 0, 0, 1, 1, 1, 1],
      [0, 0, 1, 0, 1, 0, 1],
    ];
    const ways = [0, 1].map((stratum) =>
      everyWay(
        scores.filter((_, i) => strata[i] === stratum),
        successes.filter((x, i) => strata[i] === stratum && x > 0).length,
      ),
    );
    const variance = ways
      .map((sums) => sums.reduce((total, sum) => total + sum * sum, 0) / sums.length)
      .reduce((a, b) => a + b, 0);
    const observed = 4 - 7 / 3 + (3 - 3.5) + (6 - 3.5);
    const { statistic } = stratifiedTrendTest(
      successes,
      scores.map(() => 1),
      scores,
      strata,
    );
    expect(statistic).toBeCloseTo(observed ** 2 / variance, 12);
  });

  it('is Cochran and Armitage’s test of one stratum but for N ÷ (N − 1) (smokers of Fleiss 1981, R’s ?prop.trend.test)', () => {
    const [x, n] = [
      [83, 90, 129, 70],
      [86, 93, 136, 82],
    ];
    const plain = trendTest(x, n);
    expect(plain.statistic).toBeCloseTo(8.2249, 4);
    const { statistic, slope } = stratifiedTrendTest(x, n, [0, 1, 2, 3], [0, 0, 0, 0]);
    expect(statistic).toBeCloseTo((plain.statistic! * 396) / 397, 10);
    expect(slope).toBeCloseTo(plain.slope!, 12);
  });

  it('sees nothing in strata of one trial', () => {
    expect(stratifiedTrendTest([1, 0], [1, 1], [0, 1], [0, 1])).toEqual({
      slope: null,
      statistic: null,
      p: 1,
    });
  });
});
