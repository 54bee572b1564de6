import { criticalValue } from './normal';

/**
 * The interval of Spearman's rank correlation ρ of independent pairs: Fisher's z with variance (1 + ρ²/2)/(n − 3), which
 * keeps its confidence where Fisher's own 1/(n − 3) is too narrow (Bonett and Wright 2000). All of [−1, 1] up to three pairs.
 */
export function rankInterval(
  rho: number,
  pairs: number,
  confidence: number,
): { readonly low: number; readonly high: number } {
  if (pairs <= 3) return { low: -1, high: 1 };
  const z = Math.atanh(rho);
  const half = criticalValue(confidence) * Math.sqrt((1 + rho ** 2 / 2) / (pairs - 3));
  return { low: Math.tanh(z - half), high: Math.tanh(z + half) };
}
