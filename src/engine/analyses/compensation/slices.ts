import type { Money } from '../../core/money';
import type { DealFact, Part, Piece } from './facts';
import type { DealPart, Slice } from './payout';
import { roundCents, roundParts } from './rounding';

/** Which deal earned which part of a piece: deals fill its range one after the other, by day. Unrounded. */
export function partsOf({ parts, range }: Piece, deals: readonly DealFact[]): readonly Part[] {
  if (parts) return parts;
  if (!range) return [];
  const { lo, hi, perBase } = range;
  const filled = (credit: number): number => Math.min(Math.max(credit, lo), hi);
  const found: Part[] = [];
  let before = 0;
  for (const { credit, base } of deals) {
    const inside = filled(before + base) - filled(before);
    before += base;
    if (inside !== 0) found.push({ credit, base: inside, amount: inside * perBase });
  }
  return found;
}

/** Pieces as slices in whole cents that add up to their rounded sum; a slice's deals add up to the slice. */
export function slicesOf(
  component: string,
  pieces: readonly Piece[],
  deals: readonly DealFact[],
): { readonly slices: readonly Slice[]; readonly pay: Money } {
  const pay = roundCents(pieces.reduce((sum, { amount }) => sum + amount, 0));
  const cents = roundParts(
    pieces.map(({ amount }) => amount),
    pay,
  );
  const slices = pieces.map(({ rule, row, base, rate, unit, ...piece }, i): Slice => {
    const parts = partsOf({ rule, row, base, rate, unit, ...piece }, deals);
    return {
      component,
      rule,
      row,
      base,
      rate,
      unit,
      amount: cents[i]!,
      deals: roundedDeals(parts, cents[i]!),
    };
  });
  return { slices, pay };
}

function roundedDeals(parts: readonly Part[], amount: number): readonly DealPart[] {
  if (parts.length === 0) return [];
  const cents = roundParts(
    parts.map((part) => part.amount),
    amount,
  );
  return parts.map(({ credit, base }, i) => ({ credit, base, amount: cents[i]! }));
}
