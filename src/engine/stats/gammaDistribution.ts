import gammainc from '@stdlib/math-base-special-gammainc';
import gammaincinv from '@stdlib/math-base-special-gammaincinv';

/** The gamma distribution with `shape` and `rate` > 0 (mean shape ÷ rate). Tails are computed as themselves. */

/** P(X ≤ x). */
export const gammaLowerTail = (x: number, shape: number, rate: number): number =>
  x <= 0 ? 0 : gammainc(x * rate, shape, true, false);

/** P(X > x). */
export const gammaUpperTail = (x: number, shape: number, rate: number): number =>
  x <= 0 ? 1 : gammainc(x * rate, shape, true, true);

/** The x with P(X ≤ x) = p. */
export const gammaQuantile = (p: number, shape: number, rate: number): number =>
  (p < 0.5 ? gammaincinv(p, shape, false) : gammaincinv(1 - p, shape, true)) / rate;
