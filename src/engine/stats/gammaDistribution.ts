import gammainc from '@stdlib/math-base-special-gammainc';
import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import { largeGamma } from './largeGamma';

/** The gamma distribution with `shape` and `rate` > 0 (mean shape ÷ rate). Tails are computed as themselves. */

const LARGE = 500;

/** P(X ≤ x). */
export const gammaLowerTail = (x: number, shape: number, rate: number): number =>
  x <= 0 ? 0 : shape < LARGE ? gammainc(x * rate, shape, true, false) : largeGamma(x * rate, shape).lower;

/** P(X > x). */
export const gammaUpperTail = (x: number, shape: number, rate: number): number =>
  x <= 0 ? 1 : shape < LARGE ? gammainc(x * rate, shape, true, true) : largeGamma(x * rate, shape).upper;

/** The x with P(X ≤ x) = p. */
export function gammaQuantile(p: number, shape: number, rate: number): number {
  const isLow = p < 0.5;
  let x = isLow ? gammaincinv(p, shape, false) : gammaincinv(1 - p, shape, true);
  // Newton's steps from a near value: three give all digits.
  for (let step = 0; shape >= LARGE && p > 0 && p < 1 && step < 3; step++) {
    const { lower, upper, density } = largeGamma(x, shape);
    x -= (isLow ? lower - p : 1 - p - upper) / density;
  }
  return x / rate;
}
