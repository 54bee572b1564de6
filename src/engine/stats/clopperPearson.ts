import { betaQuantile, betaUpperQuantile } from './beta';
import { proportionMethod } from './proportion';

/**
 * The "exact" interval of Clopper and Pearson (1934): covers at least as often as stated, whatever the true share, and
 * is wider than needed for that reason.
 */
export const clopperPearson = proportionMethod((x, n, confidence) => {
  const tail = (1 - confidence) / 2;
  return [
    x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    x === n ? 1 : betaUpperQuantile(tail, x + 1, n - x),
  ];
});
