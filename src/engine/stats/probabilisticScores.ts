import { normalLowerTail } from './normal';

/** Scores of a whole forecast distribution against the one value that came; 0 is perfect, in the value's own unit. */

/**
 * Continuous ranked probability score of equally likely draws: E|X − y| − ½·E|X − X′| (Gneiting and Raftery 2007), the
 * integral of the squared distance between their distribution and the step at y. With one draw it is the absolute error.
 * `fair` divides by m(m − 1) instead of m² (Ferro 2014), as if the draws were a sample of more. Null without draws.
 */
export function crps(draws: ArrayLike<number>, y: number, fair = false): number | null {
  const m = draws.length;
  if (m === 0) return null;
  const sorted = Float64Array.from(draws).sort();
  // Σ over pairs of |xᵢ − xⱼ| is Σ (2i − m + 1)·x₍ᵢ₎, i from 0.
  let [distance, pairs] = [0, 0];
  for (let i = 0; i < m; i++) {
    distance += Math.abs(sorted[i]! - y);
    pairs += (2 * i - m + 1) * sorted[i]!;
  }
  const divisor = fair ? m * (m - 1) : m * m;
  return distance / m - (divisor === 0 ? 0 : pairs / divisor);
}

/** The same of a normal distribution, in closed form (Gneiting et al. 2005). */
export function crpsNormal(mean: number, sd: number, y: number): number {
  const z = (y - mean) / sd;
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  return sd * (z * (2 * normalLowerTail(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
}

/** Pinball loss of a quantile forecast q for the share τ: τ·(y − q) above it, (1 − τ)·(q − y) below. */
export const pinball = (q: number, tau: number, y: number): number =>
  y >= q ? tau * (y - q) : (1 - tau) * (q - y);

/**
 * Interval score for a central interval of this coverage: its width, and what the value lies outside of it times
 * 2 ÷ (1 − coverage) (Gneiting and Raftery 2007).
 */
export function intervalScore(low: number, high: number, coverage: number, y: number): number {
  const penalty = 2 / (1 - coverage);
  return high - low + penalty * Math.max(0, low - y) + penalty * Math.max(0, y - high);
}

/** The share of draws below y, and at or below: where ties are the value stands anywhere between. */
export function probabilityIntegral(
  draws: ArrayLike<number>,
  y: number,
): { readonly low: number; readonly high: number } {
  let [below, upTo] = [0, 0];
  for (let i = 0; i < draws.length; i++) {
    if (draws[i]! < y) below++;
    if (draws[i]! <= y) upTo++;
  }
  return { low: below / draws.length, high: upTo / draws.length };
}
