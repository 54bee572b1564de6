import type { ProportionInterval } from './proportion';
import { wilson } from './wilson';

/**
 * Newcombe's hybrid score interval of the difference x₁/n₁ − x₂/n₂ (Newcombe 1998, method 10): how far each share's Wilson
 * limits lie from it, added at right angles. Good for few observations and for shares near 0 and 1, and never outside
 * [−1, 1]. Without observations in either group the estimate is null and the interval [−1, 1].
 */
export function newcombe(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  confidence: number,
): ProportionInterval {
  const [first, second] = [wilson(x1, n1, confidence), wilson(x2, n2, confidence)];
  if (first.estimate === null || second.estimate === null) return { estimate: null, low: -1, high: 1 };
  const difference = first.estimate - second.estimate;
  return {
    estimate: difference,
    low: difference - Math.hypot(first.estimate - first.low, second.high - second.estimate),
    high: difference + Math.hypot(first.high - first.estimate, second.estimate - second.low),
  };
}
