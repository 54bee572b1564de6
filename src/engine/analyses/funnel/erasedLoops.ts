import type { StageHistory } from '../../dataset/dataset';
import type { StageMap } from '../../dataset/mapping';
import { ranksOf } from './visits';

/**
 * The history as if each deal had gone its way for the last time only: where it came back to a stage, what it had entered
 * since is forgotten, and the stage's clock begins again. A → B → C → B → C becomes A → B → C with the dates of the second
 * B and C; A → B → A stands in A. A win that was reopened is forgotten with the stages before it.
 *
 * For those who want to see the pipeline as it stands: a demo that had to be given again counts when it was given again.
 */
export function withErasedLoops(history: StageHistory, stages: StageMap): StageHistory {
  const { ranks } = ranksOf(stages);
  const { start, stage, changed, spacing } = history;
  const kept = new Int32Array(stage.length);
  const newStart = new Int32Array(start.length);
  let used = 0;
  for (let i = 0; i + 1 < start.length; i++) {
    const first = used;
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      const rank = ranks[stage[at]!] ?? -1;
      if (rank >= 0) {
        let back = first;
        while (back < used && (ranks[stage[kept[back]!]!] ?? -1) < rank) back++;
        used = back;
      }
      kept[used++] = at;
    }
    newStart[i + 1] = used;
  }
  const order = kept.subarray(0, used);
  return {
    ...history,
    start: newStart,
    stage: Int32Array.from(order, (at) => stage[at]!),
    changed: Float64Array.from(order, (at) => changed[at]!),
    ...(spacing && { spacing: Float64Array.from(order, (at) => spacing[at]!) }),
  };
}
