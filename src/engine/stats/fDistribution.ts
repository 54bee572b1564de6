import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';

/**
 * Fisher's F with `between` and `within` degrees of freedom (R: df1, df2), both > 0. Tails are computed as themselves, so
 * that small p-values keep their digits.
 */

/** P(X > f): the p-value of an F statistic. */
export function fUpperTail(f: number, between: number, within: number): number {
  if (f <= 0) return 1;
  if (f === Infinity) return 0;
  const [a, b] = [between * f, within];
  return a > b
    ? betainc(b / (a + b), within / 2, between / 2, true, false)
    : betainc(a / (a + b), between / 2, within / 2, true, true);
}

/** P(X ≤ f). */
export const fLowerTail = (f: number, between: number, within: number): number =>
  f <= 0 ? 0 : fUpperTail(1 / f, within, between);

/** The f with P(X ≤ f) = p. */
export function fQuantile(p: number, between: number, within: number): number {
  const share = betaincinv(p, between / 2, within / 2, false);
  if (share < 0.5) return (within * share) / (between * (1 - share));
  const rest = betaincinv(p, within / 2, between / 2, true);
  return (within * (1 - rest)) / (between * rest);
}
