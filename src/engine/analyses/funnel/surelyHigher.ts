import type { BetaBinomialPosterior } from '../../stats/betaBinomial';
import { chanceHigher } from '../../stats/chanceHigher';
import { normalLowerTail } from '../../stats/normal';
import { pooledMoments, pooledProduct, type Counted } from '../../stats/pooledShare';

/** The normal approximation is nearer than that to the exact probability about .9. */
const ROUGHLY = 0.07;

/**
 * Whether the true share of `one` is higher than that of `other` with at least the probability `certainty`. Most pairs are
 * decided by the means and variances alone; where those leave it open the exact probability does.
 */
export function surelyHigher(
  posterior: BetaBinomialPosterior,
  one: Counted,
  other: Counted,
  certainty: number,
): boolean {
  const [a, b] = [pooledMoments(posterior, one), pooledMoments(posterior, other)];
  const covariance = pooledProduct(posterior, one, other) - a.mean * b.mean;
  const roughly = normalLowerTail((a.mean - b.mean) / Math.sqrt(a.variance + b.variance - 2 * covariance));
  if (Math.abs(roughly - certainty) > ROUGHLY) return roughly > certainty;
  return chanceHigher(posterior, one, other) >= certainty;
}

/**
 * For each group, how many of the others surely have a lower, and how many a higher share: its place lies between
 * 1 + higher and (number of groups) − lower.
 */
export function surelyOrdered(
  posterior: BetaBinomialPosterior,
  groups: readonly Counted[],
  certainty: number,
): readonly { readonly lower: number; readonly higher: number }[] {
  const lower = new Array<number>(groups.length).fill(0);
  const higher = new Array<number>(groups.length).fill(0);
  groups.forEach((one, i) =>
    groups.forEach((other, j) => {
      if (i === j || !surelyHigher(posterior, one, other, certainty)) return;
      lower[i]!++;
      higher[j]!++;
    }),
  );
  return groups.map((_, i) => ({ lower: lower[i]!, higher: higher[i]! }));
}
