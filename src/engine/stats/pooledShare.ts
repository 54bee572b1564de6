import { betaQuantile } from './beta';
import type { BetaBinomialPosterior } from './betaBinomial';
import { mixtureLowerTail, mixtureQuantile, type BetaMixture } from './betaMixture';

/** A group: x successes among n. It should be one of those that the posterior was made of. */
export interface Counted {
  readonly x: number;
  readonly n: number;
}

export interface PooledShare {
  /** The posterior mean of the group's true share. */
  readonly estimate: number;
  readonly sd: number;
  /** Limits with equal tails. */
  readonly low: number;
  readonly high: number;
}

/** Posterior mean and variance of a group's share, exact sums over the grid. */
export function pooledMoments(
  { rows }: BetaBinomialPosterior,
  { x, n }: Counted,
): { readonly mean: number; readonly variance: number } {
  let [mean, square] = [0, 0];
  for (let row = 0; row < rows.weight.length; row++) {
    const [m, weight] = [rows.concentration[row]!, rows.weight[row]!];
    const [alpha, alphaSquare] = [m * rows.mean[row]!, m * m * rows.meanSquare[row]!];
    mean += (weight * (alpha + x)) / (m + n);
    square += (weight * (alphaSquare + alpha * (2 * x + 1) + x * (x + 1))) / ((m + n) * (m + n + 1));
  }
  return { mean, variance: Math.max(0, square - mean * mean) };
}

/** The posterior mean of the product of two groups' shares, for their covariance. */
export function pooledProduct({ rows }: BetaBinomialPosterior, one: Counted, other: Counted): number {
  let product = 0;
  for (let row = 0; row < rows.weight.length; row++) {
    const m = rows.concentration[row]!;
    const [alpha, alphaSquare] = [m * rows.mean[row]!, m * m * rows.meanSquare[row]!];
    product +=
      (rows.weight[row]! * (alphaSquare + alpha * (one.x + other.x) + one.x * other.x)) /
      ((m + one.n) * (m + other.n));
  }
  return product;
}

/**
 * A group's share after partial pooling, with the interval that holds it with the given probability. A group of nobody
 * gets what is expected of a new one: the mean of the others with a wide interval.
 */
export function pooledShare(
  posterior: BetaBinomialPosterior,
  group: Counted,
  confidence: number,
): PooledShare {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`A confidence lies between 0 and 1: ${confidence}.`);
  const { mean, variance } = pooledMoments(posterior, group);
  const mixture = mixtureOf(posterior, group);
  // A beta distribution with the same mean and variance is near: there the search begins.
  const size = (mean * (1 - mean)) / variance - 1;
  const limit = (p: number): number =>
    mixtureQuantile(mixture, p, betaQuantile(p, mean * size, (1 - mean) * size));
  const tail = (1 - confidence) / 2;
  return { estimate: mean, sd: Math.sqrt(variance), low: limit(tail), high: limit(1 - tail) };
}

/** The probability that a group's true share lies above t. */
export function chanceAbove(posterior: BetaBinomialPosterior, group: Counted, t: number): number {
  return 1 - mixtureLowerTail(mixtureOf(posterior, group), t);
}

/** A group's share is distributed as a mixture of beta distributions, one per node. */
function mixtureOf({ nodes }: BetaBinomialPosterior, { x, n }: Counted): BetaMixture {
  return {
    weight: nodes.weight,
    a: nodes.mean.map((mean, i) => mean * nodes.concentration[i]! + x),
    b: nodes.mean.map((mean, i) => (1 - mean) * nodes.concentration[i]! + (n - x)),
  };
}
