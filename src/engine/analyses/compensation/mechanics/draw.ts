import type { ModifierOf } from '../plan';
import { roundCents } from '../rounding';

/** Whether what is advanced is owed. */
export const isRecoverable = ({ how }: ModifierOf<'draw'>): boolean =>
  how === 'recoverable' || how === 'onTopRecoverable';

export interface Drawn {
  /** What the draw adds to what is earned (negative: keeps back). Whole cents. */
  readonly amount: number;
  readonly owed: number;
  readonly forgiven: number;
}

/**
 * A draw (P13) in the `n`th period of work, from 1; all in whole cents. As a guarantee at least the draw is paid; what it
 * adds is owed when it is recoverable, and later pay above the draw goes to what is owed first. On top, the draw is paid
 * beside what is earned while it runs; recoverable, it is kept back from what is earned when it has ended. What is owed
 * after the forgiveness' periods is forgiven. Nothing is lost: Σ pay = Σ earned + what is owed in the end + what was forgiven.
 */
export function drawn(
  draw: ModifierOf<'draw'>,
  forgiveness: ModifierOf<'forgiveness'> | undefined,
  { earned, owed, n }: { readonly earned: number; readonly owed: number; readonly n: number },
): Drawn {
  const runs = n <= (draw.to ?? Infinity);
  const value = runs ? roundCents(draw.value * 100) : 0;
  const onTop = draw.how === 'onTopRecoverable' || draw.how === 'onTopNotRecoverable';
  if (!isRecoverable(draw))
    return { amount: onTop ? value : runs ? Math.max(0, value - earned) : 0, owed: 0, forgiven: 0 };
  const forgiven = forgiveness && n > forgiveness.to ? owed : 0;
  const due = owed - forgiven;
  if (onTop && runs) return { amount: value, owed: due + value, forgiven };
  const pay = runs ? Math.max(value, earned - due) : earned <= 0 ? earned : Math.max(0, earned - due);
  return { amount: pay - earned, owed: due + pay - earned, forgiven };
}
