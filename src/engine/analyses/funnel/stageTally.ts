import type { StageHistory, TextColumn } from '../../dataset/dataset';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import type { StageMap } from '../../dataset/mapping';
import { stageFinder } from '../../dataset/stageMap';
import { addDay, daysIn, emptyDayCounts, mergeDayCounts, total } from './dayCounts';
import type { DayCounts } from './dayCounts';
import { NOT_YET, UNKNOWN_DAY } from './deals';
import type { Deals } from './deals';
import type { Grouping } from './grouping';
import { plus } from './merge';

/** How the clock of a stage, started by the first entry to it, stopped or was left running. */
export const ADVANCED = 0;
export const LOST_HERE = 1;
export const STILL_OPEN = 2;
export type Ending = typeof ADVANCED | typeof LOST_HERE | typeof STILL_OPEN;
const ENDINGS = 3;

/**
 * All that the estimates of the stages need to know of the rows, small and mergeable: the tally of two halves of the
 * deals, merged, is the tally of all. Counts stand at `cellOf(tally, stage, group)`.
 */
export interface StageTally {
  readonly stages: number;
  readonly groups: number;
  /** Days from entry to ending, at `endingCell(cell, ending)`. Entered = advanced + lost + still open. */
  readonly days: DayCounts;
  /** Entered, but without a usable duration, since a date is missing or runs backwards; at `endingCell(cell, ending)`. */
  readonly undated: Int32Array;
  /** Deals that reached a later stage or Won and never entered this one. */
  readonly passed: Int32Array;
  /** Deals that went from this stage to an earlier one at least once. */
  readonly movedBack: Int32Array;
  /** Cents; deals without an amount add nothing. */
  readonly enteredValue: Float64Array;
  readonly advancedValue: Float64Array;
  /**
   * Deals by how many of the stages they went through in order, from the first on; at `group × (stages + 2)`. The last
   * count is of those that went through all and were won.
   */
  readonly depth: Int32Array;
}

export const cellOf = (tally: StageTally, stage: number, group = 0): number => group * tally.stages + stage;
export const endingCell = (cell: number, ending: Ending): number => cell * ENDINGS + ending;

/** Deals that entered and ended so, dated or not. */
export function endedAs(tally: StageTally, cell: number, ending: Ending): number {
  const at = endingCell(cell, ending);
  return total(daysIn(tally.days, at)) + tally.undated[at]!;
}

const emptyStageTally = (stages: number, groups: number): StageTally => {
  const cells = stages * groups;
  return {
    stages,
    groups,
    days: emptyDayCounts(cells * ENDINGS),
    undated: new Int32Array(cells * ENDINGS),
    passed: new Int32Array(cells),
    movedBack: new Int32Array(cells),
    enteredValue: new Float64Array(cells),
    advancedValue: new Float64Array(cells),
    depth: new Int32Array(groups * (stages + 2)),
  };
};

/** Open stages in order have ranks 0, 1, 2 …; won, lost and ignored stages have none (−1) and no place in a path. */
function ranksOf(stages: StageMap): { readonly ranks: Int32Array; readonly open: number } {
  let open = 0;
  const ranks = Int32Array.from(stages, ({ kind }) => (kind === 'open' ? open++ : -1));
  return { ranks, open };
}

/** What the row pass reads. */
export interface Paths {
  readonly deals: Deals;
  readonly stages: StageMap;
  readonly history: StageHistory;
  /** Cents, NaN where missing. */
  readonly amount: Float64Array;
  /** The current stage, for deals without any history entry. */
  readonly currentStage?: TextColumn;
}

/**
 * One pass over the deals `from` to `to` (exclusive) and their paths; all groupings are filled in the same pass.
 *
 * Conventions (docs/methods/funnel.md): whole days; the clock starts at the first entry; advance = first entry to any
 * later stage, or Won, afterwards; moving back does not stop the clock; a skipped stage is passed, not entered; an open
 * deal without any history entry has been in its current stage since creation.
 */
