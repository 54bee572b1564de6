import type { ProportionInterval } from './proportion';
import { wilson } from './wilson';

/** Weights of some observations: their sum, and the sum of their squares. */
export interface Weights {
  readonly sum: number;
  readonly squares: number;
}

/**
 * The share of the weight (of the value, where weights are amounts) that lies with the successes, with Wilson's interval at
 * the effective number of observations: as many equal ones as would tell the share no better (Korn and Graubard 1998). That
 * number is r(1 − r) ÷ the linearised variance of the ratio, ((1 − r)²·Σw² of successes + r²·Σw² of the others) ÷ (Σw)²; at
 * 0 and 1, where this has no value, Kish's (Σw)² ÷ Σw². With equal weights it is the number of observations.
 *
 * A single large deal among small ones counts for little more than one observation: the interval says so.
 */
export function weightedShare(
  successes: Weights,
  others: Weights,
  confidence: number,
): ProportionInterval & { readonly effective: number } {
  const all = successes.sum + others.sum;
  if (!(all > 0)) return { estimate: null, low: 0, high: 1, effective: 0 };
  const share = successes.sum / all;
  const squares = successes.squares + others.squares;
  const variance =
    ((1 - share) * (1 - share) * successes.squares + share * share * others.squares) / (all * all);
  const effective =
    variance > 0 && share > 0 && share < 1 ? (share * (1 - share)) / variance : (all * all) / squares;
  const { low, high } = wilson(share * effective, effective, confidence);
  return { estimate: share, low, high, effective };
}
