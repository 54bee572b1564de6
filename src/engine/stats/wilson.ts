import { criticalValue } from './normal';
import { proportionMethod } from './proportion';

/**
 * Wilson's score interval (Wilson 1927), without continuity correction: the shares that a z-test would not reject. Close
 * to its stated confidence also for few observations, and never outside [0, 1].
 */
export const wilson = proportionMethod((x, n, confidence) => {
  // The limits are the roots of (n + z²)p² − (2x + z²)p + x²/n. The smaller comes from the product of the roots, which
  // cancels nothing and is exactly 0 for x = 0.
  const z2 = criticalValue(confidence) ** 2;
  const sum = 2 * x + z2 + Math.sqrt(z2 * (z2 + 4 * x * (1 - x / n)));
  return [(2 * x * (x / n)) / sum, x === n ? 1 : sum / (2 * (n + z2))];
});
