import type { RandomSource } from '../core/random';

/** Layers of equal area, the right edge of the lowest, and the area of one (Doornik 2005, table 1). */
const LAYERS = 128;
const EDGE = 3.442619855899;
const AREA = 9.91256303526217e-3;

/** Right edges of the layers from the bottom up, in units of the density's argument; the top one ends at 0. */
const edges = new Float64Array(LAYERS + 1);
/** How much of a layer lies wholly under the curve. */
const inside = new Float64Array(LAYERS);
{
  const density = (x: number): number => Math.exp(-0.5 * x * x);
  edges[0] = AREA / density(EDGE);
  edges[1] = EDGE;
  for (let i = 2; i < LAYERS; i++)
    edges[i] = Math.sqrt(-2 * Math.log(AREA / edges[i - 1]! + density(edges[i - 1]!)));
  for (let i = 0; i < LAYERS; i++) inside[i] = edges[i + 1]! / edges[i]!;
}

/**
 * One draw from the standard normal by the ziggurat (Marsaglia and Tsang 2000, as Doornik 2005 mends it: the layer and
 * the place within it come from different bits, here the highest and the lower of one 53-bit number).
 */
export function normalDraw(random: RandomSource): number {
  for (;;) {
    const scaled = random.next() * LAYERS;
    const layer = scaled | 0;
    const u = 2 * (scaled - layer) - 1;
    if (Math.abs(u) < inside[layer]!) return u * edges[layer]!;
    if (layer === 0) return tail(random, u < 0 ? -1 : 1);
    const x = u * edges[layer]!;
    const low = Math.exp(-0.5 * (edges[layer]! ** 2 - x * x));
    const high = Math.exp(-0.5 * (edges[layer + 1]! ** 2 - x * x));
    if (high + random.next() * (low - high) < 1) return x;
  }
}

/** Beyond the lowest layer's edge (Marsaglia 1964). */
function tail(random: RandomSource, sign: 1 | -1): number {
  for (;;) {
    // 1 − u lies in (0, 1], which has a logarithm.
    const x = Math.log(1 - random.next()) / EDGE;
    const y = Math.log(1 - random.next());
    if (-2 * y >= x * x) return sign * (EDGE - x);
  }
}
