import { normalQuantile } from './normal';

/** Above this mean counts are so many that an expansion is exact to less than half of one. */
const EXPANDED_FROM = 60;

/**
 * The count that a Poisson variable of this mean does not exceed with probability u: adding up its masses, or for large
 * means by the expansion of Cornish and Fisher to the third order. The same u gives no smaller count for a larger mean,
 * so that a scenario differs from its baseline by what was changed and not by chance.
 */
export function poissonQuantile(mean: number, u: number): number {
  if (!(mean > 0)) return 0;
  if (mean >= EXPANDED_FROM) {
    const z = normalQuantile(u);
    const count = mean + Math.sqrt(mean) * z + (z * z - 1) / 6 + (z - z * z * z) / (72 * Math.sqrt(mean));
    return Math.max(0, Math.floor(count + 0.5));
  }
  let mass = Math.exp(-mean);
  let below = mass;
  let k = 0;
  while (below < u && mass > 1e-300) {
    k++;
    mass *= mean / k;
    below += mass;
  }
  return k;
}
