import { betaLowerTail, betaQuantile, logBeta } from './beta';
import type { BetaBinomialPosterior } from './betaBinomial';

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
  const limit = (p: number): number => quantile(mixture, p, betaQuantile(p, mean * size, (1 - mean) * size));
  const tail = (1 - confidence) / 2;
  return { estimate: mean, sd: Math.sqrt(variance), low: limit(tail), high: limit(1 - tail) };
}

/** The probability that a group's true share lies above t. */
export function chanceAbove(posterior: BetaBinomialPosterior, group: Counted, t: number): number {
  return 1 - lowerTail(mixtureOf(posterior, group), t);
}

/** A group's share is distributed as a mixture of beta distributions, one per node. */
interface BetaMixture {
  readonly weight: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
}

function mixtureOf({ nodes }: BetaBinomialPosterior, { x, n }: Counted): BetaMixture {
  return {
    weight: nodes.weight,
    a: nodes.mean.map((mean, i) => mean * nodes.concentration[i]! + x),
    b: nodes.mean.map((mean, i) => (1 - mean) * nodes.concentration[i]! + (n - x)),
  };
}

function lowerTail({ weight, a, b }: BetaMixture, t: number): number {
  let sum = 0;
  for (let i = 0; i < weight.length; i++) sum += weight[i]! * betaLowerTail(t, a[i]!, b[i]!);
  return Math.min(1, sum);
}

/** The slope of the distribution function by the share's log-odds. */
function slope({ weight, a, b }: BetaMixture, t: number): number {
  const [log, logRest] = [Math.log(t), Math.log1p(-t)];
  let sum = 0;
  for (let i = 0; i < weight.length; i++) {
    sum += weight[i]! * Math.exp(a[i]! * log + b[i]! * logRest - logBeta(a[i]!, b[i]!));
  }
  return sum;
}

const logit = (p: number): number => Math.log(p / (1 - p));
const shareOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
/** Log-odds beyond which a share is 0 or 1 as far as doubles tell. */
const FAR = 700;
/** From so near, in log-odds of the probability, one more step of Newton's method leads as near as doubles tell. */
const NEAR = 0.003;

/** Newton's method between log-odds of the share and of the probability, where the curve is nearly straight. */
function quantile(mixture: BetaMixture, p: number, start: number): number {
  const goal = logit(p);
  let [from, to] = [-FAR, FAR];
  let at = Math.min(to, Math.max(from, logit(start)));
  for (let step = 0; step < 100; step++) {
    const t = shareOf(at);
    const reached = lowerTail(mixture, t);
    const miss = logit(reached) - goal;
    if (miss < 0) from = at;
    else to = at;
    const next = at - (miss * reached * (1 - reached)) / slope(mixture, t);
    at = next >= from && next <= to ? next : (from + to) / 2;
    if (Math.abs(miss) < NEAR || to - from < NEAR) break;
  }
  return shareOf(at);
}
