import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';

/** P(Z ≤ z) of the standard normal, exact in the far lower tail too. */
export const normalLowerTail = (z: number): number => erfc(-z * Math.SQRT1_2) / 2;

/** P(Z > z), computed as itself and not as one minus the rest, so that small p-values keep their digits. */
export const normalUpperTail = (z: number): number => erfc(z * Math.SQRT1_2) / 2;

/** The z with P(Z ≤ z) = p; ±Infinity at 0 and 1, NaN outside. */
export const normalQuantile = (p: number): number =>
  p < 0.5 ? -Math.SQRT2 * erfcinv(2 * p) : Math.SQRT2 * erfcinv(2 * (1 - p));

/** How many standard errors a two-sided interval of this confidence reaches: 1.96 for 0.95. */
export function criticalValue(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`A confidence lies between 0 and 1: ${confidence}.`);
  return Math.SQRT2 * erfcinv(1 - confidence);
}
