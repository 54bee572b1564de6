import type { Day } from '../core/day';
import type { DealRecords } from './dataset';

/** What rows say of the amount and the expected close of an opportunity, in any order. */
export interface RecordRows {
  /** Row of the stack of opportunities; below 0: belongs to nobody. */
  readonly owner: Int32Array;
  readonly at: Float64Array;
  readonly amount: Float64Array | undefined;
  readonly expectedClose: Float64Array | undefined;
}

/**
 * Sorts records by opportunity and time; at equal times the later row is the later record. Undefined when no row says
 * anything: neither amounts nor expected dates are written beside the changes.
 *
 * @param rowInDataset by row of the stack of opportunities; −1 for one that does not stay
 */
export function dealRecords(
  { owner, at, amount, expectedClose }: RecordRows,
  rowInDataset: Int32Array,
  deals: number,
  asOf: Day,
): DealRecords | undefined {
  if (!amount && !expectedClose) return undefined;
  const says = (i: number): boolean =>
    !Number.isNaN(amount?.[i] ?? NaN) || !Number.isNaN(expectedClose?.[i] ?? NaN);
  const deal = owner.map((row, i) => (row >= 0 && at[i]! < asOf + 1 && says(i) ? rowInDataset[row]! : -1));
  const start = new Int32Array(deals + 1);
  for (const d of deal) if (d >= 0) start[d + 1]!++;
  for (let d = 0; d < deals; d++) start[d + 1]! += start[d]!;
  const count = start[deals]!;
  if (count === 0) return undefined;
  const order = new Int32Array(count);
  const next = start.slice(0, deals);
  for (let i = 0; i < deal.length; i++) if (deal[i]! >= 0) order[next[deal[i]!]!++] = i;
  for (let d = 0; d < deals; d++) {
    const span = order.subarray(start[d], start[d + 1]);
    if (span.some((row, k) => k > 0 && at[row]! < at[span[k - 1]!]!))
      span.sort((a, b) => at[a]! - at[b]! || a - b);
  }
  const taken = (column: Float64Array | undefined): Float64Array =>
    Float64Array.from(order, (row) => column?.[row] ?? NaN);
  return { start, at: taken(at), amount: taken(amount), expectedClose: taken(expectedClose) };
}
