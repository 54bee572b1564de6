import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import { negativeBinomialLogLikelihood, poissonLogLikelihood } from './countModel';
import { gammaLowerTail, gammaUpperTail } from './gammaDistribution';

/**
 * Distributions of a count k = 0, 1, 2 …: binomial, Poisson, negative binomial. Lower tails hold k itself, upper tails do
 * not: P(X ≤ k) + P(X > k) = 1, as in R. Sums over many k are taken as incomplete beta and gamma functions.
 */

/** k·log p where nought times anything is nought: 0 successes of probability 0 are certain. */
const times = (k: number, logarithm: number): number => (k === 0 ? 0 : k * logarithm);

/** P(X = k) of n trials that succeed with probability p. */
export function binomialMass(k: number, n: number, p: number): number {
  if (!(k >= 0 && k <= n)) return 0;
  const ways = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
  return Math.exp(ways + times(k, Math.log(p)) + times(n - k, Math.log1p(-p)));
}

/** P(X ≤ k). */
export const binomialLowerTail = (k: number, n: number, p: number): number =>
  k < 0 ? 0 : k >= n ? 1 : betainc(p, k + 1, n - k, true, true);

/** P(X > k). */
export const binomialUpperTail = (k: number, n: number, p: number): number =>
  k < 0 ? 1 : k >= n ? 0 : betainc(p, k + 1, n - k, true, false);

/** P(X = k) of a Poisson distribution with this mean. */
export const poissonMass = (k: number, mean: number): number =>
  k < 0 ? 0 : Math.exp(poissonLogLikelihood([k], mean));

/** P(X ≤ k). */
export const poissonLowerTail = (k: number, mean: number): number =>
  k < 0 ? 0 : gammaUpperTail(mean, k + 1, 1);

/** P(X > k). */
export const poissonUpperTail = (k: number, mean: number): number =>
  k < 0 ? 1 : gammaLowerTail(mean, k + 1, 1);

/** P(X = k) of a negative binomial distribution with this mean and variance mean + mean² ÷ size (R: `dnbinom(mu = )`). */
export const negativeBinomialMass = (k: number, mean: number, size: number): number =>
  k < 0 ? 0 : Math.exp(negativeBinomialLogLikelihood([k], mean, size));

/** P(X ≤ k). */
export const negativeBinomialLowerTail = (k: number, mean: number, size: number): number =>
  k < 0 ? 0 : betainc(mean / (size + mean), k + 1, size, true, true);
