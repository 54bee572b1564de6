import type { RandomSource } from '../core/random';
import { normalDraw } from './normalDraws';

/**
 * One draw from the gamma distribution of this shape and scale 1, by squeezing a normal (Marsaglia and Tsang 2000); a shape
 * below 1 is drawn one higher and brought down by a power of a uniform, as they say.
 */
export function gammaDraw(shape: number, random: RandomSource): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    // 1 − u lies in (0, 1], which has a logarithm.
    const u = 1 - random.next();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
