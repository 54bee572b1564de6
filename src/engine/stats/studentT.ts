import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';

/** Student's t with `df` > 0 degrees of freedom. Tails are computed as themselves, so that small p-values keep their digits. */

/** P(|T| > |t|): the p-value of a t statistic. */
export function tTwoSided(t: number, df: number): number {
  const square = t * t;
  if (square === Infinity) return 0;
  // Of the two shares that add up to 1 the smaller one has all its digits.
  return square > df
    ? betainc(df / (df + square), df / 2, 0.5, true, false)
    : betainc(square / (df + square), 0.5, df / 2, true, true);
}

/** P(T > t). */
export const tUpperTail = (t: number, df: number): number =>
  t < 0 ? 1 - tTwoSided(t, df) / 2 : tTwoSided(t, df) / 2;

/** P(T ≤ t). */
export const tLowerTail = (t: number, df: number): number => tUpperTail(-t, df);

/** The t with P(T > t) = p; ±Infinity at 0 and 1. */
export function tUpperQuantile(p: number, df: number): number {
  if (p > 0.5) return -tUpperQuantile(1 - p, df);
  if (p > 0.25) {
    const share = betaincinv(2 * p, 0.5, df / 2, true);
    return Math.sqrt((df * share) / (1 - share));
  }
  const share = betaincinv(2 * p, df / 2, 0.5, false);
  return Math.sqrt((df * (1 - share)) / share);
}

/** The t with P(T ≤ t) = p. */
export const tQuantile = (p: number, df: number): number => -tUpperQuantile(p, df);
