import { asDay, monthIndexOf } from '../../../core/day';
import type { Credits } from '../book';
import type { ModifierOf } from '../plan';
import { roundCents } from '../rounding';

/** Whole months from the deal to its cancellation: a contract from January cancelled in July ran six. */
const monthsRun = (day: number, cancelled: number): number =>
  Math.max(0, monthIndexOf(asDay(cancelled)) - monthIndexOf(asDay(day)));

/**
 * What a cancelled deal takes back (P14), in whole cents and not positive: the share `value` of what it earned; prorated
 * by the months of its term still to run (a deal without a term gives all back); or of what of its commission has been
 * paid. Past its window, and for a deal that earned nothing, nothing.
 */
export function clawedBack(
  clawback: ModifierOf<'clawback'>,
  credits: Pick<Credits, 'day' | 'cancelled' | 'term' | 'paid'>,
  credit: number,
  earned: number,
): number {
  const months = monthsRun(credits.day[credit]!, credits.cancelled?.[credit] ?? NaN);
  if (clawback.to !== undefined && months > clawback.to) return 0;
  const term = credits.term?.[credit] ?? NaN;
  const left = clawback.how === 'prorated' && term > 0 ? Math.max(0, term - months) / term : 1;
  const paid = credits.paid?.[credit] ?? NaN;
  const from = clawback.how === 'paidPart' && paid === paid ? Math.min(earned, paid) : earned;
  return 0 - roundCents(Math.max(0, from) * clawback.value * left);
}
