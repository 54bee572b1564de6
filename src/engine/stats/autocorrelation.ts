import { sum } from './sum';

/**
 * Autocovariances at lags 0 to `most` with divisor n, about the mean of all values (R: `acf(type = "covariance")`): the divisor
 * makes them a sequence that an autoregression can have. A missing value (NaN) adds nothing, and is not in n.
 */
export function autocovariances(values: ArrayLike<number>, most: number): Float64Array {
  const present = Array.from(values).filter((value) => !Number.isNaN(value));
  const n = present.length;
  const mean = n === 0 ? 0 : sum(present) / n;
  const deviations = Float64Array.from(values, (value) => (Number.isNaN(value) ? 0 : value - mean));
  return Float64Array.from({ length: most + 1 }, (_, lag) => {
    let total = 0;
    for (let i = lag; i < deviations.length; i++) total += deviations[i]! * deviations[i - lag]!;
    return n === 0 ? 0 : total / n;
  });
}

/** Autocorrelations at lags 0 to `most` (R: `acf`); undefined for values that do not differ. */
export function autocorrelations(values: ArrayLike<number>, most: number): Float64Array | undefined {
  const covariances = autocovariances(values, most);
  const variance = covariances[0]!;
  return variance > 0 ? covariances.map((covariance) => covariance / variance) : undefined;
}
