import type { Dataset } from '../../dataset/dataset';
import { OPEN } from '../../dataset/dataset';
import { stageFinder } from '../../dataset/stageMap';
import { UNKNOWN_DAY, type Deals } from './deals';
import { ranksOf } from './visits';

/** Where each open deal stands on the as-of day, by rank of the open stage, and since when. */
export interface CurrentStages {
  /** −1: not open, or not known. */
  readonly rank: Int16Array;
  /** Day of the last entry to it; −1 where it is not known. */
  readonly since: Int32Array;
}

/** By the last stage entered; of a deal without history by its stage column, since creation when it never moved. */
export function currentStages({ opportunities, history, stages }: Dataset, deals: Deals): CurrentStages {
  const { ranks } = ranksOf(stages);
  const rank = new Int16Array(deals.count).fill(-1);
  const since = new Int32Array(deals.count).fill(UNKNOWN_DAY);
  const find = stageFinder(stages);
  const column = opportunities?.stage;
  const ofLabel = column?.labels.map((label) => ranks[find(label)] ?? -1);
  const lastChange = opportunities?.numbers['lastStageChange'];
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] !== OPEN) continue;
    for (let at = (history?.start[i + 1] ?? 0) - 1; history && at >= history.start[i]!; at--) {
      const entered = ranks[history.stage[at]!] ?? -1;
      if (entered < 0) continue;
      rank[i] = entered;
      since[i] = Math.floor(history.changed[at]!);
      break;
    }
    if (rank[i]! >= 0 || history?.unplaced?.[i] || !ofLabel) continue;
    rank[i] = ofLabel[column!.codes[i]!] ?? -1;
    const changed = lastChange?.[i] ?? NaN;
    since[i] = changed === changed ? Math.floor(changed) : history ? deals.created[i]! : UNKNOWN_DAY;
  }
  return { rank, since };
}
