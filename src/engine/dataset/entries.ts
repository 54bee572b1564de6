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
  /** Snapshots only: days between the two snapshots around the change. */
  readonly spacing?: Float64Array;
}

/** Entries in order of owner, time, sheet row: those of owner i are `order[start[i]]` to `order[start[i + 1] - 1]`. */
export interface SortedEntries {
  readonly entries: Entries;
  readonly order: Int32Array;
  readonly start: Int32Array;
}

/**
 * Sorts by owner (counting sort, keeping the order within an owner), then by time within each owner. Histories mostly
 * come in order of time already; only an owner whose entries do not is sorted by comparison. Entries of owner −1 are
 * dropped.
 */
export function sortEntries(entries: Entries, owners: number): SortedEntries {
  const { owner, changed } = entries;
  const start = new Int32Array(owners + 1);
  for (const o of owner) if (o >= 0) start[o + 1]!++;
  for (let o = 0; o < owners; o++) start[o + 1]! += start[o]!;
  const order = new Int32Array(start[owners]!);
  const next = start.slice(0, owners);
  for (let i = 0; i < owner.length; i++) if (owner[i]! >= 0) order[next[owner[i]!]!++] = i;
  for (let o = 0; o < owners; o++) {
    const from = start[o]!;
    const to = start[o + 1]!;
    let sorted = true;
    for (let at = from + 1; at < to && sorted; at++)
      sorted = changed[order[at - 1]!]! <= changed[order[at]!]!;
    if (!sorted) order.subarray(from, to).sort((a, b) => changed[a]! - changed[b]! || a - b);
  }
  return { entries, order, start };
}

/**
 * How many owners entered stage a before stage b (first entries), at a × stages + b. Linear in entries as long as a
 * deal has few different stages.
 */
export function precedenceOf({ entries, order, start }: SortedEntries, stages: number): Float64Array {
  const before = new Float64Array(stages * stages);
  const seenBy = new Int32Array(stages).fill(-1);
  const firsts: number[] = [];
  for (let owner = 0; owner + 1 < start.length; owner++) {
    firsts.length = 0;
    for (let at = start[owner]!; at < start[owner + 1]!; at++) {
      const stage = entries.label[order[at]!]!;
      if (stage < 0 || seenBy[stage] === owner) continue;
      seenBy[stage] = owner;
      for (const earlier of firsts) before[earlier * stages + stage]!++;
      firsts.push(stage);
    }
  }
  return before;
}
