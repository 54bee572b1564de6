import type { Money } from '../../core/money';
import type { CompensationBook } from './book';
import { capOf } from './mechanics/cap';
import { clawedBack } from './mechanics/clawback';
import { drawn } from './mechanics/draw';
import { heldBack } from './mechanics/holdback';
import type { RuleId, Slice } from './payout';
import { modifiersOf, type Plan } from './plan';
import { periodAt } from './credit';
import { roundCents } from './rounding';

/** What one person's periods carry from one to the next. Whole cents. */
export interface Account {
  owed: number;
  /** Kept back, by the period in which it is paid. */
  readonly held: Map<number, number>;
  /** What each deal has earned so far, by component and credit. */
  readonly earned: Map<string, Map<number, number>>;
}
export const newAccount = (): Account => ({ owed: 0, held: new Map(), earned: new Map() });

export interface Settled {
  readonly slices: readonly Slice[];
  readonly forgiven: number;
}

/** Which of a person's periods of work this is, counted from 1: from the period of the start, else from the first of the book. */
export function periodOfWork({ people, periods }: CompensationBook, person: number, period: number): number {
  const { start } = people[person]!;
  return period - (start === undefined ? 0 : Math.max(0, periodAt(periods, start))) + 1;
}

/** A slice of the whole plan. Whole cents come in. */
const slice = (
  rule: RuleId,
  row: number,
  base: number,
  amount: number,
  deals: Slice['deals'] = [],
): Slice => ({
  component: '',
  rule,
  row,
  base,
  rate: null,
  unit: null,
  amount: amount as Money, // callers round
  deals,
});

/**
 * What the whole plan does with what its components earned in a period: cap of the sum, clawback of deals that were
 * cancelled in it, draw, and holdback; in this order.
 */
export function settle(
  plan: Plan,
  book: CompensationBook,
  account: Account,
  cancelled: readonly number[],
  at: { readonly person: number; readonly period: number; readonly earned: number; readonly target: number },
): Settled {
  const slices: Slice[] = [];
  const sum = (): number => slices.reduce((total, { amount }) => total + amount, at.earned);
  for (const [row, cap] of modifiersOf(plan.modifiers, 'cap').entries()) {
    const over = sum() - capOf(cap, at.target);
    if (over > 0) slices.push(slice('cap', row, sum(), 0 - roundCents(over * (1 - (cap.value ?? 0)))));
  }
  const { credits } = book;
  for (const [row, clawback] of modifiersOf(plan.modifiers, 'clawback').entries())
    for (const credit of credits ? cancelled : []) {
      const earned = [...account.earned.values()].reduce((all, deals) => all + (deals.get(credit) ?? 0), 0);
      const amount = clawedBack(clawback, credits!, credit, earned);
      if (amount === 0) continue;
      // Clawed back in whole cents.
      slices.push(
        slice('clawback', row, earned, amount, [{ credit, base: earned, amount: amount as Money }]),
      );
    }
  let forgiven = 0;
  const [draw] = modifiersOf(plan.modifiers, 'draw');
  if (draw) {
    const [forgiveness] = modifiersOf(plan.modifiers, 'forgiveness');
    const n = periodOfWork(book, at.person, at.period);
    const result = drawn(draw, forgiveness, { earned: sum(), owed: account.owed, n });
    if (result.amount !== 0) slices.push(slice('draw', 0, sum(), result.amount));
    account.owed = result.owed;
    forgiven = result.forgiven;
  }
  const [holdback] = modifiersOf(plan.modifiers, 'holdback');
  if (holdback) {
    const kept = heldBack(holdback, sum());
    const released = account.held.get(at.period) ?? 0;
    account.held.delete(at.period);
    const until = at.period + holdback.to;
    account.held.set(until, (account.held.get(until) ?? 0) + kept);
    if (kept > 0) slices.push(slice('holdback', 0, sum(), -kept));
    if (released > 0) slices.push(slice('holdback', -1, released, released));
  }
  return { slices, forgiven };
}
