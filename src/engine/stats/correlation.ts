import { completePairs } from './completePairs';
import { midranks } from './midranks';
import { criticalValue } from './normal';
import { standardize } from './standardize';
import { tTwoSided, tUpperQuantile } from './studentT';

/**
 * Correlations of pairs; a pair of which one is missing (NaN) is left out. Two pairs always lie on a line and values that
 * do not differ lie on any: with fewer than three pairs, or where one side is constant, there is no correlation (null), never
 * 0 or 1.
 */
export interface Correlation {
  /** Complete pairs. */
  readonly n: number;
  readonly r: number | null;
  /** Two-sided, by Student's t with n − 2: right for independent pairs only, and too small for series with memory. */
  readonly p: number | null;
}

const LEAST_PAIRS = 3;

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** Beyond it the distance to ±1 is taken from differences, of which rounding takes nothing: what lies on a line has r = ±1. */
const NEAR_ONE = 0.99;

/** The correlation of two standardized series. */
export function productOf(a: Float64Array, b: Float64Array): number {
  const r = dot(a, b);
  if (Math.abs(r) < NEAR_ONE) return r;
  const sign = Math.sign(r);
  let distance = 0;
  for (let i = 0; i < a.length; i++) distance += (a[i]! - sign * b[i]!) ** 2;
  return sign * (1 - distance / 2);
}

/** The correlation of values without a gap; null where there is none. */
export function correlationOf(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  if (x.length < LEAST_PAIRS) return null;
  const [a, b] = [standardize(x), standardize(y)];
  return a && b ? productOf(a, b) : null;
}

/**
 * P-value of a correlation r of `pairs` independent pairs, or of an effective number of them, which need not be whole: the
 * chance of one as far from 0 where there is none. Null up to two pairs.
 */
export const correlationP = (r: number, pairs: number): number | null =>
  pairs > 2 ? tTwoSided(r * Math.sqrt((pairs - 2) / ((1 - r) * (1 + r))), pairs - 2) : null;

function correlation(n: number, r: number | null): Correlation {
  return { n, r, p: r === null ? null : correlationP(r, n) };
}

/** Pearson's r (R: `cor.test(x, y)`). */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): Correlation {
  const pairs = completePairs(x, y);
  return correlation(pairs.n, correlationOf(pairs.x, pairs.y));
}

/** Spearman's ρ: Pearson's r of midranks, its p by the same t (R: `cor.test(method = "spearman", exact = FALSE)`). */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): Correlation {
  const pairs = completePairs(x, y);
  return correlation(pairs.n, correlationOf(midranks(pairs.x), midranks(pairs.y)));
}

/** The interval of a correlation of independent pairs by Fisher's z; null with fewer than four. */
export function fisherInterval(
  r: number,
  pairs: number,
  confidence: number,
): { readonly low: number; readonly high: number } | null {
  if (pairs < 4) return null;
  const half = criticalValue(confidence) / Math.sqrt(pairs - 3);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}

/**
 * The |r| at one lag that pure chance exceeds in `level` of cases: .81 at 6 pairs, .57 at 12, .40 at 24. Null up to two pairs.
 */
export function thresholdOfR(pairs: number, level: number): number | null {
  if (pairs <= 2) return null;
  const t = tUpperQuantile(level / 2, pairs - 2);
  return t / Math.sqrt(pairs - 2 + t * t);
}
