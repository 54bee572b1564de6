import { earnedByDeal, scaled, sumOf, type Part, type Piece } from '../facts';
import type { ModifierOf } from '../plan';

/** The most that may be paid, in cents. */
export const capOf = ({ from, unit }: ModifierOf<'cap'>, target: number): number =>
  from * (unit === 'ofTarget' ? target : 100);

/**
 * A cap (P7) on the pay of a period, or of each deal alone: what lies above it is cut, or, soft, paid at the share
 * `value`. What no deal earned is not capped per deal.
 */
export function capped(
  cap: ModifierOf<'cap'>,
  row: number,
  pieces: readonly Piece[],
  target: number,
): readonly Piece[] {
  const most = capOf(cap, target);
  const before = sumOf(pieces);
  const cut = (pay: number): number => -Math.max(0, pay - most) * (1 - (cap.value ?? 0));
  const common = { rule: 'cap', row, base: before, rate: cap.value ?? 0, unit: null } as const;
  if (cap.how === 'period') {
    const amount = cut(before);
    return amount === 0 ? pieces : [...pieces, { ...common, amount, parts: scaled(pieces, amount / before) }];
  }
  const parts = [...earnedByDeal(pieces)].flatMap(([credit, earned]): readonly Part[] =>
    earned > most ? [{ credit, base: earned, amount: cut(earned) }] : [],
  );
  return parts.length === 0
    ? pieces
    : [
        ...pieces,
        { ...common, amount: parts.reduce((sum, { amount }) => sum + amount, 0), parts: () => parts },
      ];
}
