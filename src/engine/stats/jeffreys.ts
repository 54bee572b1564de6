import { betaQuantile, betaUpperQuantile } from './beta';
import { proportionMethod } from './proportion';

/**
 * Jeffreys' interval: equal tails of Beta(x + ½, n − x + ½), with the lower limit 0 for x = 0 and the upper limit 1 for
 * x = n, without which these cases would hardly ever be covered (Brown, Cai and DasGupta 2001).
 */
export const jeffreys = proportionMethod((x, n, confidence) => {
  const [tail, a, b] = [(1 - confidence) / 2, x + 0.5, n - x + 0.5];
  return [x === 0 ? 0 : betaQuantile(tail, a, b), x === n ? 1 : betaUpperQuantile(tail, a, b)];
});
