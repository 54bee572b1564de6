import { noNumbers } from './compact';
import type { Entries } from './entries';

/** What the rows of snapshots tell of each opportunity. */
export interface SnapshotReading {
  /** Per row of the stack the row that stands for its opportunity: the last snapshot of it. −1 for rows not read. */
  readonly standsFor: Int32Array;
  /** By row that stands for an opportunity: when it was first seen, see below; NaN for other rows. */
  readonly firstSeen: Float64Array;
  /** By row that stands for an opportunity missing from later snapshots: its last one; NaN for other rows. */
  readonly lastListed: Float64Array;
  /** A stage entry whenever an opportunity is first seen or its stage differs from the snapshot before. */
  readonly entries: Entries;
}

/**
 * Reads snapshots: the same opportunities listed on several dates. A change between two snapshots is dated to their
 * midpoint, so it is wrong by at most half the spacing, which is kept. An opportunity that appears with a snapshot was
 * created between it and the snapshot before; those of the very first snapshot are dated to it, with no spacing: they
 * may be older. A created date that is known narrows this down: nothing happens to a deal before it.
 *
 * @param first row with the same id, −1 for rows without one (see `KeyIndex`)
 * @param snapshot serial of each row's snapshot
 * @param label stage of each row, −1 for none
 * @param created serial of each row's created date, NaN for none
 * @param skip rows not to be read
 */
export function readSnapshots(
  first: Int32Array,
  snapshot: Float64Array,
  label: Int32Array,
  created: Float64Array,
  skip: Uint8Array,
): SnapshotReading {
  const count = first.length;
  const rows: number[] = [];
  const dates = new Set<number>();
  for (let i = 0; i < count; i++) {
    if (skip[i] || first[i]! < 0 || !(snapshot[i]! > 0)) continue;
    rows.push(i);
    dates.add(snapshot[i]!);
  }
  const calendar = Float64Array.from(dates).sort();
  const before = new Map<number, number>();
  calendar.forEach((date, at) => before.set(date, calendar[at - 1] ?? NaN));
  rows.sort((a, b) => first[a]! - first[b]! || snapshot[a]! - snapshot[b]! || a - b);

  const standsFor = new Int32Array(count).fill(-1);
  const firstSeen = noNumbers(count);
  const lastListed = noNumbers(count);
  const latest = calendar.at(-1) ?? NaN;
  const owner: number[] = [];
  const labels: number[] = [];
  const changed: number[] = [];
  const source: number[] = [];
  const spacing: number[] = [];
  for (let from = 0; from < rows.length;) {
    let to = from + 1;
    while (to < rows.length && first[rows[to]!] === first[rows[from]!]) to++;
    const last = rows[to - 1]!;
    if (snapshot[last]! < latest) lastListed[last] = snapshot[last]!;
    let stage = -1;
    const born = created[last]!;
    for (let at = from; at < to; at++) {
      const row = rows[at]!;
      const now = snapshot[row]!;
      const listed = at === from ? before.get(now)! : snapshot[rows[at - 1]!]!;
      const bounded = born <= now && !(listed >= born) ? born : listed;
      const previous = bounded === bounded ? bounded : now;
      standsFor[row] = last;
      if (at === from) firstSeen[last] = (previous + now) / 2;
      if (label[row]! < 0 || label[row] === stage) continue;
      stage = label[row]!;
      owner.push(last);
      labels.push(stage);
      changed.push((previous + now) / 2);
      source.push(row);
      spacing.push(now - previous);
    }
    from = to;
  }
  return {
    standsFor,
    firstSeen,
    lastListed,
    entries: {
      owner: Int32Array.from(owner),
      label: Int32Array.from(labels),
      changed: Float64Array.from(changed),
      row: Int32Array.from(source),
      spacing: Float64Array.from(spacing),
    },
  };
}
