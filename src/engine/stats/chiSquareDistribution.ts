import { gammaLowerTail, gammaQuantile, gammaUpperTail } from './gammaDistribution';

/** The χ² distribution with `df` > 0 degrees of freedom. Tails are computed as themselves, so that small ones keep their digits. */

/** P(X ≤ x). */
export const chiSquareLowerTail = (x: number, df: number): number => gammaLowerTail(x, df / 2, 0.5);

/** P(X > x): the p-value of a χ² statistic. */
export const chiSquareUpperTail = (x: number, df: number): number => gammaUpperTail(x, df / 2, 0.5);

/** The x with P(X ≤ x) = p. */
export const chiSquareQuantile = (p: number, df: number): number => gammaQuantile(p, df / 2, 0.5);