export function tallyStages(
  paths: Paths,
  groupings: readonly Grouping[],
  from = 0,
  to = paths.deals.count,
): StageTally[] {
  const { deals, history, amount, currentStage } = paths;
  const { ranks, open: count } = ranksOf(paths.stages);
  const find = stageFinder(paths.stages);
  const rankOfLabel = currentStage?.labels.map((label) => ranks[find(label)] ?? -1);
  const tallies = groupings.map(({ size }) => emptyStageTally(count, size));
  const showsMovesBack = history.shape !== 'wide';

  // Of one deal. Stages whose clock runs, and the day it started: an entry to a stage stops the clocks of all earlier
  // ones, so what is left is always in falling order with the earliest stage on top, and an entry costs constant time.
  const running = new Int32Array(count);
  const since = new Int32Array(count);
  let clocks = 0;
  // Stages whose clock has stopped, how, and after how many days.
  const stopped = new Int32Array(count);
  const endings = new Uint8Array(count);
  const durations = new Int32Array(count);
  // The last deal that entered, or moved back from, each stage: no scratch has to be cleared between deals.
  const enteredBy = new Int32Array(count).fill(-1);
  const movedBackBy = new Int32Array(count).fill(-1);

  for (let i = from; i < to; i++) {
    const outcome = deals.outcome[i]!;
    if (outcome === NOT_YET) continue;
    const first = history.start[i]!;
    const entries = history.start[i + 1]! - first;
    const created = deals.created[i]!;
    const neverMoved = entries === 0 && outcome === OPEN && created !== UNKNOWN_DAY;
    const assumed = neverMoved && rankOfLabel ? (rankOfLabel[currentStage!.codes[i]!] ?? -1) : -1;
    const steps = assumed >= 0 ? 1 : entries;
    const lastEnding = outcome === WON ? ADVANCED : outcome === LOST ? LOST_HERE : STILL_OPEN;
    const lastDay = outcome === OPEN ? deals.asOf : deals.closed[i]!;
    let deepest = outcome === WON ? count - 1 : -1;
    let distinct = 0;
    let inOrder = 0;
    let before = -1;
    let visits = 0;
    let movedBack = false;
    for (let k = 0; k <= steps; k++) {
      // What became of the deal comes last, like an entry beyond all stages: it stops every clock that still runs.
      const isOver = k === steps;
      const rank = isOver ? count : assumed >= 0 ? assumed : (ranks[history.stage[first + k]!] ?? -1);
      if (rank < 0) continue;
      const day = isOver ? lastDay : assumed >= 0 ? created : Math.floor(history.changed[first + k]!);
      while (clocks > 0 && running[clocks - 1]! < rank) {
        clocks--;
        stopped[visits] = running[clocks]!;
        endings[visits] = isOver ? lastEnding : ADVANCED;
        // An unknown last day is −1, before any entry: durations without use are those below 0.
        durations[visits] = day - since[clocks]!;
        visits++;
      }
      if (isOver) break;
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
    const hasPassed = distinct <= deepest;
    const depth = inOrder === count && outcome === WON ? count + 1 : inOrder;
    const value = amount[i]!;
    const hasValue = !Number.isNaN(value);

    for (let g = 0; g < tallies.length; g++) {
      const codes = groupings[g]!.codes;
      const group = codes ? codes[i]! : 0;
      if (group < 0) continue;
      const tally = tallies[g]!;
      const firstCell = group * count;
      tally.depth[group * (count + 2) + depth]!++;
      for (let v = 0; v < visits; v++) {
        const cell = firstCell + stopped[v]!;
        const at = cell * ENDINGS + endings[v]!;
        const days = durations[v]!;
        if (days >= 0) addDay(tally.days, at, days);
        else tally.undated[at]!++;
        if (hasValue) {
          tally.enteredValue[cell]! += value;
          if (endings[v] === ADVANCED) tally.advancedValue[cell]! += value;
        }
      }
      if (hasPassed)
        for (let rank = 0; rank <= deepest; rank++)
          if (enteredBy[rank] !== i) tally.passed[firstCell + rank]!++;
      if (movedBack)
        for (let rank = 1; rank < count; rank++)
          if (movedBackBy[rank] === i) tally.movedBack[firstCell + rank]!++;
    }
  }
  return tallies;
}

/** The tally of the deals of both; the two must have the same stages and groups. */
export const mergeStageTallies = (a: StageTally, b: StageTally): StageTally => ({
  stages: a.stages,
  groups: a.groups,
  days: mergeDayCounts(a.days, b.days),
  undated: plus(a.undated, b.undated),
  passed: plus(a.passed, b.passed),
  movedBack: plus(a.movedBack, b.movedBack),
  enteredValue: plus(a.enteredValue, b.enteredValue),
  advancedValue: plus(a.advancedValue, b.advancedValue),
  depth: plus(a.depth, b.depth),
});

/** Deals that went through the first `stages` stages in order; one more than all stages: and were won. */
export function inOrderThrough(tally: StageTally, stages: number, group = 0): number {
  let sum = 0;
  for (let d = stages; d < tally.stages + 2; d++) sum += tally.depth[group * (tally.stages + 2) + d]!;
  return sum;
}
