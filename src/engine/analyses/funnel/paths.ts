import type { StageHistory } from '../../dataset/dataset';
import { OPEN, WON } from '../../dataset/dataset';
import type { StageMap } from '../../dataset/mapping';
import { isOlder, NOT_YET, type Deals } from './deals';
import { ranksOf } from './visits';

/** How each deal went: the paths that deals have in common, and whether they keep to the order of the stages. */
export interface Paths {
  /** Open stages; ranks beyond are Won (`stages`) and Lost (`stages` + 1). */
  readonly stages: number;
  /** Per deal the node of its path in the tree; −1: no path, −2: one of too many. */
  readonly node: Int32Array;
  /** Per node its stage's rank, and the node before it (−1 for the first). */
  readonly rank: Int16Array;
  readonly parent: Int32Array;
  /** Per deal: went over a stage without entering it; went back; entered a stage again. */
  readonly skipped: Uint8Array;
  readonly movedBack: Uint8Array;
  readonly reentered: Uint8Array;
  /** Per deal: went on from Won or Lost to an open stage. */
  readonly reopened: Uint8Array;
  /** Moves from rank to rank, at from × (stages + 2) + to. */
  readonly moves: Float64Array;
}

/** Beyond so many different paths they are no variants of anything. */
const MOST_NODES = 50_000;

/**
 * One pass over the histories. A path holds the open stages as they were entered, one after the other; staying in one, and
 * ignored stages, are no steps. Deals created before the records begin have none.
 *
 * Skipped: a step beyond the next stage, beginning beyond the first, or won before the last. Nothing of that is a fault by
 * itself; it says how far the map of the stages is the way that deals go.
 */
export function pathsOf(history: StageHistory, stages: StageMap, deals: Deals): Paths {
  const { ranks, open: count } = ranksOf(stages);
  const width = count + 2;
  const tree = {
    child: new Int32Array(1024 * width),
    rank: new Int16Array(1024),
    parent: new Int32Array(1024),
  };
  let nodes = 0;
  const roots = new Int32Array(width);
  const node = new Int32Array(deals.count).fill(-1);
  const flags = () => new Uint8Array(deals.count);
  const [skipped, movedBack, reentered, reopened] = [flags(), flags(), flags(), flags()];
  const moves = new Float64Array(width * width);
  const enteredBy = new Int32Array(count).fill(-1);

  /** Nodes are numbered from 1 in the tables of children, so that 0 is none. */
  function step(at: number, rank: number): number {
    const table = at < 0 ? roots : tree.child;
    const slot = at < 0 ? rank : at * width + rank;
    if (table[slot]! > 0) return table[slot]! - 1;
    if (nodes === MOST_NODES) return -2;
    if (nodes === tree.rank.length) {
      tree.child = enlarged(tree.child, new Int32Array(tree.child.length * 2));
      tree.rank = enlarged(tree.rank, new Int16Array(tree.rank.length * 2));
      tree.parent = enlarged(tree.parent, new Int32Array(tree.parent.length * 2));
    }
    (at < 0 ? roots : tree.child)[slot] = nodes + 1;
    tree.rank[nodes] = rank;
    tree.parent[nodes] = at;
    return nodes++;
  }

  for (let i = 0; i < deals.count; i++) {
    const outcome = deals.outcome[i]!;
    if (outcome === NOT_YET || isOlder(deals, i)) continue;
    let at = -1;
    // The rank of the last entry, closed ones included; and of the last open stage.
    let before = -1;
    let stood = -1;
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++) {
      const stage = history.stage[k]!;
      const kind = stages[stage]?.kind;
      if (kind === 'won' || kind === 'lost') {
        const end = kind === 'won' ? count : count + 1;
        if (before >= 0 && before < count) moves[before * width + end]!++;
        before = end;
        continue;
      }
      const rank = ranks[stage] ?? -1;
      if (rank < 0 || rank === before) continue;
      if (before >= count) reopened[i] = 1;
      else if (before >= 0) moves[before * width + rank]!++;
      before = rank;
      if (rank > stood + 1) skipped[i] = 1;
      else if (rank < stood) movedBack[i] = 1;
      if (rank === stood) continue;
      if (enteredBy[rank] === i) reentered[i] = 1;
      enteredBy[rank] = i;
      stood = rank;
      if (at !== -2) at = step(at, rank);
    }
    if (stood < 0) continue;
    if (outcome === WON && stood < count - 1) skipped[i] = 1;
    if (before < count && outcome !== OPEN) moves[before * width + (outcome === WON ? count : count + 1)]!++;
    node[i] = at;
  }
  return {
    stages: count,
    node,
    rank: tree.rank.slice(0, nodes),
    parent: tree.parent.slice(0, nodes),
    skipped,
    movedBack,
    reentered,
    reopened,
    moves,
  };
}

/** The ranks of a node's path, from the first. */
export function ranksOfPath({ rank, parent }: Paths, node: number): readonly number[] {
  const path: number[] = [];
  for (let at = node; at >= 0; at = parent[at]!) path.push(rank[at]!);
  return path.reverse();
}

function enlarged<T extends Int16Array | Int32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
