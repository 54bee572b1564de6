import type { RandomSource } from '../core/random';

/** Sums of amounts drawn with replacement from a sample. */
export interface BootstrapSums {
  /** The sum of so many draws; the same seed begins with the same draws. */
  readonly sum: (count: number, seed: number) => number;
}

/** Draws taken at once where many are asked for. */
const AT_ONCE = 16;
/** How many such sums are made beforehand. */
const READY = 2048;

/** Avalanche of 32 bits, as in splitmix32. */
function mixed(state: number): number {
  let z = state ^ (state >>> 16);
  z = Math.imul(z, 0x21f0aaad);
  z ^= z >>> 15;
  z = Math.imul(z, 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/**
 * The bootstrap (Efron 1979) of sums: of `count` amounts each of the sample's, equally likely. For large counts 16 draws,
 * and 16 times 16, are taken at once from sums made beforehand, whose mean is set to the sample's own, so that the time a
 * sum takes hardly grows with its length. Every sum is 0 for an empty sample.
 */
export function bootstrapSums(sample: Float64Array, random: RandomSource): BootstrapSums {
  if (sample.length === 0) return { sum: () => 0 };
  const mean = sample.reduce((a, b) => a + b, 0) / sample.length;
  const made = random.stream('bootstrap');
  const gathered = (from: Float64Array, target: number): Float64Array => {
    const sums = new Float64Array(READY);
    let all = 0;
    for (let i = 0; i < READY; i++) {
      for (let k = 0; k < AT_ONCE; k++) sums[i]! += from[Math.floor(made.next() * from.length)]!;
      all += sums[i]!;
    }
    const factor = all === 0 ? 1 : (target * READY) / all;
    return sums.map((sum) => sum * factor);
  };
  const some = gathered(sample, mean * AT_ONCE);
  const levels = [
    { size: AT_ONCE * AT_ONCE, of: gathered(some, mean * AT_ONCE * AT_ONCE) },
    { size: AT_ONCE, of: some },
    { size: 1, of: sample },
  ];
  return {
    sum(count, seed) {
      let sum = 0;
      let left = count;
      let state = seed;
      for (const { size, of } of levels)
        while (left >= size) {
          state = (state + 0x9e3779b9) | 0;
          sum += of[Math.floor((mixed(state) / 2 ** 32) * of.length)]!;
          left -= size;
        }
      return sum;
    },
  };
}
