import type { Weights } from '../../stats/weightedShare';
import type { Grouping } from './grouping';

/** Amounts of the deals in each cell, in cents.. Amounts of 0 and below, and missing ones, are in none. */
export interface AmountTally {
  readonly deals: Int32Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

/** A tally of nothing, to be filled by `addAmount`. */
export const emptyAmounts = (cells: number): AmountTally => ({
  deals: new Int32Array(cells),
  sum: new Float64Array(cells),
  squares: new Float64Array(cells),
});

export function addAmount(tally: AmountTally, cell: number, cents: number): void {
  if (!(cents > 0)) return;
  tally.deals[cell]!++;
  tally.sum[cell]! += cents;
  tally.squares[cell]! += cents * cents;
}

/** The cells together, as weights of a share. */
export function weightsOf(tally: AmountTally, cells: readonly number[]): Weights {
  let [sum, squares] = [0, 0];
  for (const cell of cells) {
    sum += tally.sum[cell]!;
    squares += tally.squares[cell]!;
  }
  return { sum, squares };
}

/** One cell for each outcome of each group: group × 4 + outcome (OPEN, WON, LOST, NOT_YET). */
export function amountsByOutcome(
  amount: Float64Array,
  outcome: Uint8Array,
  { size, codes }: Grouping,
): AmountTally {
  const tally = emptyAmounts(size * 4);
  for (let i = 0; i < amount.length; i++) {
    const group = codes ? codes[i]! : 0;
    if (group >= 0) addAmount(tally, group * 4 + outcome[i]!, amount[i]!);
  }
  return tally;
}
