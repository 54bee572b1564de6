import { asDay, monthIndexOf, type Day } from '../../core/day';
import type { Dataset, DealRecords } from '../../dataset/dataset';

/** What became of the expected close of one deal. */
export interface CloseMoves {
  /** First date written, a serial; NaN where there is none. */
  readonly first: number;
  /** Times it was put off to a later month. */
  readonly pushes: number;
}

export function closeMoves({ start, expectedClose }: DealRecords, deal: number): CloseMoves {
  let [first, before, pushes] = [NaN, NaN, 0];
  for (let at = start[deal]!; at < start[deal + 1]!; at++) {
    const close = expectedClose[at]!;
    if (Number.isNaN(close)) continue;
    if (Number.isNaN(first)) first = close;
    if (close > before && monthIndexOf(asDay(close)) > monthIndexOf(asDay(before))) pushes++;
    before = close;
  }
  return { first, pushes };
}

/** Amount and expected close of each deal as last written by a day: of records, else as they are now. */
export function writtenBy(
  dataset: Dataset,
  amount: Float64Array,
  day: Day,
): (i: number) => { readonly amount: number; readonly close: number } {
  const { records } = dataset;
  const { expectedClose } = dataset.opportunities!;
  return (i) => {
    let [cents, close] = [NaN, NaN];
    if (records)
      for (let at = records.start[i]!; at < records.start[i + 1]! && records.at[at]! < day + 1; at++) {
        if (!Number.isNaN(records.amount[at]!)) cents = records.amount[at]!;
        if (!Number.isNaN(records.expectedClose[at]!)) close = records.expectedClose[at]!;
      }
    return {
      amount: Number.isNaN(cents) ? amount[i]! : cents,
      close: Number.isNaN(close) ? expectedClose[i]! : close,
    };
  };
}
