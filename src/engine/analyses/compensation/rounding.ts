import type { Money } from '../../core/money';

/**
 * A computed amount this near to half a cent counts as half a cent: 0.07 × 150.50 is a hair below 10.535 in binary and
 * is still rounded up. The sheets use the same rule, so that no spreadsheet program's own rounding decides.
 */
const HAIR = 1e-6;

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
 * Unrounded parts as whole cents that add up to `total`, their rounded sum: each is rounded towards zero, and the cents
 * left over go one each to the largest remainders of their sign, the earlier part first among equals (largest remainder,
 * Hamilton's method, for parts that may be negative).
 */
export function roundParts(parts: readonly number[], total: number): readonly Money[] {
  const cents = parts.map((part) => Math.trunc(part + Math.sign(part) * HAIR));
  const left = total - cents.reduce((sum, part) => sum + part, 0);
  const sign = Math.sign(left);
  const byRemainder = parts
    .map((part, i) => ({ i, remainder: sign * (part - cents[i]!) }))
    .sort((a, b) => (Math.abs(a.remainder - b.remainder) < HAIR ? a.i - b.i : b.remainder - a.remainder));
  // The cents left over are fewer than the parts, for each part was short of less than one.
  for (let k = 0; k < Math.abs(left); k++) cents[byRemainder[k % byRemainder.length]!.i]! += sign;
  // Whole numbers by construction; adding 0 turns −0 into 0.
  return cents.map((part) => (part + 0) as Money);
}
