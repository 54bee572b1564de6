import { normalQuantile } from './normal';
import { normalNodes } from './normalNodes';
import { probabilityGiven } from './oneFactor';
import { solveMonotone } from './solveMonotone';

/** Events with about the same probability, and one past period of them: how many there were of each class. */
export interface PastPeriod {
  /** By class. */
  readonly count: ArrayLike<number>;
  readonly happened: number;
}

/** So few events cannot tell whether they come together. */
const FEWEST_EVENTS = 5;
/** No fitted correlation is larger: beyond, one factor would decide nearly everything. */
const MOST = 0.8;
const NODES = normalNodes(65);

/**
 * The ρ of the one-factor model at which the spread of past counts about what was expected is as wide as it was, by
 * moments: Σ (happened − expected)² = Σ Var(ρ). A level that was off in all periods alike is taken out first, by scaling
 * the probabilities so that as much was expected as happened: that is bias, not correlation. 0 when the counts spread no
 * more than independent events do; null when nothing was expected, or fewer than five events happened in all.
 *
 * @param p probability of each class
 */
export function fitCorrelation(p: ArrayLike<number>, periods: readonly PastPeriod[]): number | null {
  const classes = Array.from(p);
  const expected = periods.map(({ count }) => classes.reduce((sum, at, c) => sum + count[c]! * at, 0));
  const total = expected.reduce((a, b) => a + b, 0);
  const events = periods.reduce((sum, { happened }) => sum + happened, 0);
  if (!(total > 0) || events < FEWEST_EVENTS) return null;
  const level = events / total;
  const squares = periods.reduce((sum, { happened }, t) => sum + (happened - level * expected[t]!) ** 2, 0);
  // One level was fitted: it takes up one degree of freedom.
  const observed = periods.length > 1 ? (squares * periods.length) / (periods.length - 1) : squares;
  const thresholds = classes.map((at) => normalQuantile(Math.min(0.999, Math.max(1e-9, at * level))));
  const spread = (rho: number): number => summedVariance(thresholds, periods, rho);
  const found = solveMonotone(spread, observed, 0, MOST, { tolerance: 1e-5 * observed, steps: 8 });
  return found.found === 'notMonotone' ? 0 : found.x;
}

/** Σ over periods of the variance of how many events happen: what each class does given the factor serves all periods. */
function summedVariance(thresholds: readonly number[], periods: readonly PastPeriod[], rho: number): number {
  const { z, weight } = NODES;
  const [mean, square] = [new Float64Array(periods.length), new Float64Array(periods.length)];
  let own = 0;
  for (let n = 0; n < z.length; n++) {
    const given = thresholds.map((threshold) => probabilityGiven(threshold, rho, z[n]!));
    periods.forEach(({ count }, t) => {
      let expected = 0;
      for (let c = 0; c < given.length; c++) {
        expected += count[c]! * given[c]!;
        own += weight[n]! * count[c]! * given[c]! * (1 - given[c]!);
      }
      mean[t]! += weight[n]! * expected;
      square[t]! += weight[n]! * expected * expected;
    });
  }
  return square.reduce((sum, of, t) => sum + Math.max(0, of - mean[t]! ** 2), own);
}
