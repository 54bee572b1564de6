import type { Day } from '../../core/day';
import type { Opportunities, StageHistory } from '../../dataset/dataset';
import { OPEN, WON } from '../../dataset/dataset';
import type { StageMap } from '../../dataset/mapping';

/** In place of a day that the data do not tell. Serials are never negative. */
export const UNKNOWN_DAY = -1;

/** In place of an outcome: the deal did not exist yet on the as-of day. */
export const NOT_YET = 3;

/**
 * Deals as they stood at the end of the as-of day, by row of opportunities, in whole calendar days.
 *
 * - Created: the day of creation; where the table has none, the day of the first history entry.
 * - Closed: the close date of the opportunity; where it has none, the last history entry to a Won (or Lost) stage. Only
 *   the last close counts: a deal that was won, reopened and lost is lost.
 * - A close dated after the as-of day has not happened yet: the deal is open. A dataset read as of the same day has none
 *   such; reading it has looked up in the history what the deal was then.
 * - Ended: the day of the close; of an open deal the as-of day, or the last list with it when it is missing from later
 *   ones: it is not known to have been open any longer.
 * - A deal created after the as-of day is `NOT_YET` and counts nowhere.
 */
export interface Deals {
  readonly count: number;
  readonly asOf: Day;
  /** OPEN, WON, LOST or NOT_YET. */
  readonly outcome: Uint8Array;
  readonly created: Int32Array;
  readonly ended: Int32Array;
  /** 1 for a lost deal that the customer decided nothing about (`undecided.ts`); absent where none is. */
  readonly undecided?: Uint8Array;
  /**
   * Left truncation: deals that ended before this day are not among these (`recordsFrom.ts`). One created before it is known
   * because it still ran on that day; absent where the records are whole.
   */
  readonly recordsFrom?: Day;
}

export function dealsAsOf(
  opportunities: Opportunities,
  history: StageHistory | undefined,
  stages: StageMap,
  asOf: Day,
): Deals {
  const count = opportunities.count;
  const outcome = new Uint8Array(count);
  const created = new Int32Array(count).fill(UNKNOWN_DAY);
  const ended = new Int32Array(count).fill(UNKNOWN_DAY);
  const firstEntry = (i: number): number => {
    const at = history?.start[i] ?? 0;
    return history && at < history.start[i + 1]! ? history.changed[at]! : NaN;
  };
  const lastEntryTo = (kind: 'won' | 'lost', i: number): number => {
    if (history)
      for (let at = history.start[i + 1]! - 1; at >= history.start[i]!; at--)
        if (stages[history.stage[at]!]?.kind === kind) return history.changed[at]!;
    return NaN;
  };
  for (let i = 0; i < count; i++) {
    let serial = opportunities.created[i]!;
    if (serial !== serial) serial = firstEntry(i);
    const day = serial === serial ? Math.floor(serial) : UNKNOWN_DAY;
    if (day > asOf) {
      outcome[i] = NOT_YET;
      continue;
    }
    created[i] = day;
    const state = opportunities.outcome[i]!;
    if (state === OPEN) {
      const listed = opportunities.lastListed?.[i] ?? NaN;
      ended[i] = listed < asOf ? Math.floor(listed) : asOf;
      continue;
    }
    let close = opportunities.closed[i]!;
    if (close !== close) close = lastEntryTo(state === WON ? 'won' : 'lost', i);
    if (close !== close) outcome[i] = state;
    else if (close < asOf + 1) {
      outcome[i] = state;
      ended[i] = Math.floor(close);
    } else ended[i] = asOf;
  }
  return { count, asOf, outcome, created, ended };
}

/** Created before the records begin: it is here because it lasted. */
export const isOlder = ({ created, recordsFrom }: Deals, i: number): boolean =>
  recordsFrom !== undefined && created[i] !== UNKNOWN_DAY && created[i]! < recordsFrom;

/** First and last day of creation; undefined when none is known. */
export function createdRange(deals: Deals): { readonly first: Day; readonly last: Day } | undefined {
  let [first, last] = [Infinity, -Infinity];
  for (const day of deals.created) {
    if (day === UNKNOWN_DAY) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  // `created` holds whole serials, which is what `Day` says.
  return last < first ? undefined : { first: first as Day, last: last as Day };
}
