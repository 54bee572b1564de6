import gammaln from '@stdlib/math-base-special-gammaln';
import { gammaLowerTail, gammaQuantile } from './gammaDistribution';
import type { Exposed } from './poissonRate';

/**
 * What groups with Poisson counts say together of their true rates λ_i, supposed to scatter as a gamma distribution of mean μ and shape α:
 * the larger α, the more alike the groups are (their coefficient of variation is α^−½). Nodes of the joint posterior of μ and α, whose
 * weights add up to 1. The counterpart of `betaBinomial` for counts over an exposure, which may be more than one for each unit of it.
 */
export interface GammaPoissonPosterior {
  readonly weight: Float64Array;
  readonly mean: Float64Array;
  readonly shape: Float64Array;
}

const SHAPES = 31;
const [LOWEST_SHAPE, HIGHEST_SHAPE] = [0.1, 10_000];
/** In standard deviations of log μ about its mode for a given α: of a smooth peak sums so far apart are as good as its integral. */
const OFFSETS = Array.from({ length: 9 }, (_, i) => i - 4);
/** Nodes of less weight are left out: all of them together are not a thousandth. */
const NEGLIGIBLE = 3e-6;
const MOST_STEPS = 60;
const CLOSE = 1e-10;
/** In the logarithm of the odds of a probability. */
const NEAR = 1e-4;

/**
 * The posterior under a prior that is uniform in log μ and in α^−½. For a given α the likelihood (negative binomial counts) is log-concave
 * in log μ, so that its mode is found by Newton's steps, and the nodes stand around it. Undefined without an event or an exposure.
 */
export function gammaPoissonPosterior(groups: readonly Exposed[]): GammaPoissonPosterior | undefined {
  const exposed = groups.filter(({ exposure }) => exposure > 0);
  const events = exposed.reduce((sum, group) => sum + group.events, 0);
  if (!(events > 0)) return undefined;
  const start = Math.log(events / exposed.reduce((sum, group) => sum + group.exposure, 0));
  const size = SHAPES * OFFSETS.length;
  const [logs, mean, shape] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let row = 0; row < SHAPES; row++) {
    const alpha = LOWEST_SHAPE * (HIGHEST_SHAPE / LOWEST_SHAPE) ** (row / (SHAPES - 1));
    const { mode, sd } = modeFor(exposed, alpha, start);
    // What depends on α alone: of the counts, of the prior, and the nodes' distance.
    const ofRow =
      exposed.reduce((sum, group) => sum + gammaln(alpha + group.events) - gammaln(alpha), 0) -
      Math.log(alpha) / 2 +
      Math.log(sd);
    OFFSETS.forEach((offset, k) => {
      const at = row * OFFSETS.length + k;
      mean[at] = Math.exp(mode + offset * sd);
      shape[at] = alpha;
      logs[at] = ofRow + logLikelihood(exposed, alpha, mean[at]!);
    });
  }
  const best = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  const all = logs.map((log) => Math.exp(log - best));
  const kept = Array.from(all.keys()).filter((at) => all[at]! > NEGLIGIBLE);
  const total = kept.reduce((sum, at) => sum + all[at]!, 0);
  return {
    weight: Float64Array.from(kept, (at) => all[at]! / total),
    mean: Float64Array.from(kept, (at) => mean[at]!),
    shape: Float64Array.from(kept, (at) => shape[at]!),
  };
}

/** Up to what depends on α alone. */
function logLikelihood(groups: readonly Exposed[], alpha: number, mu: number): number {
  let sum = 0;
  for (const { events, exposure } of groups) {
    const expected = mu * exposure;
    sum -= alpha * Math.log1p(expected / alpha);
    if (events > 0) sum += events * Math.log(expected / (alpha + expected));
  }
  return sum;
}

/** Of log μ: where its likelihood is largest, and the standard deviation that its curvature there tells. */
function modeFor(groups: readonly Exposed[], alpha: number, start: number) {
  let mode = start;
  let curvature = 1;
  for (let step = 0; step < MOST_STEPS; step++) {
    const mu = Math.exp(mode);
    let slope = 0;
    curvature = 0;
    for (const { events, exposure } of groups) {
      const share = (mu * exposure) / (alpha + mu * exposure);
      slope += events - (events + alpha) * share;
      curvature += (events + alpha) * share * (1 - share);
    }
    const move = Math.max(-1, Math.min(1, slope / curvature));
    mode += move;
    if (Math.abs(move) < CLOSE) break;
  }
  return { mode, sd: 1 / Math.sqrt(curvature) };
}

export interface PooledRate {
  /** The posterior mean of the group's true rate. */
  readonly estimate: number;
  /** Limits with equal tails. */
  readonly low: number;
  readonly high: number;
  /** The probability that the true rate lies above `t`. */
  readonly chanceAbove: (t: number) => number;
}

/** A group's rate after partial pooling: distributed as a mixture of gamma distributions, one per node. */
export function pooledRate(
  { weight, mean: means, shape: shapes }: GammaPoissonPosterior,
  { events, exposure }: Exposed,
  confidence: number,
): PooledRate {
  const a = shapes.map((shape) => shape + events);
  const b = shapes.map((shape, i) => shape / means[i]! + exposure);
  let [mean, square] = [0, 0];
  for (let i = 0; i < weight.length; i++) {
    mean += (weight[i]! * a[i]!) / b[i]!;
    square += (weight[i]! * a[i]! * (a[i]! + 1)) / (b[i]! * b[i]!);
  }
  const variance = square - mean * mean;
  const lowerTail = (x: number): number => {
    let sum = 0;
    for (let i = 0; i < weight.length; i++) sum += weight[i]! * gammaLowerTail(x, a[i]!, b[i]!);
    return Math.min(1, sum);
  };
  /** By the logarithm of the rate. */
  const density = (x: number): number => {
    let sum = 0;
    for (let i = 0; i < weight.length; i++)
      sum += weight[i]! * Math.exp(a[i]! * Math.log(b[i]! * x) - b[i]! * x - gammaln(a[i]!));
    return sum;
  };
  // The gamma distribution with the same mean and variance is near: there the search begins.
  const limit = (p: number): number =>
    quantileFrom(gammaQuantile(p, (mean * mean) / variance, mean / variance), p, lowerTail, density);
  const tail = (1 - confidence) / 2;
  return {
    estimate: mean,
    low: limit(tail),
    high: limit(1 - tail),
    chanceAbove: (t) => 1 - lowerTail(t),
  };
}

const logOdds = (p: number): number => Math.log(p / (1 - p));
/** Logarithms beyond which a rate is 0 or infinite as far as doubles tell. */
const FAR = 700;

/** Newton's method between the log-odds of the probability and the logarithm of the rate, kept between what is too low and too high. */
function quantileFrom(
  start: number,
  p: number,
  lowerTail: (x: number) => number,
  density: (x: number) => number,
): number {
  let [from, to] = [-FAR, FAR];
  let at = Math.log(Math.max(start, Number.MIN_VALUE));
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = Math.exp(at);
    const reached = lowerTail(x);
    const miss = logOdds(reached) - logOdds(p);
    if (Math.abs(miss) < NEAR) break;
    if (miss < 0) from = at;
    else to = at;
    const next = at - (miss * reached * (1 - reached)) / density(x);
    at = next > from && next < to ? next : (Math.max(from, at - 2) + Math.min(to, at + 2)) / 2;
  }
  return Math.exp(at);
}
