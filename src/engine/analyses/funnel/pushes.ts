import type { Dataset, DealRecords } from '../../dataset/dataset';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import type { Deals } from './deals';
import { rateOf } from './estimates';
import type { Rate } from './rates';

/** How often, and how far, the expected close of each deal was moved. */
export interface CloseMoves {
  /** Times moved to a later day. */
  readonly pushes: Int32Array;
  /** Times moved to an earlier day. */
  readonly pulls: Int32Array;
  /** Days from the first expected close to the last, forwards. */
  readonly slipped: Int32Array;
  /** UNKNOWN; MOVES where the expected close was recorded as it was; COUNTED where only a push count is given. */
  readonly known: Uint8Array;
}

const [UNKNOWN, MOVES, COUNTED] = [0, 1, 2] as const;

/**
 * Reads the moves up to the as-of day; of a deal for which no table tells them, the pushes are those that the CRM counted, as
 * they stand today (Salesforce's Push Count). Undefined where there is neither.
 */
export function closeMoves({ records, opportunities }: Dataset, deals: Deals): CloseMoves | undefined {
  const moved = records && movesOf(records, deals);
  const counted = opportunities?.numbers['pushCount'];
  if (!counted?.some((n) => n >= 0)) return moved;
  const moves = moved ?? noMoves(deals.count);
  for (let i = 0; i < deals.count; i++) {
    if (moves.known[i] !== UNKNOWN || !(counted[i]! >= 0)) continue;
    moves.known[i] = COUNTED;
    moves.pushes[i] = Math.floor(counted[i]!);
  }
  return moves;
}

/** How often a deal was pushed; null where that is not known. */
export const pushesOf = (moves: CloseMoves | undefined, deal: number): number | null =>
  moves && moves.known[deal] !== UNKNOWN ? moves.pushes[deal]! : null;

const noMoves = (count: number): CloseMoves => ({
  pushes: new Int32Array(count),
  pulls: new Int32Array(count),
  slipped: new Int32Array(count),
  known: new Uint8Array(count),
});

function movesOf(records: DealRecords, deals: Deals): CloseMoves | undefined {
  if (!records.expectedClose.some((day) => day === day)) return undefined;
  const { count } = deals;
  const moves = noMoves(count);
  for (let i = 0; i < count; i++) {
    let [first, before] = [NaN, NaN];
    for (let at = records.start[i]!; at < records.start[i + 1]!; at++) {
      if (records.at[at]! >= deals.asOf + 1) break;
      const expected = Math.floor(records.expectedClose[at]!);
      if (expected !== expected) continue;
      if (before !== before) first = expected;
      else if (expected > before) moves.pushes[i]!++;
      else if (expected < before) moves.pulls[i]!++;
      before = expected;
    }
    if (before !== before) continue;
    moves.known[i] = MOVES;
    moves.slipped[i] = before - first;
  }
  return moves;
}

export interface PushesFinding {
  /** Deals with a recorded expected close, or a push count. */
  readonly deals: number;
  /** Deals by how often they were pushed: 0, 1, 2, and `from` 3 on. */
  readonly byPushes: readonly {
    readonly pushes: number;
    readonly orMore: boolean;
    readonly won: number;
    readonly lost: number;
    readonly open: number;
    readonly winRate: Rate;
  }[];
  /** Of them, those of which only the CRM's push count is known, as it stands today. */
  readonly counted: number;
  /** Moves of all deals. */
  readonly pushes: number;
  /** Null where only push counts are known. */
  readonly pulls: number | null;
  /** Mean days that a pushed deal slipped; null where no deal of known moves was pushed. */
  readonly meanSlipDays: number | null;
}

const MOST_APART = 3;

export function pushesFinding(moves: CloseMoves, deals: Deals, confidence: number): PushesFinding {
  const counts = Array.from({ length: MOST_APART + 1 }, () => [0, 0, 0] as [number, number, number]);
  let [known, byCount, pushes, pulls, pushed, slipped] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < deals.count; i++) {
    const outcome = deals.outcome[i]!;
    if (moves.known[i] === UNKNOWN || (outcome !== OPEN && outcome !== WON && outcome !== LOST)) continue;
    known++;
    pushes += moves.pushes[i]!;
    pulls += moves.pulls[i]!;
    counts[Math.min(MOST_APART, moves.pushes[i]!)]![outcome]++;
    if (moves.known[i] === COUNTED) byCount++;
    else if (moves.pushes[i]! > 0) {
      pushed++;
      slipped += moves.slipped[i]!;
    }
  }
  return {
    deals: known,
    counted: byCount,
    byPushes: counts.map(([open, won, lost], times) => ({
      pushes: times,
      orMore: times === MOST_APART,
      won,
      lost,
      open,
      winRate: rateOf(won, won + lost, confidence),
    })),
    pushes,
    pulls: byCount === known && known > 0 ? null : pulls,
    meanSlipDays: pushed > 0 ? slipped / pushed : null,
  };
}
