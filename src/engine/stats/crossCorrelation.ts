import { autocovariances } from './autocorrelation';
import { sum } from './sum';

/**
 * The cross-correlation function of time-series programs at lags −most to most (R: `ccf(y, x)`, statsmodels: `ccf`): about the means
 * of the whole series and divided by all n, not by the pairs that overlap, and so drawn to 0 at long lags. At position
 * most + k x leads y by k. Without gaps; undefined where a series does not vary.
 *
 * For comparison with such programs and for series already prewhitened; a correlation of pairs is `lagCorrelation`.
 */
export function crossCorrelations(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  most: number,
): Float64Array | undefined {
  const n = x.length;
  const scale = n * Math.sqrt(autocovariances(x, 0)[0]! * autocovariances(y, 0)[0]!);
  if (!(scale > 0)) return undefined;
  const [meanX, meanY] = [sum(x) / n, sum(y) / n];
  return Float64Array.from({ length: 2 * most + 1 }, (_, position) => {
    const lag = position - most;
    let total = 0;
    for (let t = Math.max(0, lag); t < n + Math.min(0, lag); t++)
      total += (x[t - lag]! - meanX) * (y[t]! - meanY);
    return total / scale;
  });
}
