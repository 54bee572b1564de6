import { logBeta } from './beta';
import type { BetaBinomialPosterior } from './betaBinomial';
import { normalLowerTail } from './normal';
import { pooledMoments, pooledProduct, type Counted } from './pooledShare';

/** Shares so many steps apart rest on so many observations that their difference is as good as normal. */
const MOST_STEPS = 5000;

/**
 * The probability that the true share of `one` is higher than that of `other`, both of the groups that the posterior was
 * made of. For given μ and M both shares are beta distributed with parameters that differ by whole numbers, so that the
 * probability follows exactly from that of equal parameters, ½, in as many steps (Cook 2005, Exact calculation of beta
 * inequalities). It is averaged over the posterior of μ and M, which both shares have in common.
 *
 * Where thousands of steps lie between them, the difference is taken as normal with its posterior mean and variance.
 */
export function chanceHigher(posterior: BetaBinomialPosterior, one: Counted, other: Counted): number {
  const steps = Math.abs(one.x - other.x) + Math.abs(one.n - one.x - (other.n - other.x));
  if (steps > MOST_STEPS) return normalChance(posterior, one, other);
  const { weight, mean, concentration } = posterior.nodes;
  const chance = one.x >= other.x ? chanceOfMore : chanceOfFewer;
  let sum = 0;
  for (let i = 0; i < weight.length; i++) {
    const alpha = mean[i]! * concentration[i]!;
    sum += weight[i]! * chance(alpha, concentration[i]! - alpha, one, other);
  }
  return Math.min(1, Math.max(0, sum));
}

/**
 * P(X > Y) for X of Beta(α + x, β + n − x) of `more` and Y likewise of `fewer`, which has no more successes. Both start
 * with what they have in common, as Beta(a, b) and Beta(c, d). With h = B(a + c, b + d)/(B(a, b)·B(c, d)), raising a by 1
 * lifts P by h/a, raising b lowers it by h/b and raising d lifts it by h/d. Successes and failures are added in turn, in
 * proportion, so that no distribution strays from where it ends and h keeps its digits.
 */
function chanceOfMore(alpha: number, beta: number, more: Counted, fewer: Counted): number {
  const successes = more.x - fewer.x;
  const failures = more.n - more.x - (fewer.n - fewer.x);
  let a = alpha + fewer.x;
  let b = beta + Math.min(more.n - more.x, fewer.n - fewer.x);
  const c = a;
  let d = b;
  let h = Math.exp(logBeta(a + c, b + d) - 2 * logBeta(a, b));
  let chance = 0.5;
  const toAdd = Math.abs(failures);
  for (let [i, j] = [0, 0]; i < successes || j < toAdd;) {
    const all = a + b + c + d;
    if (i < successes && (j === toAdd || i * toAdd <= j * successes)) {
      chance += h / a;
      h *= ((a + c) * (a + b)) / (all * a);
      a++;
      i++;
    } else if (failures > 0) {
      chance -= h / b;
      h *= ((b + d) * (a + b)) / (all * b);
      b++;
      j++;
    } else {
      chance += h / d;
      h *= ((b + d) * (c + d)) / (all * d);
      d++;
      j++;
    }
  }
  return chance;
}

const chanceOfFewer: typeof chanceOfMore = (alpha, beta, fewer, more) =>
  1 - chanceOfMore(alpha, beta, more, fewer);

function normalChance(posterior: BetaBinomialPosterior, one: Counted, other: Counted): number {
  const [first, second] = [pooledMoments(posterior, one), pooledMoments(posterior, other)];
  const covariance = pooledProduct(posterior, one, other) - first.mean * second.mean;
  const variance = first.variance + second.variance - 2 * covariance;
  return normalLowerTail((first.mean - second.mean) / Math.sqrt(variance));
}
