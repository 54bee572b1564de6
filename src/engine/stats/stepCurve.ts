import { orNull } from '../core/orNull';
import { logLogLimits } from './logLogLimits';

/** A point of an estimated step curve; null where the estimator leaves a number undefined. */
export interface PointEstimate {
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface StepCurve {
  /** Ascending; the curve takes position i's values from `times[i]` on, until the next time. */
  readonly times: Float64Array;
  /** Probabilities. */
  readonly values: Float64Array;
  readonly standardError: Float64Array;
  /** How many standard errors its limits lie away. They are worked out where asked for: a curve may have a million steps. */
  readonly reach: number;
}

/** Position of the last time that is not after t, −1 before the first. */
export function positionAt(times: Float64Array, t: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The curve at time t, continuous from the right. Before the first time it has its value at the start, without limits.
 * After the last it keeps its last value (as R's `summary(fit, times, extend = TRUE)`): who must not extrapolate
 * compares t with the last of `times` first. A curve of nobody has no value anywhere.
 */
export function pointAt(curve: StepCurve, t: number, atStart: 0 | 1): PointEstimate {
  if (curve.times.length === 0) return { estimate: null, standardError: null, low: null, high: null };
  const i = positionAt(curve.times, t);
  if (i < 0) return { estimate: atStart, standardError: 0, low: null, high: null };
  const [low, high] = logLogLimits(curve.values[i]!, curve.standardError[i]!, curve.reach);
  return {
    estimate: orNull(curve.values[i]),
    standardError: orNull(curve.standardError[i]),
    low: orNull(low),
    high: orNull(high),
  };
}
