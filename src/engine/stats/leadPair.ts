import { autocorrelations } from './autocorrelation';
import { fitAutoregression, innovations } from './autoregression';
import { adjusted } from './orthonormal';
import { seasonalBasis, type Season } from './seasonalBasis';
import { standardizeInto } from './standardize';

/** A series that may lead the result; both have a value for the same periods, NaN where one is missing. */
export interface LeadIndicator {
  readonly values: Float64Array;
  /** The plausible lags, both included: these are tested. Lag k: the indicator leads by k periods. */
  readonly window: { readonly from: number; readonly to: number };
}

/**
 * An indicator and the result with trend, season and own memory taken out, and all that a bootstrap needs to do the same to
 * a series drawn anew. Plain data, so that workers may share the draws.
 */
export interface LeadPair {
  /** Periods of the longest stretch in which both have a value. */
  readonly periods: number;
  /** Whether changes from period to period were taken instead of the values. */
  readonly differenced: boolean;
  readonly basis: readonly Float64Array[];
  /** Of the autoregression that was taken out of the indicator. */
  readonly coefficients: Float64Array;
  /** The highest order that was tried. */
  readonly mostOrder: number;
  /** The indicator's innovations, as many as the result has of those compared. */
  readonly innovations: Float64Array;
  /** Lags 0 to `lags` − 1 have pairs enough. */
  readonly lags: number;
  /** Row k: the result's innovations from k on, standardized; a row of the width of all. */
  readonly following: Float64Array;
  /** Correlation by lag; NaN where there is none. */
  readonly r: Float64Array;
  readonly window: { readonly from: number; readonly to: number };
}

/** Fewer pairs than this tell nothing. */
export const LEAST_PAIRS = 6;
/** A residual with so much memory is taken for one that wanders: its changes are tested. */
const WANDERS = 0.65;
/** Below so many periods an autoregression has one coefficient at most, else two. */
const LONG = 24;
/** Innovations compared start at the third period whatever the orders, so that all pairs compare the same periods. */
const WARM_UP = 2;

/** The longest run of periods in which both have a value; of equals the latest. */
export function commonStretch(x: Float64Array, y: Float64Array): readonly [from: number, to: number] {
  let best: readonly [number, number] = [0, 0];
  for (let t = 0, from = 0; t < x.length; t++) {
    if (Number.isNaN(x[t]) || Number.isNaN(y[t])) from = t + 1;
    else if (t + 1 - from >= best[1] - best[0]) best = [from, t + 1];
  }
  return best;
}

const wanders = (values: Float64Array): boolean => (autocorrelations(values, 1)?.[1] ?? 0) > WANDERS;

const changes = (values: Float64Array): Float64Array =>
  values.subarray(1).map((value, t) => value - values[t]!);

/** Correlations of x with what follows it, by the rows of `following`. */
function lagCorrelations(x: Float64Array, following: Float64Array, lags: number): Float64Array {
  const m = x.length;
  const part = new Float64Array(m);
  return Float64Array.from({ length: lags }, (_, lag) => {
    if (!standardizeInto(part, x, 0, m - lag)) return NaN;
    let r = 0;
    for (let t = 0; t < m - lag; t++) r += part[t]! * following[lag * m + t]!;
    return r;
  });
}

/**
 * Takes trend and season out of both (`seasonalBasis`), of their changes instead where either still wanders, then each one's own
 * autoregression of an order chosen by AICc, and correlates what is left at lags 0 to `mostLag`: two series that share a trend,
 * a season or slow swings are related in nothing else. Undefined where too few periods are left for any lag.
 */
export function leadPair(
  result: Float64Array,
  { values, window }: LeadIndicator,
  mostLag: number,
  season: Season,
): LeadPair | undefined {
  const [from, to] = commonStretch(values, result);
  let pair = [values.subarray(from, to), result.subarray(from, to)] as const;
  const periods = to - from;
  let basis = seasonalBasis(periods, season);
  let left = [adjusted(pair[0], basis), adjusted(pair[1], basis)] as const;
  const differenced = left.some(wanders);
  if (differenced) {
    pair = [changes(pair[0]), changes(pair[1])];
    basis = seasonalBasis(periods - 1, season, periods);
    left = [adjusted(pair[0], basis), adjusted(pair[1], basis)];
  }
  const n = pair[0].length;
  const m = n - WARM_UP;
  const lags = Math.min(mostLag, m - LEAST_PAIRS) + 1;
  if (lags < 1) return undefined;
  const mostOrder = n < LONG ? 1 : 2;
  const { coefficients } = fitAutoregression(left[0], mostOrder);
  const x = innovations(left[0], coefficients).slice(-m);
  const y = innovations(left[1], fitAutoregression(left[1], mostOrder).coefficients).slice(-m);
  const following = new Float64Array(lags * m);
  for (let lag = 0; lag < lags; lag++)
    if (!standardizeInto(following.subarray(lag * m, (lag + 1) * m), y, lag, m))
      following.fill(NaN, lag * m, (lag + 1) * m);
  return {
    periods,
    differenced,
    basis,
    coefficients,
    mostOrder,
    innovations: x,
    lags,
    following,
    r: lagCorrelations(x, following, lags),
    window,
  };
}
