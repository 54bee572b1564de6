import { productOf } from './correlation';
import { lagCorrelation } from './lagCorrelation';
import { midranks } from './midranks';
import { standardizeInto } from './standardize';

/** Both correlations of many pairs of series, at (indicator × results + result) × (mostLag + 1) + lag; NaN where there is none. */
export interface LagScan {
  readonly r: Float64Array;
  readonly rho: Float64Array;
}

/** What of a series stands beside another at each lag: row k of the width of the whole, standardized; and the same of its ranks. */
interface Parts {
  readonly values: Float64Array;
  readonly ranks: Float64Array;
  /** By lag: 1 where the part varies. */
  readonly varies: Uint8Array;
  readonly isWhole: boolean;
}

const LEAST_PAIRS = 3;

/**
 * The parts that stand beside another series from lag 0 on: an indicator loses its last values, a result its first. Each lag
 * takes one value away, so ranks are mended instead of found anew: those above it fall by one, those equal to it by a half.
 */
function partsOf(series: Float64Array, lags: number, loses: 'last' | 'first'): Parts {
  const n = series.length;
  const values = new Float64Array(lags * n);
  const ranks = new Float64Array(lags * n);
  const varies = new Uint8Array(lags);
  const isWhole = !series.some(Number.isNaN);
  if (!isWhole) return { values, ranks, varies, isWhole };
  const current = midranks(series);
  for (let lag = 0; lag < lags && n - lag >= LEAST_PAIRS; lag++) {
    const [from, to] = loses === 'last' ? [0, n - lag] : [lag, n];
    const row = lag * n;
    if (standardizeInto(values.subarray(row, row + n), series, from, to)) {
      standardizeInto(ranks.subarray(row, row + n), current, from, to);
      varies[lag] = 1;
    }
    const gone = series[loses === 'last' ? to - 1 : from]!;
    for (let i = from; i < to; i++)
      if (series[i]! > gone) current[i]! -= 1;
      else if (series[i] === gone) current[i]! -= 0.5;
  }
  return { values, ranks, varies, isWhole };
}

/**
 * Pearson's and Spearman's correlation of each indicator with each result at lags 0 to `mostLag`: the numbers of
 * `lagCorrelation`, without its p-values. All series are of one length; of those with gaps (NaN) the complete pairs count.
 */
export function lagScan(
  indicators: readonly Float64Array[],
  results: readonly Float64Array[],
  mostLag: number,
): LagScan {
  const lags = mostLag + 1;
  const n = indicators[0]?.length ?? 0;
  const r = new Float64Array(indicators.length * results.length * lags).fill(NaN);
  const rho = r.slice();
  const behind = results.map((series) => partsOf(series, lags, 'first'));
  indicators.forEach((series, i) => {
    const ahead = partsOf(series, lags, 'last');
    behind.forEach((other, j) => {
      const at = (i * results.length + j) * lags;
      for (let lag = 0; lag < lags; lag++) {
        if (ahead.isWhole && other.isWhole) {
          if (ahead.varies[lag] === 0 || other.varies[lag] === 0) continue;
          const [from, to] = [lag * n, lag * n + n - lag];
          r[at + lag] = productOf(ahead.values.subarray(from, to), other.values.subarray(from, to));
          rho[at + lag] = productOf(ahead.ranks.subarray(from, to), other.ranks.subarray(from, to));
        } else {
          const found = lagCorrelation(series, results[j]!, lag);
          r[at + lag] = found.r ?? NaN;
          rho[at + lag] = found.rho ?? NaN;
        }
      }
    });
  });
  return { r, rho };
}
