import type { ModifierOf } from '../plan';
import { roundCents } from '../rounding';

export interface Drawn {
  /** What the draw adds to what is earned (negative: keeps back). Whole cents. */
  readonly amount: number;
  readonly owed: number;
  readonly forgiven: number;
}

/**
 * A draw (P13) in the `n`th period of work, from 1; all in whole cents. `guarantee`: at least the draw is paid; what it
 * adds is owed when it is recoverable, and later pay above the draw goes to what is owed first. `onTop`: the draw is paid
 * beside what is earned while it runs; recoverable, it is kept back from what is earned when it has ended. What is owed
 * after `to` periods is forgiven. Nothing is lost: Σ pay = Σ earned + what is owed in the end + what was forgiven.
 */
export function drawn(draw: ModifierOf<'draw'>, earned: number, owed: number, n: number): Drawn {
  const runs = n <= (draw.periods ?? Infinity);
  const value = runs ? roundCents(draw.value * 100) : 0;
  const forgiven = draw.to !== undefined && n > draw.to ? owed : 0;
  const due = owed - forgiven;
  if (!draw.recoverable)
    return { amount: draw.how === 'onTop' ? value : Math.max(0, value - earned), owed: 0, forgiven: 0 };
  if (draw.how === 'onTop' && runs) return { amount: value, owed: due + value, forgiven };
  const pay = runs ? Math.max(value, earned - due) : earned <= 0 ? earned : Math.max(0, earned - due);
  return { amount: pay - earned, owed: due + pay - earned, forgiven };
}
