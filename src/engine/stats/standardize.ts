/** The largest difference from the mean that rounding alone gives values of this size, in parts of it. */
const ROUNDING = 2 ** -50;

/**
 * Writes to `out` the values from `from` to before `to`, less their mean and divided by the root of the sum of their squares,
 * so that the product of two such series is their correlation. False, and `out` is of no use, where there are fewer than
 * two values, where they do not differ by more than rounding, or where one is missing.
 *
 * Two passes over differences from the mean: values of 10⁹ that differ by 1 keep their digits.
 */
export function standardizeInto(
  out: Float64Array,
  values: ArrayLike<number>,
  from: number,
  to: number,
): boolean {
  const n = to - from;
  if (n < 2) return false;
  let [sum, size] = [0, 0];
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    sum += value;
    const magnitude = value < 0 ? -value : value;
    if (magnitude > size) size = magnitude;
  }
  const mean = sum / n;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += out[i] = values[from + i]! - mean;
  rest /= n;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const d = (out[i]! -= rest);
    squares += d * d;
  }
  // Also false of NaN, which any missing value makes of the sum.
  if (!(squares > n * (ROUNDING * size) ** 2)) return false;
  const scale = 1 / Math.sqrt(squares);
  for (let i = 0; i < n; i++) out[i]! *= scale;
  return true;
}

/** The same of all values, in a new array; undefined where that says false. */
export function standardize(values: ArrayLike<number>): Float64Array | undefined {
  const out = new Float64Array(values.length);
  return standardizeInto(out, values, 0, values.length) ? out : undefined;
}
