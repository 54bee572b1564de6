import { logBeta } from './beta';
import type { BetaBinomialPosterior } from './betaBinomial';

/**
 * The probability that a further group of n, of the same kind as those that the posterior was made of, has no success at
 * all; or with `all` nothing but successes: B(α, β + n) ÷ B(α, β), averaged over the posterior. For a group that is to be
 * judged make the posterior of the others.
 */
export function chanceOfExtreme({ nodes }: BetaBinomialPosterior, n: number, all: boolean): number {
  let sum = 0;
  for (let i = 0; i < nodes.weight.length; i++) {
    const alpha = nodes.mean[i]! * nodes.concentration[i]!;
    const beta = nodes.concentration[i]! - alpha;
    const [own, other] = all ? [alpha, beta] : [beta, alpha];
    sum += nodes.weight[i]! * Math.exp(logBeta(own + n, other) - logBeta(own, other));
  }
  return Math.min(1, sum);
}
