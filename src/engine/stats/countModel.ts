import gammaln from '@stdlib/math-base-special-gammaln';
import { chiSquareUpperTail } from './chiSquareDistribution';

/** Counts of equal periods, with the distribution that fits them: negative binomial when they spread more than Poisson's. */
export interface CountModel {
  readonly periods: number;
  readonly mean: number;
  /** Of the sample, divided by periods − 1; null for one period. */
  readonly variance: number | null;
  /** Variance ÷ mean; 1 for Poisson. Null without a variance or a mean. */
  readonly dispersion: number | null;
  /** P-value of the test that the counts are Poisson's (Fisher 1950: Σ(x − mean)² ÷ mean is χ² with periods − 1). */
  readonly dispersionP: number | null;
  /** Size k of the negative binomial (variance = mean + mean²/k) by maximum likelihood; Infinity: Poisson. */
  readonly size: number;
}

const mean = (counts: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  return counts.length === 0 ? 0 : sum / counts.length;
};

/** log P(counts) of a Poisson distribution. */
export function poissonLogLikelihood(counts: ArrayLike<number>, mu: number): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++)
    sum +=
      (mu > 0 ? counts[i]! * Math.log(mu) : counts[i]! > 0 ? -Infinity : 0) - mu - gammaln(counts[i]! + 1);
  return sum;
}

/** log P(counts) of a negative binomial of this mean and size (R: `dnbinom(x, size, mu = mu, log = TRUE)`). */
export function negativeBinomialLogLikelihood(counts: ArrayLike<number>, mu: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const x = counts[i]!;
    sum +=
      gammaln(x + size) -
      gammaln(size) -
      gammaln(x + 1) +
      size * Math.log(size / (size + mu)) +
      (x > 0 ? x * Math.log(mu / (size + mu)) : 0);
  }
  return sum;
}

/** The size by moments: mean² ÷ (variance − mean); Infinity when the variance is no larger than the mean. */
export const sizeByMoments = (average: number, variance: number): number =>
  variance > average ? (average * average) / (variance - average) : Infinity;

/** Golden-section search over log size: the likelihood has one top there when the counts are overdispersed. */
function sizeByLikelihood(counts: ArrayLike<number>, mu: number, start: number): number {
  const value = (logSize: number): number => negativeBinomialLogLikelihood(counts, mu, Math.exp(logSize));
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(start) - 6, Math.log(start) + 8];
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [atA, atB] = [value(a), value(b)];
  for (let i = 0; i < 60; i++) {
    if (atA < atB) {
      low = a;
      [a, atA] = [b, atB];
      b = low + golden * (high - low);
      atB = value(b);
    } else {
      high = b;
      [b, atB] = [a, atA];
      a = high - golden * (high - low);
      atA = value(a);
    }
  }
  return Math.exp((low + high) / 2);
}

/**
 * Fits counts of equal periods. Poisson (size Infinity) when the variance is no larger than the mean, which is also all
 * that one period can tell. Otherwise negative binomial, mean by the sample's (its maximum-likelihood estimate), size by
 * maximum likelihood; checked against R MASS::fitdistr.
 */
export function fitCounts(counts: ArrayLike<number>): CountModel {
  const n = counts.length;
  const average = mean(counts);
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (counts[i]! - average) ** 2;
  const variance = n > 1 ? squares / (n - 1) : null;
  const known = variance !== null && average > 0;
  return {
    periods: n,
    mean: average,
    variance,
    dispersion: known ? variance / average : null,
    dispersionP: known ? chiSquareUpperTail(squares / average, n - 1) : null,
    size:
      known && variance > average
        ? sizeByLikelihood(counts, average, sizeByMoments(average, variance))
        : Infinity,
  };
}
