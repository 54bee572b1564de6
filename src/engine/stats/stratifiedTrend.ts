import { chiSquareUpperTail } from './chiSquareDistribution';
import { sum } from './sum';
import type { TrendTest } from './cochranArmitage';

/**
 * Cochran and Armitage's test of a trend within strata (Mantel 1963, one degree of freedom): do shares rise or fall with the
 * score among groups of the same stratum? What differs between strata is no trend: if every third month is better than the
 * others, and the first month of the data is a third one, the plain test sees a fall.
 *
 * Each stratum gives its own Σ x(s − s̄) and that sum's variance over all ways in which its successes could be dealt out,
 * N/(N − 1)·p(1 − p)·Σ n(s − s̄)²; both are summed. The factor, which Cochran and Armitage's test leaves out, matters where
 * strata are small: without it one of seven deals would promise too much. With one stratum the statistic is (N − 1)/N times
 * that of `trendTest`; a stratum of one tells nothing.
 */
export function stratifiedTrendTest(
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
  scores: ArrayLike<number>,
  strata: ArrayLike<number>,
): TrendTest {
  const members = new Map<number, number[]>();
  for (let i = 0; i < trials.length; i++) {
    const stratum = members.get(strata[i]!);
    if (stratum) stratum.push(i);
    else members.set(strata[i]!, [i]);
  }
  let [together, variance, spread] = [0, 0, 0];
  for (const of of members.values()) {
    const [x, n] = [of.map((i) => successes[i]!), of.map((i) => trials[i]!)];
    const all = sum(n);
    if (!(all > 1)) continue;
    const p = sum(x) / all;
    const mean = of.reduce((total, i) => total + trials[i]! * scores[i]!, 0) / all;
    let ofStratum = 0;
    for (const i of of) {
      const gap = scores[i]! - mean;
      together += successes[i]! * gap;
      ofStratum += trials[i]! * gap * gap;
    }
    spread += ofStratum;
    variance += (ofStratum * p * (1 - p) * all) / (all - 1);
  }
  // Scores that are all alike within their strata leave rounding only.
  if (!(variance > 1e-12 * spread) || !(spread > 1e-9)) return { slope: null, statistic: null, p: 1 };
  const statistic = (together * together) / variance;
  return { slope: together / spread, statistic, p: chiSquareUpperTail(statistic, 1) };
}
