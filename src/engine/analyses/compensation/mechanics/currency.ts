import type { Credits } from '../book';
import { modifiersOf, type Component } from '../plan';
import { roundCents } from '../rounding';

/**
 * Money of a credit in the plan's currency (P17): × the rate of its own currency, fixed on a date, in whole cents. A
 * currency without a rate is the plan's own.
 */
export function converted(component: Component, credits: Credits, credit: number, cents: number): number {
  const currencies = credits.texts['currency'];
  const currency = currencies?.labels[currencies.codes[credit]!]?.toLowerCase();
  if (currency === undefined) return cents;
  const rate = modifiersOf(component.modifiers, 'currency').find(
    (row) => row.measure.toLowerCase() === currency,
  );
  return rate ? roundCents(cents * rate.value) : cents;
}
