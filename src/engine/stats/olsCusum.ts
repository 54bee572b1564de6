import { sum } from './sum';

export interface LevelShiftTest {
  /** Partial sums of what the values lie above their mean, in units of standard error; ends at 0. */
  readonly process: Float64Array;
  /** The greatest of them in either direction; null for fewer than two values or for values all equal. */
  readonly statistic: number | null;
  readonly p: number;
}

/**
 * The OLS-based CUSUM test (Ploberger and Krämer 1992; R: `strucchange::efp(y ~ 1, type = "OLS-CUSUM")` and `sctest`): has a
 * series kept its level? Where it has, the sums wander like a Brownian bridge; where the level shifted they have a peak
 * there. For measures that are no shares, such as days or amounts.
 */
export function olsCusum(values: ArrayLike<number>): LevelShiftTest {
  const n = values.length;
  const mean = sum(values) / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
  if (!(n > 1 && squares > 0)) return { process: new Float64Array(n), statistic: null, p: 1 };
  const unit = Math.sqrt((squares / (n - 1)) * n);
  let above = 0;
  const process = Float64Array.from(values, (value) => (above += value - mean) / unit);
  const statistic = process.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { process, statistic, p: bridgeUpperTail(statistic) };
}

/** Below this the probability is 1 in double precision, and the series would take many terms. */
const SURE = 0.1;

/** P(the greatest distance of a Brownian bridge from 0 > x), Kolmogorov's distribution: 2·Σ (−1)^(k+1)·e^(−2k²x²). */
function bridgeUpperTail(x: number): number {
  if (x < SURE) return 1;
  let tail = 0;
  for (let k = 1; k <= 100; k++) {
    const term = Math.exp(-2 * k * k * x * x);
    tail += k % 2 === 1 ? term : -term;
    if (term < 1e-17 * tail) break;
  }
  return Math.min(1, 2 * tail);
}
