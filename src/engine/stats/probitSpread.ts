import { betaQuantile } from './beta';
import { normalLowerTail, normalQuantile } from './normal';

const ONE_BELOW = normalLowerTail(-1);

/**
 * How unsure x successes of n leave a rate, on the probit scale: half the distance between the quantiles that lie one
 * standard deviation below and above, of its posterior Beta(x + ½, n − x + ½). About 1.2 when nothing is known, and
 * falling with 1/√n.
 */
export function probitSpread(x: number, n: number): number {
  const at = (p: number): number => normalQuantile(betaQuantile(p, x + 0.5, n - x + 0.5));
  const spread = (at(1 - ONE_BELOW) - at(ONE_BELOW)) / 2;
  return Number.isFinite(spread) ? Math.min(spread, MOST) : MOST;
}

/** Of nobody, whose posterior reaches to 0 and 1. */
const MOST = 1.5;
