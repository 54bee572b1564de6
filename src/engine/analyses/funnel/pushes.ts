import type { DealRecords } from '../../dataset/dataset';
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
  /** 1 where an expected close was recorded at all. */
  readonly known: Uint8Array;
}

/** Reads the moves up to the as-of day; undefined where no table tells the expected close as it was. */
export function closeMoves(records: DealRecords | undefined, deals: Deals): CloseMoves | undefined {
  if (!records || !records.expectedClose.some((day) => day === day)) return undefined;
  const { count } = deals;
  const moves = {
    pushes: new Int32Array(count),
    pulls: new Int32Array(count),
    slipped: new Int32Array(count),
    known: new Uint8Array(count),
  };
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
    moves.known[i] = 1;
    moves.slipped[i] = before - first;
  }
  return moves;
}

export interface PushesFinding {
  /** Deals with a recorded expected close. */
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
  /** Moves of all deals. */
  readonly pushes: number;
  readonly pulls: number;
  /** Mean days that a pushed deal slipped; null where none was pushed. */
  readonly meanSlipDays: number | null;
}

const MOST_APART = 3;

export function pushesFinding(moves: CloseMoves, deals: Deals, confidence: number): PushesFinding {
  const counts = Array.from({ length: MOST_APART + 1 }, () => [0, 0, 0] as [number, number, number]);
  let [known, pushes, pulls, pushed, slipped] = [0, 0, 0, 0, 0];
  for (let i = 0; i < deals.count; i++) {
    const outcome = deals.outcome[i]!;
    if (!moves.known[i] || (outcome !== OPEN && outcome !== WON && outcome !== LOST)) continue;
    known++;
    pushes += moves.pushes[i]!;
    pulls += moves.pulls[i]!;
    counts[Math.min(MOST_APART, moves.pushes[i]!)]![outcome]++;
    if (moves.pushes[i]! > 0) {
      pushed++;
      slipped += moves.slipped[i]!;
    }
  }
  return {
    deals: known,
    byPushes: counts.map(([open, won, lost], times) => ({
      pushes: times,
      orMore: times === MOST_APART,
      won,
      lost,
      open,
      winRate: rateOf(won, won + lost, confidence),
    })),
    pushes,
    pulls,
    meanSlipDays: pushed > 0 ? slipped / pushed : null,
  };
}
