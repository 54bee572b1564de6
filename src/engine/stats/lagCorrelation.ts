import { correlationP, pearson, spearman } from './correlation';
import { effectivePairs } from './effectivePairs';

/**
 * The convention everywhere: at lag k > 0 x leads y by k periods, x_t stands beside y_{t+k}; at k < 0 y leads x. Pairs outside
 * the overlap do not exist: n periods give n − |k| pairs.
 */
export interface LagCorrelation {
  readonly lag: number;
  /** Complete pairs. */
  readonly n: number;
  readonly r: number | null;
  /** As if the pairs were independent. */
  readonly p: number | null;
  readonly rho: number | null;
  /** By Bartlett, for an explanation; see `effectivePairs`. */
  readonly nEff: number;
  readonly pEff: number | null;
}

/** The parts of both series that stand beside each other at this lag. */
export function overlap(
  x: Float64Array,
  y: Float64Array,
  lag: number,
): readonly [x: Float64Array, y: Float64Array] {
  const n = Math.max(0, Math.min(x.length, y.length) - Math.abs(lag));
  return lag >= 0
    ? [x.subarray(0, n), y.subarray(lag, lag + n)]
    : [x.subarray(-lag, n - lag), y.subarray(0, n)];
}

/** Both correlations of the pairs at one lag. Missing values are NaN. */
export function lagCorrelation(x: Float64Array, y: Float64Array, lag: number): LagCorrelation {
  const [a, b] = overlap(x, y, lag);
  const { n, r, p } = pearson(a, b);
  const nEff = effectivePairs(a, b);
  return { lag, n, r, p, rho: spearman(a, b).r, nEff, pEff: r === null ? null : correlationP(r, nEff) };
}
