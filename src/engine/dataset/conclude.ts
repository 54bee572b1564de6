import type { Day } from '../core/day';
import { noNumbers } from './compact';
import { LOST, OPEN, WON } from './dataset';
import type { SortedEntries } from './entries';
import type { StageMap } from './mapping';
import type { OpportunityColumns } from './opportunityColumns';
import { outcomeOfKind, UNKNOWN_OUTCOME } from './stageMap';

/** What is concluded from the columns of opportunities and their history. Rows as in the stack. */
export interface Conclusions {
  readonly outcome: Uint8Array;
  readonly closed: Float64Array;
  readonly expectedClose: Float64Array;
  /** 1 where nothing says anything about the outcome. */
  readonly silent: Uint8Array;
}

/** Won or lost by the dates of winning and losing, the later one where both are filled; UNKNOWN_OUTCOME for none. */
export function outcomeOfDates(won: number, lost: number): number {
  if (won === won) return lost > won ? LOST : WON;
  return lost === lost ? LOST : UNKNOWN_OUTCOME;
}

/**
 * Outcome and close date of each opportunity as of a day.
 *
 * - Outcome: the first of these that says won or lost, or open: flags and status; a stage of a closed kind; dates of
 *   winning and losing; the last stage entered in the history, if closed; a flag "not won" beside a close date is lost.
 *   Everything else is open.
 * - Closed: the date of winning or losing, else the close date, else the last entry to a stage of that kind.
 * - What happened after the as-of day is not known yet. Where the close, or a stage entry of a deal that is open by now,
 *   is after it, the last stage entered up to that day tells whether the deal was won, lost (with that date as the close)
 *   or open; without such an entry it was open. When it was then expected to close, a later close date does not tell.
 * - The close date of an open deal is the one expected.
 */
export function conclude(
  columns: OpportunityColumns,
  sorted: SortedEntries | undefined,
  stageOfLabel: Int32Array,
  stageOfName: Int32Array,
  stages: StageMap,
  asOf: Day,
): Conclusions {
  const { said, notWon, stage, wonDate, lostDate } = columns;
  const count = columns.stack.count;
  const outcome = new Uint8Array(count);
  const closed = noNumbers(count);
  const expectedClose = columns.expectedClose.slice();
  const silent = new Uint8Array(count);
  const byStage = stages.map(({ kind }) => outcomeOfKind(kind));
  const byLabel = Uint8Array.from(stageOfLabel, (at) => byStage[at] ?? UNKNOWN_OUTCOME);
  const labels = stage?.codes;
  const closeDate = columns.closed;
  const lastEntry = (row: number, wanted: number): number => {
    if (!sorted) return -1;
    const { entries, order, start } = sorted;
    for (let at = start[row + 1]! - 1; at >= start[row]!; at--) {
      const entry = order[at]!;
      const found = byStage[stageOfName[entries.label[entry]!]!];
      if (found === undefined) continue;
      if (wanted === UNKNOWN_OUTCOME || found === wanted) return entry;
    }
    return -1;
  };
  /** The last entry up to the as-of day, −1 for none; stages that are ignored or not in the map are looked through. */
  const lastEntryAsOf = (row: number): number => {
    if (!sorted) return -1;
    const { entries, order, start } = sorted;
    for (let at = start[row + 1]! - 1; at >= start[row]!; at--) {
      const entry = order[at]!;
      const found = byStage[stageOfName[entries.label[entry]!]!] ?? UNKNOWN_OUTCOME;
      if (found !== UNKNOWN_OUTCOME && entries.changed[entry]! < asOf + 1) return entry;
    }
    return -1;
  };
  const movesLater = (row: number): boolean => {
    if (!sorted) return false;
    const { entries, order, start } = sorted;
    const after = start[row + 1]!;
    return after > start[row]! && entries.changed[order[after - 1]!]! >= asOf + 1;
  };
  for (let row = 0; row < count; row++) {
    let told: number = said[row]!;
    const label = labels ? labels[row]! : -1;
    const staged = label < 0 ? UNKNOWN_OUTCOME : byLabel[label]!;
    if (told === UNKNOWN_OUTCOME && (staged === WON || staged === LOST)) told = staged;
    if (told === UNKNOWN_OUTCOME) told = outcomeOfDates(wonDate[row]!, lostDate[row]!);
    if (told === UNKNOWN_OUTCOME) {
      const last = lastEntry(row, UNKNOWN_OUTCOME);
      const reached = last < 0 ? UNKNOWN_OUTCOME : byStage[stageOfName[sorted!.entries.label[last]!]!]!;
      if (reached === WON || reached === LOST) told = reached;
      else if (notWon?.[row] && staged === UNKNOWN_OUTCOME && closeDate[row] === closeDate[row]) told = LOST;
      else {
        told = OPEN;
        if (label < 0 && last < 0 && !notWon?.[row]) silent[row] = 1;
      }
    }
    let close = NaN;
    if (told !== OPEN) {
      close = told === WON ? wonDate[row]! : lostDate[row]!;
      if (close !== close) close = closeDate[row]!;
      if (close !== close) {
        const entry = lastEntry(row, told);
        if (entry >= 0) close = sorted!.entries.changed[entry]!;
      }
    }
    const expected = told === OPEN ? closeDate[row]! : NaN;
    if (told === OPEN ? movesLater(row) : close >= asOf + 1) {
      const entry = lastEntryAsOf(row);
      told = entry < 0 ? OPEN : byStage[stageOfName[sorted!.entries.label[entry]!]!]!;
      close = told === OPEN ? NaN : sorted!.entries.changed[entry]!;
    }
    if (told === OPEN && expectedClose[row] !== expectedClose[row]) expectedClose[row] = expected;
    outcome[row] = told;
    closed[row] = close;
  }
  return { outcome, closed, expectedClose, silent };
}
