import gammainc from '@stdlib/math-base-special-gammainc';

/** The χ² distribution with `df` > 0 degrees of freedom. Tails are computed as themselves, so that small ones keep their digits. */

/** P(X ≤ x). */
export const chiSquareLowerTail = (x: number, df: number): number =>
  x <= 0 ? 0 : gammainc(x / 2, df / 2, true, false);

/** P(X > x): the p-value of a χ² statistic. */
export const chiSquareUpperTail = (x: number, df: number): number =>
  x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
