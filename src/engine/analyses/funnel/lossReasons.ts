import type { Dataset } from '../../dataset/dataset';
import { LOST } from '../../dataset/dataset';
import { stageFinder } from '../../dataset/stageMap';
import type { Deals } from './deals';
import { BLANK_GROUP } from './grouping';
import { ranksOf } from './visits';

/** Lost deals by the stage in which they were lost and the reason given. */
export interface LossesFinding {
  readonly lost: number;
  /** Lost deals with a reason; null where the data have no such column. */
  readonly withReason: number | null;
  /** Open stages in order, and a last one for those whose stage is not known (where there are any). */
  readonly stages: readonly string[];
  readonly rows: readonly {
    readonly reason: string;
    /** Counted as “no decision”. */
    readonly noDecision: boolean;
    readonly deals: number;
    /** Cents of the deals with an amount. */
    readonly amount: number;
    /** By stage. */
    readonly counts: readonly number[];
  }[];
  /** Deals whose reason is not listed. */
  readonly notListed: number;
}

const UNKNOWN_STAGE = '(stage not known)';
const MOST_REASONS = 30;

/** The stage of a loss is the last open stage entered; without history the stage column, where it holds an open stage. */
export function lossesOf(dataset: Dataset, deals: Deals): LossesFinding {
  const { opportunities, history, stages } = dataset;
  const { ranks, open: count } = ranksOf(stages);
  const reason = opportunities!.texts['lossReason'];
  const reasons = [...(reason?.labels ?? []), BLANK_GROUP];
  const width = count + 1;
  const counts = new Int32Array(reasons.length * width);
  const amount = new Float64Array(reasons.length);
  const undecided = new Int32Array(reasons.length);
  const find = stageFinder(stages);
  const column = opportunities!.stage;
  const ofLabel = column?.labels.map((label) => ranks[find(label)] ?? -1);
  let [lost, withReason] = [0, 0];
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] !== LOST) continue;
    lost++;
    let rank = -1;
    for (let at = (history?.start[i + 1] ?? 0) - 1; history && rank < 0 && at >= history.start[i]!; at--)
      rank = ranks[history.stage[at]!] ?? -1;
    if (rank < 0 && ofLabel) rank = ofLabel[column!.codes[i]!] ?? -1;
    const code = reason ? reason.codes[i]! : -1;
    if (code >= 0) withReason++;
    const at = code < 0 ? reasons.length - 1 : code;
    counts[at * width + (rank < 0 ? count : rank)]!++;
    if (opportunities!.amount[i]! > 0) amount[at]! += opportunities!.amount[i]!;
    if (deals.undecided?.[i]) undecided[at]!++;
  }
  const isKnown = !reasons.some((_, at) => counts[at * width + count]! > 0);
  const rows = reasons
    .map((name, at) => {
      const ofStages = Array.from(counts.subarray(at * width, at * width + (isKnown ? count : width)));
      const total = ofStages.reduce((sum, n) => sum + n, 0);
      return {
        reason: name,
        noDecision: total > 0 && undecided[at] === total,
        deals: total,
        amount: amount[at]!,
        counts: ofStages,
      };
    })
    .filter(({ deals: n }) => n > 0)
    .sort((a, b) => b.deals - a.deals || (a.reason < b.reason ? -1 : 1));
  const names = stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);
  return {
    lost,
    withReason: reason ? withReason : null,
    stages: isKnown ? names : [...names, UNKNOWN_STAGE],
    rows: rows.slice(0, MOST_REASONS),
    notListed: rows.slice(MOST_REASONS).reduce((sum, row) => sum + row.deals, 0),
  };
}
