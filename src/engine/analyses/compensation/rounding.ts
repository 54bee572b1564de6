import type { Money } from '../../core/money';

/**
 * A computed amount this near to half a cent counts as half a cent: 0.07 × 150.50 is a hair below 10.535 in binary and
 * is still rounded up. The sheets use the same rule, so that no spreadsheet program's own rounding decides.
 */
export const HAIR = 1e-6;

/**
 * A bound or a credit computed from a share of a quota, to a ten-thousandth of a cent: 0.8 × quota is not exact in
 * binary, and who sold exactly 80 % has reached 80 %. The sheets round alike.
 */
export const snapped = (cents: number): number => Math.round(cents * 1e4) / 1e4;

/** Whole cents, half away from zero. A finite number comes in. */
export function roundCents(cents: number): Money {
  const rounded = Math.floor(Math.abs(cents) + 0.5 + HAIR);
  // Rounded to a whole number here; adding 0 turns −0 into 0.
  return ((cents < 0 ? -rounded : rounded) + 0) as Money;
}

/**
 * Unrounded parts as whole cents that add up to `total`, which is their rounded sum: each is rounded down, and the cents
 * left over go one each to the largest remainders, the earlier part first among equals (largest remainder; parts may
 * be negative).
 */
export function roundParts(parts: readonly number[], total: number): readonly Money[] {
  const down = parts.map((part) => Math.floor(part + HAIR));
  let left = total - down.reduce((sum, part) => sum + part, 0);
  const order = parts
    .map((part, i) => ({ i, remainder: part - down[i]! }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  const step = Math.sign(left);
  for (let k = 0; left !== 0 && order.length > 0; k++, left -= step)
    // A sum of many parts may be a few cents off by more than one each: then the round goes on.
    down[(step > 0 ? order[k % order.length]! : order[order.length - 1 - (k % order.length)]!).i]! += step;
  // Whole numbers by construction.
  return down.map((part) => (part + 0) as Money);
}
