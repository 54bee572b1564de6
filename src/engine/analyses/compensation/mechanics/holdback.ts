import type { ModifierOf } from '../plan';
import { roundCents } from '../rounding';

/** The part of a payout that is kept back and paid `to` periods later (P17); a negative payout keeps nothing. */
export const heldBack = ({ value }: ModifierOf<'holdback'>, payout: number): number =>
  roundCents(Math.max(0, payout) * value);
