import { sum } from './sum';

/**
 * A composite leading index by the recipe of The Conference Board ("Calculating the Composite Indexes"), and a diffusion index.
 * Series hold the same periods and are never negative. A value that is missing (NaN) has no change, and a series without one adds nothing to the
 * period: the others' weights then stand for all.
 */

/**
 * 200(x_t − x_{t−1}) ÷ (x_t + x_{t−1}): a rise and the fall back are equal and opposite. 0 where both are nought. Of a series that
 * falls when things get better (`direction` −1) with the opposite sign.
 */
export function symmetricChanges(values: Float64Array, direction: 1 | -1 = 1): Float64Array {
  return values.subarray(1).map((value, t) => {
    const both = value + values[t]!;
    return both === 0 ? 0 : (direction * 200 * (value - values[t]!)) / both;
  });
}

/** Standard deviation with n − 1 of what is there; 0 for fewer than two. */
function spread(changes: Float64Array): number {
  const known = changes.filter((change) => !Number.isNaN(change));
  const mean = sum(known) / known.length;
  const squares = sum(known.map((change) => (change - mean) ** 2));
  return known.length < 2 ? 0 : Math.sqrt(squares / (known.length - 1));
}

/** Shares that add up to 1, the steadier the larger, so that no series rules by its noise alone; 0 for one that never changes. */
export function steadyWeights(changes: readonly Float64Array[]): Float64Array {
  const inverse = Float64Array.from(changes, (of) => {
    const sd = spread(of);
    return sd > 0 ? 1 / sd : 0;
  });
  const all = sum(inverse);
  return all > 0 ? inverse.map((weight) => weight / all) : inverse;
}

/** Beyond it, three times as much or a third, a change is counted as this: what comes from nought rises without end. */
const MOST_CHANGE = 100;

/** The index after a weighted symmetric change g: I(200 + g) ÷ (200 − g), of which g is again the symmetric change. */
export function nextIndex(index: number, growth: number): number {
  const g = Math.max(-MOST_CHANGE, Math.min(MOST_CHANGE, growth));
  return (index * (200 + g)) / (200 - g);
}

export interface CompositeIndex {
  readonly weights: Float64Array;
  /** By period from the second; NaN where no series has a change. */
  readonly growth: Float64Array;
  /** By period, 100 at the first; where nothing is known it stays. */
  readonly index: Float64Array;
}

/** Of series each with the direction in which it points to more of the result. */
export function compositeIndex(
  series: readonly { readonly values: Float64Array; readonly direction: 1 | -1 }[],
): CompositeIndex {
  const changes = series.map(({ values, direction }) => symmetricChanges(values, direction));
  const weights = steadyWeights(changes);
  const growth = Float64Array.from({ length: changes[0]?.length ?? 0 }, (_, t) => {
    let [total, present] = [0, 0];
    changes.forEach((of, j) => {
      if (Number.isNaN(of[t])) return;
      total += weights[j]! * of[t]!;
      present += weights[j]!;
    });
    return present > 0 ? total / present : NaN;
  });
  let level = 100;
  const index = Float64Array.from({ length: series[0]?.values.length ?? 0 }, (_, t) => {
    if (t > 0 && !Number.isNaN(growth[t - 1])) level = nextIndex(level, growth[t - 1]!);
    return level;
  });
  return { weights, growth, index };
}

/** A change within this many percent is neither up nor down. */
const STEADY = 0.05;

/**
 * Percent of the series that rose, those that hardly changed counted half: 50 is as many up as down. NaN for a period in which none
 * has a change.
 */
export function diffusionIndex(changes: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: changes[0]?.length ?? 0 }, (_, t) => {
    const known = changes.flatMap((of) => (Number.isNaN(of[t]) ? [] : [of[t]!]));
    const up = known.reduce((n, change) => n + (change > STEADY ? 1 : change < -STEADY ? 0 : 0.5), 0);
    return known.length === 0 ? NaN : (100 * up) / known.length;
  });
}
