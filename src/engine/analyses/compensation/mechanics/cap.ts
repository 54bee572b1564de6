import { sumOf, type Facts, type Piece } from '../facts';
import type { ModifierOf } from '../plan';
import { lumpOf } from '../units';

/** The most that may be paid, in cents. */
export const capOf = ({ value, unit }: ModifierOf<'cap'>, target: number): number =>
  lumpOf(value, unit, { credited: 0, quota: null, target, rateFactor: 1, deals: [] } satisfies Facts);

/** A cap on a period's pay (P7): what lies above it is cut, or, soft, paid at the share `beyond`. */
export function capped(
  cap: ModifierOf<'cap'>,
  row: number,
  pieces: readonly Piece[],
  target: number,
): readonly Piece[] {
  const before = sumOf(pieces);
  const over = before - capOf(cap, target);
  if (over <= 0) return pieces;
  return [
    ...pieces,
    {
      rule: 'cap',
      row,
      base: before,
      rate: cap.beyond ?? 0,
      unit: null,
      amount: -over * (1 - (cap.beyond ?? 0)),
    },
  ];
}
