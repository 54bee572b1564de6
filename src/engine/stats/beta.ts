import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import gammaln from '@stdlib/math-base-special-gammaln';

/** The beta distribution with shapes a, b > 0. Tails are computed as themselves, so that small ones keep their digits. */

/** P(X ≤ x). */
export const betaLowerTail = (x: number, a: number, b: number): number => betainc(x, a, b, true, false);

/** P(X > x). */
export const betaUpperTail = (x: number, a: number, b: number): number => betainc(x, a, b, true, true);

/** The x with P(X ≤ x) = p. */
export const betaQuantile = (p: number, a: number, b: number): number => betaincinv(p, a, b, false);

/** The x with P(X > x) = p. */
export const betaUpperQuantile = (p: number, a: number, b: number): number => betaincinv(p, a, b, true);

/** log B(a, b). */
export const logBeta = (a: number, b: number): number => gammaln(a) + gammaln(b) - gammaln(a + b);
