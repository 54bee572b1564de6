import type { StageHistory } from '../../dataset/dataset';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import type { StageMap } from '../../dataset/mapping';
import { incidenceByAge } from '../../stats/conditionalIncidence';
import { riskTableFromDays } from '../../stats/riskTable';
import type { Deals } from '../funnel/deals';
import { NOT_YET, UNKNOWN_DAY } from '../funnel/deals';
import { ranksOf } from './dealTally';

/** Longer than this nobody follows a deal; what takes longer counts as so long. */
const LONGEST = 3652;
const DAYS = LONGEST + 1;
/** How a deal ended, or that it is open. */
const ENDS = 3;

/** What a deal is followed to: Won, or the first entry to the open stage of a rank. */
export type Goal = 'won' | number;

/**
 * Deals by the days from a start to their end: since creation, and since the first entry to each open stage. They end when
 * they reach the goal, when they can no longer reach it, or, open, with the last day that they were followed. Mergeable:
 * counts add up.
 */
export interface CycleTally {
  readonly starts: number;
  /** At (start × 3 + outcome) × days + day; start 0 is creation, start 1 + rank an open stage. */
  readonly counts: Int32Array;
}

export const FROM_CREATION = 0;
export const fromStage = (rank: number): number => 1 + rank;

export function tallyCycles(
  deals: Deals,
  history: StageHistory | undefined,
  stages: StageMap,
  goal: Goal,
  from = 0,
  to = deals.count,
): CycleTally {
  const { ranks, open } = ranksOf(stages);
  const starts = 1 + open;
  const counts = new Int32Array(starts * ENDS * DAYS);
  const enteredBy = new Int32Array(open).fill(-1);
  for (let i = from; i < to; i++) {
    let outcome = deals.outcome[i]!;
    let ended = deals.ended[i]!;
    if (outcome === NOT_YET || ended === UNKNOWN_DAY) continue;
    const entries = history ? [history.start[i]!, history.start[i + 1]!] : [0, 0];
    if (goal !== 'won') {
      // Whoever is beyond a stage without having entered it no longer will, and is as good as lost to it.
      if (outcome === WON) outcome = LOST;
      for (let at = entries[0]!; at < entries[1]!; at++) {
        const rank = ranks[history!.stage[at]!] ?? -1;
        if (rank < goal) continue;
        outcome = rank === goal ? WON : LOST;
        ended = Math.floor(history!.changed[at]!);
        break;
      }
    }
    const count = (start: number, day: number): void => {
      if (day !== UNKNOWN_DAY && ended >= day)
        counts[(start * ENDS + outcome) * DAYS + Math.min(LONGEST, ended - day)]!++;
    };
    count(FROM_CREATION, deals.created[i]!);
    for (let at = entries[0]!; at < entries[1]!; at++) {
      const rank = ranks[history!.stage[at]!] ?? -1;
      if (rank < 0 || enteredBy[rank] === i) continue;
      enteredBy[rank] = i;
      count(fromStage(rank), Math.floor(history!.changed[at]!));
    }
  }
  return { starts, counts };
}

export const mergeCycleTallies = (a: CycleTally, b: CycleTally): CycleTally => ({
  starts: a.starts,
  counts: a.counts.map((count, i) => count + b.counts[i]!),
});

/** Fewer than this say nothing of how long it takes. */
const LEAST = 3;

/**
 * The days from a start by which half of those who reach the goal have: where Aalen–Johansen's incidence of it comes to half of
 * its end. Open deals count for as long as they were followed, and lost ones as lost: a Kaplan–Meier curve with the
 * losses censored would wait for wins that never come, and its median be that of nobody. Null with fewer than three.
 */
export function medianDays({ counts }: CycleTally, start: number): number | null {
  const of = (outcome: number): Int32Array =>
    counts.subarray((start * ENDS + outcome) * DAYS, (start * ENDS + outcome + 1) * DAYS);
  const reached = of(WON);
  if (reached.reduce((sum, n) => sum + n, 0) < LEAST) return null;
  const { times, incidence } = incidenceByAge(riskTableFromDays([reached, of(LOST)], of(OPEN)), 1);
  const half = incidence.at(-1)! / 2;
  return times[incidence.findIndex((value) => value >= half)] ?? null;
}
