import type { Money } from '../../core/money';
import type { Part, Piece } from './facts';
import type { DealPart, Slice } from './payout';
import { roundCents, roundParts } from './rounding';

/** Pieces as slices in whole cents that add up to their rounded sum; a slice's deals add up to what they earned of it. */
export function slicesOf(
  component: string,
  pieces: readonly Piece[],
): { readonly slices: readonly Slice[]; readonly pay: Money } {
  const pay = roundCents(pieces.reduce((sum, { amount }) => sum + amount, 0));
  const cents = roundParts(
    pieces.map(({ amount }) => amount),
    pay,
  );
  const slices = pieces.map(({ rule, row, base, rate, unit, amount, parts }, i): Slice => ({
    component,
    rule,
    row,
    base,
    rate,
    unit,
    amount: cents[i]!,
    deals: dealsOf(parts?.() ?? [], amount, cents[i]!),
  }));
  return { slices, pay };
}

/** All of the slice, where deals earned all of it; else what they earned, rounded. */
function dealsOf(parts: readonly Part[], amount: number, rounded: number): readonly DealPart[] {
  if (parts.length === 0) return [];
  const earned = parts.map((part) => part.amount);
  const sum = earned.reduce((a, b) => a + b, 0);
  const cents = roundParts(earned, Math.abs(sum - amount) < 0.5 ? rounded : roundCents(sum));
  return parts.map(({ credit, base }, i) => ({ credit, base, amount: cents[i]! }));
}
