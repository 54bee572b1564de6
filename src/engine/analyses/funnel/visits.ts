import type { StageHistory, TextColumn } from '../../dataset/dataset';
import { OPEN, WON } from '../../dataset/dataset';
import type { StageMap } from '../../dataset/mapping';
import { stageFinder } from '../../dataset/stageMap';
import { NOT_YET, UNKNOWN_DAY } from './deals';
import type { Deals } from './deals';

/** How the clock of a stage, started by the first entry to it, stopped or was left running. */
export const ADVANCED = 0;
export const LOST_HERE = 1;
export const STILL_OPEN = 2;
/** Lost here too, but to nobody: the customer decided nothing. */
export const UNDECIDED_HERE = 3;
/** Reached a later stage or Won, and never entered this one. */
export const PASSED = 4;
/** Went from this stage to an earlier one at least once; beside one of the first four. */
export const MOVED_BACK = 5;
/** Every deal that entered a stage has one of these there. */
export const ENDINGS = [ADVANCED, LOST_HERE, UNDECIDED_HERE, STILL_OPEN] as const;
export type Mark = (typeof ENDINGS)[number] | typeof PASSED | typeof MOVED_BACK;
export const MARKS = 6;

/** What happened in the stages, deal by deal: the marks of deal i are at `start[i]` to `start[i + 1]` (exclusive). */
export interface Visits {
  /** How many stages are open; a stage's rank counts these from 0. */
  readonly stages: number;
  readonly start: Int32Array;
  /** Rank of the stage × `MARKS` + mark. */
  readonly mark: Uint16Array;
  /** Whole days from entry to the end of the clock; −1 where unknown, running backwards, or without a clock. */
  readonly days: Int32Array;
  /**
   * Per deal the stages it went through in order, from the first on; one more when also won; −1: not yet created, or
   * created before the records begin.
   */
  readonly depth: Int16Array;
}

/** What the pass over the rows reads. */
export interface Paths {
  readonly deals: Deals;
  readonly stages: StageMap;
  readonly history: StageHistory;
  /** The current stage, for deals without any history entry. */
  readonly currentStage?: TextColumn;
}

/** Open stages in order have ranks 0, 1, 2 …; won, lost and ignored stages have none (−1) and no place in a path. */
export function ranksOf(stages: StageMap): { readonly ranks: Int32Array; readonly open: number } {
  let open = 0;
  const ranks = Int32Array.from(stages, ({ kind }) => (kind === 'open' ? open++ : -1));
  return { ranks, open };
}

/**
 * One pass over the paths of all deals.
 *
 * Conventions (docs/methods/funnel.md): whole days; the clock starts at the first entry; advance = first entry to any
 * later stage, or Won, afterwards; moving back does not stop the clock; a skipped stage is passed, not entered; an open
 * deal that never moved (without any history entry, known or not) has been in its current stage since creation. Deals
 * created before the records begin have no visits: those that were lost early are not among them.
 */
export function visitsOf({ deals, stages, history, currentStage }: Paths): Visits {
  const { ranks, open: count } = ranksOf(stages);
  const { stage, changed } = history;
  const find = stageFinder(stages);
  const rankOfLabel = currentStage?.labels.map((label) => ranks[find(label)] ?? -1);
  const showsMovesBack = history.shape !== 'wide';
  const recordsFrom = deals.recordsFrom ?? -Infinity;

  const start = new Int32Array(deals.count + 1);
  const depth = new Int16Array(deals.count);
  // Room for a mark per entry and per deal; more are needed only where many stages are skipped.
  let mark = new Uint16Array(history.stage.length + deals.count + 2 * count);
  let days = new Int32Array(mark.length);
  let used = 0;

  // Stages of one deal whose clock runs, and the day it started: an entry to a stage stops the clocks of all earlier
  // ones, so what is left is always in falling order with the earliest stage on top, and an entry costs constant time.
  const running = new Int32Array(count);
  const since = new Int32Array(count);
  let clocks = 0;
  // The last deal that entered, or moved back from, each stage: no scratch has to be cleared between deals.
  const enteredBy = new Int32Array(count).fill(-1);
  const movedBackBy = new Int32Array(count).fill(-1);

  for (let i = 0; i < deals.count; i++) {
    start[i + 1] = used;
    const outcome = deals.outcome[i]!;
    const created = deals.created[i]!;
    if (outcome === NOT_YET || (created !== UNKNOWN_DAY && created < recordsFrom)) {
      depth[i] = -1;
      continue;
    }
    const first = history.start[i]!;
    const entries = history.start[i + 1]! - first;
    const neverMoved = entries === 0 && outcome === OPEN && created !== UNKNOWN_DAY && !history.unplaced?.[i];
    const assumed = neverMoved && rankOfLabel ? (rankOfLabel[currentStage!.codes[i]!] ?? -1) : -1;
    const steps = assumed >= 0 ? 1 : entries;
    const lastMark =
      outcome === WON
        ? ADVANCED
        : outcome === OPEN
          ? STILL_OPEN
          : deals.undecided?.[i]
            ? UNDECIDED_HERE
            : LOST_HERE;
    const lastDay = deals.ended[i]!;
    let deepest = outcome === WON ? count - 1 : -1;
    let distinct = 0;
    let inOrder = 0;
    let before = -1;
    let movedBack = false;
    if (used + 2 * count > mark.length) {
      mark = enlarged(mark, new Uint16Array(2 * mark.length));
      days = enlarged(days, new Int32Array(mark.length));
    }
    for (let k = 0; k < steps; k++) {
      let rank = assumed >= 0 ? assumed : (ranks[stage[first + k]!] ?? -1);
      if (rank < 0) {
        // A win that was reopened ends all clocks, if the deal is won in the end. The last win is dated by its close.
        const reopens = outcome === WON && k + 1 < steps && ranks[stage[first + k + 1]!]! >= 0;
        if (!reopens || stages[stage[first + k]!]?.kind !== 'won') continue;
        rank = count;
      }
      const day = assumed >= 0 ? created : Math.floor(changed[first + k]!);
      while (clocks > 0 && running[clocks - 1]! < rank) {
        clocks--;
        mark[used] = running[clocks]! * MARKS + ADVANCED;
        days[used] = Math.max(-1, day - since[clocks]!);
        used++;
      }
      if (rank === count) continue;
      if (enteredBy[rank] !== i) {
        enteredBy[rank] = i;
        running[clocks] = rank;
        since[clocks] = day;
        clocks++;
        distinct++;
        if (rank > deepest) deepest = rank;
      }
      if (rank === inOrder) inOrder++;
      if (rank < before && showsMovesBack) {
        movedBackBy[before] = i;
        movedBack = true;
      }
      before = rank;
    }
    // What became of the deal comes last: it stops every clock that still runs.
    while (clocks > 0) {
      clocks--;
      mark[used] = running[clocks]! * MARKS + lastMark;
      // An unknown last day is −1, before any entry: what is not a duration is below 0 either way.
      days[used] = Math.max(-1, lastDay - since[clocks]!);
      used++;
    }
    if (distinct <= deepest || movedBack)
      for (let rank = 0; rank <= deepest; rank++) {
        const isPassed = enteredBy[rank] !== i;
        if (!isPassed && movedBackBy[rank] !== i) continue;
        mark[used] = rank * MARKS + (isPassed ? PASSED : MOVED_BACK);
        days[used] = -1;
        used++;
      }
    start[i + 1] = used;
    depth[i] = inOrder === count && outcome === WON ? count + 1 : inOrder;
  }
  return { stages: count, start, mark: mark.subarray(0, used), days: days.subarray(0, used), depth };
}

function enlarged<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
