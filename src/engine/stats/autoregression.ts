import { autocovariances } from './autocorrelation';

/** An autoregression x_t = φ₁x_{t−1} + … + φ_p x_{t−p} + e_t of the deviations from the mean. */
export interface Autoregression {
  readonly order: number;
  readonly coefficients: Float64Array;
}

/**
 * Solves the Yule–Walker equations of order p for autocovariances `gamma`, by Levinson and Durbin's recursion, into `phi`; gives
 * the variance of what is left, without a correction for what was estimated (R: `ar.yw`). With the divisor n of `autocovariances` the
 * fit is stationary. Of a series that does not vary all coefficients are 0.
 */
export function solveYuleWalker(gamma: ArrayLike<number>, p: number, phi: Float64Array): number {
  let variance = gamma[0]!;
  phi.fill(0, 0, p);
  for (let k = 1; k <= p && variance > 0; k++) {
    let left = gamma[k]!;
    for (let i = 0; i < k - 1; i++) left -= phi[i]! * gamma[k - 1 - i]!;
    const partial = left / variance;
    phi[k - 1] = partial;
    for (let i = 0, j = k - 2; i <= j; i++, j--) {
      const [early, late] = [phi[i]!, phi[j]!];
      phi[i] = early - partial * late;
      if (i < j) phi[j] = late - partial * early;
    }
    variance *= (1 - partial) * (1 + partial);
  }
  return variance;
}

/**
 * Akaike's criterion of an autoregression of n values, corrected for few of them (Hurvich and Tsai 1989), up to what all orders
 * share: it hardly ever takes an order that a short series cannot bear.
 */
export const aicc = (order: number, variance: number, n: number): number =>
  n * Math.log(variance) + (2 * (order + 2) * n) / Math.max(1, n - order - 3);

/** The order up to `most` of least AICc, of equals the lowest; `phi` then holds its coefficients. */
export function chooseOrder(gamma: ArrayLike<number>, n: number, most: number, phi: Float64Array): number {
  if (!(gamma[0]! > 0)) return 0;
  let [best, least] = [0, Infinity];
  for (let order = 0; order <= most; order++) {
    const criterion = aicc(order, solveYuleWalker(gamma, order, phi), n);
    if (criterion < least) [best, least] = [order, criterion];
  }
  if (best < most) solveYuleWalker(gamma, best, phi);
  return best;
}

/** The Yule–Walker fit of the order that AICc chooses (R: `ar.yw`, but for the criterion); of what does not vary order 0. */
export function fitAutoregression(values: ArrayLike<number>, most: number): Autoregression {
  const coefficients = new Float64Array(most);
  const order = chooseOrder(autocovariances(values, most), values.length, most, coefficients);
  return { order, coefficients: coefficients.slice(0, order) };
}

/**
 * What an autoregression leaves of the deviations from the mean: values p to n − 1, of which each is what its p predecessors did not
 * foretell. The filter may be another series' own.
 */
export function innovations(values: ArrayLike<number>, coefficients: ArrayLike<number>): Float64Array {
  const [n, p] = [values.length, coefficients.length];
  let total = 0;
  for (let t = 0; t < n; t++) total += values[t]!;
  const mean = total / n;
  return Float64Array.from({ length: Math.max(0, n - p) }, (_, k) => {
    let e = values[k + p]! - mean;
    for (let i = 0; i < p; i++) e -= coefficients[i]! * (values[k + p - 1 - i]! - mean);
    return e;
  });
}
