import { criticalValue } from './normal';
import type { ProportionInterval } from './proportion';

/**
 * Wilson's score interval (Wilson 1927) of x successes among n at a confidence between 0 and 1, without continuity
 * correction: the shares that a z-test would not reject. Close to its stated confidence also for few observations, and
 * never outside [0, 1].
 */
export function wilson(x: number, n: number, confidence: number): ProportionInterval {
  if (!(x >= 0 && x <= n)) throw new RangeError(`Of ${n} there cannot be ${x}.`);
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`A confidence lies between 0 and 1: ${confidence}.`);
  if (n === 0) return { estimate: null, low: 0, high: 1 };
  // The limits are the roots of (n + z²)p² − (2x + z²)p + x²/n. The smaller comes from the product of the roots, which
  // cancels nothing and is exactly 0 for x = 0.
  const z2 = criticalValue(confidence) ** 2;
  const sum = 2 * x + z2 + Math.sqrt(z2 * (z2 + 4 * x * (1 - x / n)));
  return { estimate: x / n, low: (2 * x * (x / n)) / sum, high: x === n ? 1 : sum / (2 * (n + z2)) };
}
