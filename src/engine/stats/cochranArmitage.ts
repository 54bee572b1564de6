import { chiSquareUpperTail } from './chiSquareDistribution';

export interface TrendTest {
  /** By how much the share changes for one unit of the score; null where there is nothing to see a trend in. */
  readonly slope: number | null;
  /** χ² with one degree of freedom; null with the slope. */
  readonly statistic: number | null;
  readonly p: number;
}

/**
 * Cochran and Armitage's test of a trend in shares: do groups with x_i successes among n_i rise or fall with their scores?
 * (R: `prop.trend.test`.) Without scores the groups stand in order, evenly spaced, an empty one keeping its place.
 *
 * It sees a straight line only: shares that go up and down by the season have none. There is no trend in one group, in groups
 * of equal score, or where all or none succeed: p is 1 then.
 */
export function trendTest(
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
  scores: ArrayLike<number> = Array.from(trials, (_, i) => i),
): TrendTest {
  // From the first score that counts, equal scores are all exactly nought.
  const origin = scores[Array.from(trials).findIndex((size) => size > 0)] ?? 0;
  let [x, n, ofScores] = [0, 0, 0];
  for (let i = 0; i < trials.length; i++) {
    x += successes[i]!;
    n += trials[i]!;
    ofScores += trials[i]! * (scores[i]! - origin);
  }
  const meanScore = ofScores / n;
  let [together, spread] = [0, 0];
  for (let i = 0; i < trials.length; i++) {
    const gap = scores[i]! - origin - meanScore;
    together += successes[i]! * gap;
    spread += trials[i]! * gap * gap;
  }
  if (x === 0 || x === n || !(spread > 0)) return { slope: null, statistic: null, p: 1 };
  const p = x / n;
  const statistic = (together * together) / (spread * p * (1 - p));
  return { slope: together / spread, statistic, p: chiSquareUpperTail(statistic, 1) };
}
