import { chained } from './sameTime';

/**
 * Stage entries before the stage map is known: parallel arrays, one place per entry. `owner` is a row of the stack of
 * opportunities, `label` a position in the list of stage names.
 */
export interface Entries {
  readonly owner: Int32Array;
  readonly label: Int32Array;
  readonly changed: Float64Array;
  /** Row of the table each entry was read from, −1 for an entry that was inferred; absent when entry i is row i. */
  readonly row?: Int32Array;
  /** Stage that each entry came from, a position in the list of stage names; −1 where it is not told. */
  readonly from?: Int32Array;
  /** Order of entries at equal times; absent when it is their own. */
  readonly place?: Int32Array;
  /** Snapshots only: days between the two snapshots around the change. */
  readonly spacing?: Float64Array;
}

/** Entries in order of owner and time (see `sortEntries`): those of owner i are `order[start[i]]` to `order[start[i + 1] - 1]`. */
export interface SortedEntries {
  readonly entries: Entries;
  readonly order: Int32Array;
  readonly start: Int32Array;
}

/**
 * Sorts by owner (counting sort, keeping the order within an owner), then by time within each owner. Histories mostly
 * come in order of time already; only an owner whose entries do not, or have equal times, is sorted by comparison.
 * Entries of owner −1 are dropped.
 *
 * At equal times an entry follows the one that entered the stage it came from. Where that is not told, or makes no
 * chain, a closed stage comes last, and the others in order of `place`.
 *
 * @param closed by position in the list of stage names: 1 for a stage of won or lost deals
 */
export function sortEntries(entries: Entries, owners: number, closed: Uint8Array): SortedEntries {
  const { owner, changed, label, from: cameFrom, place } = entries;
  const start = new Int32Array(owners + 1);
  for (const o of owner) if (o >= 0) start[o + 1]!++;
  for (let o = 0; o < owners; o++) start[o + 1]! += start[o]!;
  const order = new Int32Array(start[owners]!);
  const next = start.slice(0, owners);
  for (let i = 0; i < owner.length; i++) if (owner[i]! >= 0) order[next[owner[i]!]!++] = i;
  const byTime = (a: number, b: number): number =>
    changed[a]! - changed[b]! ||
    (closed[label[a]!] ?? 0) - (closed[label[b]!] ?? 0) ||
    (place ? place[a]! - place[b]! : a - b);
  for (let o = 0; o < owners; o++) {
    const from = start[o]!;
    const to = start[o + 1]!;
    let sorted = true;
    for (let at = from + 1; at < to && sorted; at++) sorted = changed[order[at - 1]!]! < changed[order[at]!]!;
    if (sorted) continue;
    order.subarray(from, to).sort(byTime);
    if (cameFrom) chainTies(order, from, to, changed, cameFrom, label);
  }
  return { entries, order, start };
}

/** Puts entries at equal times, between two positions of the order, in the order of their from-stages. */
function chainTies(
  order: Int32Array,
  from: number,
  to: number,
  changed: Float64Array,
  cameFrom: Int32Array,
  label: Int32Array,
): void {
  for (let at = from; at < to;) {
    let end = at + 1;
    while (end < to && changed[order[end]!] === changed[order[at]!]) end++;
    if (end - at > 1) {
      const before = at > from ? label[order[at - 1]!]! : -1;
      const chain = chained(order.subarray(at, end), cameFrom, label, before);
      if (chain) order.set(chain, at);
    }
    at = end;
  }
}

/** What owners’ first entries say of the stages. */
export interface Precedence {
  /** How many owners entered stage a before stage b, at a × stages + b. */
  readonly precedence: Float64Array;
  /** How many entered each stage, and how many have any entry. */
  readonly entered: Float64Array;
  readonly followed: number;
}

/** Linear in entries as long as a deal has few different stages. */
export function precedenceOf({ entries, order, start }: SortedEntries, stages: number): Precedence {
  const before = new Float64Array(stages * stages);
  const entered = new Float64Array(stages);
  let followed = 0;
  const seenBy = new Int32Array(stages).fill(-1);
  const firsts: number[] = [];
  for (let owner = 0; owner + 1 < start.length; owner++) {
    firsts.length = 0;
    for (let at = start[owner]!; at < start[owner + 1]!; at++) {
      const stage = entries.label[order[at]!]!;
      if (stage < 0 || seenBy[stage] === owner) continue;
      seenBy[stage] = owner;
      entered[stage]!++;
      for (const earlier of firsts) before[earlier * stages + stage]!++;
      firsts.push(stage);
    }
    if (firsts.length > 0) followed++;
  }
  return { precedence: before, entered, followed };
}
