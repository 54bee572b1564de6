import type { Day } from '../core/day';
import type { StageHistory } from './dataset';
import type { SortedEntries } from './entries';
import type { StageMap } from './mapping';

/** The first values; the array itself when these are all. */
const upTo = <A extends Int32Array | Float64Array>(values: A, count: number): A =>
  // slice() of a typed array is of its own type, which the union hides.
  count === values.length ? values : (values.slice(0, count) as A);

/**
 * The stage history of the opportunities that stay, and which rows of its table change no stage (1).
 *
 * Left out: entries of rows that were excluded, entries after the as-of day, entries to stages not in the map, and
 * entries to open stages on a later day than the deal closed. An entry to the stage a deal is already in is folded: it
 * is a save, not a change.
 *
 * @param rows opportunities' rows of the stack that stay, in their order
 * @param excluded by row of the table the entries were read from
 */
export function buildHistory(
  shape: StageHistory['shape'],
  { entries, order, start }: SortedEntries,
  rows: Int32Array,
  excluded: Uint8Array,
  closed: Float64Array,
  stageOfName: Int32Array,
  stages: StageMap,
  asOf: Day,
): { readonly history: StageHistory; readonly folded: Uint8Array } {
  const starts = new Int32Array(rows.length + 1);
  const stage = new Int32Array(order.length);
  const changed = new Float64Array(order.length);
  const spacing = entries.spacing && new Float64Array(order.length);
  const folded = new Uint8Array(excluded.length);
  let unplaced: Uint8Array | undefined;
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const dayAfterClose = Math.floor(closed[row]!) + 1; // NaN for open deals: no comparison holds
    let current = -1;
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const entry = order[at]!;
      const source = entries.row ? entries.row[entry]! : entry;
      const to = stageOfName[entries.label[entry]!] ?? -1;
      const time = entries.changed[entry]!;
      if ((source >= 0 && excluded[source]) || to < 0 || time >= asOf + 1) continue;
      if (time >= dayAfterClose && stages[to]!.kind === 'open') continue;
      if (to === current) {
        if (source >= 0) folded[source] = 1;
        continue;
      }
      current = to;
      stage[count] = to;
      changed[count] = time;
      if (spacing) spacing[count] = entries.spacing![entry]!;
      count++;
    }
    starts[i + 1] = count;
    if (starts[i] === count && start[row]! < start[row + 1]!)
      (unplaced ??= new Uint8Array(rows.length))[i] = 1;
  }
  return {
    folded,
    history: {
      shape,
      start: starts,
      stage: upTo(stage, count),
      changed: upTo(changed, count),
      ...(unplaced && { unplaced }),
      ...(spacing && { spacing: upTo(spacing, count) }),
    },
  };
}
