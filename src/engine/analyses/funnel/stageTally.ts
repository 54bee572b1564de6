import type { StageHistory, TextColumn } from '../../dataset/dataset';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import type { StageMap } from '../../dataset/mapping';
import { addDays, emptyDayCounts, mergeDayCounts } from './dayCounts';
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
  /** Of the deals that entered: how it went on (entered = advanced + lost + open). */
  readonly advanced: Int32Array;
  readonly lost: Int32Array;
  readonly open: Int32Array;
  /** Deals that reached a later stage or Won and never entered this one. */
  readonly passed: Int32Array;
  /** Deals that went from this stage to an earlier one at least once. */
  readonly movedBack: Int32Array;
  /** Of the entered: without a usable duration, since a date is missing or the close stands before the entry. */
  readonly undated: Int32Array;
  /** Cents; deals without an amount add nothing. */
  readonly enteredValue: Float64Array;
  readonly advancedValue: Float64Array;
  /**
   * Deals by how many of the stages they went through in order, from the first on; at `group × (stages + 2)`. The last
   * count is of those that went through all and were won.
   */
  readonly depth: Int32Array;
  /** Days from entry to ending, at `endingCell(cell, ending)`. */
  readonly days: DayCounts;
}

export const cellOf = (tally: StageTally, stage: number, group = 0): number => group * tally.stages + stage;
export const endingCell = (cell: number, ending: Ending): number => cell * ENDINGS + ending;

const emptyStageTally = (stages: number, groups: number): StageTally => {
  const cells = stages * groups;
  return {
    stages,
    groups,
    advanced: new Int32Array(cells),
    lost: new Int32Array(cells),
    open: new Int32Array(cells),
    passed: new Int32Array(cells),
    movedBack: new Int32Array(cells),
    undated: new Int32Array(cells),
    enteredValue: new Float64Array(cells),
    advancedValue: new Float64Array(cells),
    depth: new Int32Array(groups * (stages + 2)),
    days: emptyDayCounts(cells * ENDINGS),
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

const NOTHING_LATER = -2;

/**
 * One pass over the deals `from` to `to` (exclusive), each path read backward once: walking from the last entry to the
 * first, `later[r]` is the day of the next entry beyond rank r, so at the first entry to a stage it is the day the deal
 * advanced. All groupings are filled in the same pass.
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
  const rankOfLabel = currentStage?.labels.map(
    (label) => ranks[paths.stages.findIndex(({ name }) => name === label)] ?? -1,
  );
  const tallies = groupings.map(({ size }) => emptyStageTally(count, size));

  // Of one deal, by rank.
  const later = new Int32Array(count);
  const entered = new Int32Array(count);
  const advancedOn = new Int32Array(count);
  const wentBack = new Uint8Array(count);
  const neverMovesBack = history.shape === 'wide';

  for (let i = from; i < to; i++) {
    const outcome = deals.outcome[i]!;
    if (outcome === NOT_YET) continue;
    const closed = deals.closed[i]!;
    const start = history.start[i]!;
    const end = history.start[i + 1]!;
    let deepest = outcome === WON ? count - 1 : -1;
    let inOrder = 0;
    for (let r = 0; r < count; r++) {
      later[r] = outcome === WON ? closed : NOTHING_LATER;
      entered[r] = UNKNOWN_DAY;
      wentBack[r] = 0;
    }
    for (let at = start; at < end; at++) if (ranks[history.stage[at]!] === inOrder) inOrder++;
    let after = -1;
    for (let at = end - 1; at >= start; at--) {
      const rank = ranks[history.stage[at]!] ?? -1;
      if (rank < 0) continue;
      const day = Math.floor(history.changed[at]!);
      entered[rank] = day;
      advancedOn[rank] = later[rank]!;
      for (let r = 0; r < rank; r++) later[r] = day;
      if (after >= 0 && after < rank && !neverMovesBack) wentBack[rank] = 1;
      if (rank > deepest) deepest = rank;
      after = rank;
    }
    if (start === end && outcome === OPEN && rankOfLabel) {
      const rank = rankOfLabel[currentStage!.codes[i]!] ?? -1;
      const created = deals.created[i]!;
      if (rank >= 0 && created !== UNKNOWN_DAY) {
        entered[rank] = created;
        advancedOn[rank] = NOTHING_LATER;
        for (let r = 0; r < rank; r++) later[r] = created;
        if (rank === 0) inOrder = 1;
        deepest = rank;
      }
    }
    const value = amount[i]!;
    const hasValue = value === value;

    for (let g = 0; g < tallies.length; g++) {
      const codes = groupings[g]!.codes;
      const group = codes ? codes[i]! : 0;
      if (group < 0) continue;
      const tally = tallies[g]!;
      const through = inOrder === count && outcome === WON ? count + 1 : inOrder;
      tally.depth[group * (count + 2) + through]!++;
      for (let r = 0; r <= deepest; r++) {
        const cell = group * count + r;
        const since = entered[r]!;
        if (since === UNKNOWN_DAY) {
          if (later[r] !== NOTHING_LATER) tally.passed[cell]!++;
          continue;
        }
        const advancedAt = advancedOn[r]!;
        let ending: Ending = STILL_OPEN;
        let until: number = deals.asOf;
        if (advancedAt !== NOTHING_LATER) {
          ending = ADVANCED;
          until = advancedAt;
          tally.advanced[cell]!++;
          if (hasValue) tally.advancedValue[cell]! += value;
        } else if (outcome === LOST) {
          ending = LOST_HERE;
          until = closed;
          tally.lost[cell]!++;
        } else tally.open[cell]!++;
        if (hasValue) tally.enteredValue[cell]! += value;
        if (wentBack[r]) tally.movedBack[cell]!++;
        // An unknown close is −1, before any entry: one comparison covers both reasons.
        if (until >= since) addDays(tally.days, endingCell(cell, ending), until - since);
        else tally.undated[cell]!++;
      }
    }
  }
  return tallies;
}

/** The tally of the deals of both; the two must have the same stages and groups. */
export const mergeStageTallies = (a: StageTally, b: StageTally): StageTally => ({
  stages: a.stages,
  groups: a.groups,
  advanced: plus(a.advanced, b.advanced),
  lost: plus(a.lost, b.lost),
  open: plus(a.open, b.open),
  passed: plus(a.passed, b.passed),
  movedBack: plus(a.movedBack, b.movedBack),
  undated: plus(a.undated, b.undated),
  enteredValue: plus(a.enteredValue, b.enteredValue),
  advancedValue: plus(a.advancedValue, b.advancedValue),
  depth: plus(a.depth, b.depth),
  days: mergeDayCounts(a.days, b.days),
});

/** Deals that went through the first `stages` stages in order; one more than all stages: and were won. */
export function inOrderThrough(tally: StageTally, stages: number, group = 0): number {
  let sum = 0;
  for (let d = stages; d < tally.stages + 2; d++) sum += tally.depth[group * (tally.stages + 2) + d]!;
  return sum;
}
