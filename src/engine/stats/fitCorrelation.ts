import { countVariance, type EventClass } from './oneFactor';
import { solveMonotone } from './solveMonotone';

/** One past period: what was expected of each class of events, and how many events came. */
export interface PastPeriod {
  readonly classes: readonly EventClass[];
  readonly happened: number;
}

/** No fitted correlation is larger: beyond, one factor would decide nearly everything. */
const MOST = 0.8;

/**
 * The ρ of the one-factor model at which the spread of past counts about what was expected is as wide as it was, by
 * moments: Σ (happened − expected)² = Σ Var(ρ). A level that was off in all periods alike is taken out first, by scaling
 * the expected counts to the sum of what happened: that is bias, not correlation. 0 when the counts spread no more than
 * independent events do; null without any period in which something was expected.
 */
export function fitCorrelation(periods: readonly PastPeriod[]): number | null {
  const expected = periods.map(({ classes }) => classes.reduce((sum, { count, p }) => sum + count * p, 0));
  const total = expected.reduce((a, b) => a + b, 0);
  if (!(total > 0)) return null;
  const level = periods.reduce((sum, { happened }) => sum + happened, 0) / total;
  const squares = periods.reduce((sum, { happened }, t) => sum + (happened - level * expected[t]!) ** 2, 0);
  // One level was fitted: it takes up one degree of freedom.
  const observed = periods.length > 1 ? (squares * periods.length) / (periods.length - 1) : squares;
  const scaled = periods.map(({ classes }) =>
    classes.map(({ count, p }) => ({ count, p: Math.min(0.999, Math.max(1e-9, p * level)) })),
  );
  const spread = (rho: number): number =>
    scaled.reduce((sum, classes) => sum + countVariance(classes, rho), 0);
  const found = solveMonotone(spread, observed, 0, MOST, { tolerance: 1e-6 * observed, steps: 16 });
  return found.found === 'notMonotone' ? 0 : found.x;
}
