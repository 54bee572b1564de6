import { allRows } from './compact';
import type { Entries, SortedEntries } from './entries';
import { sortEntries } from './entries';
import type { HistoryColumns } from './historyColumns';
import type { OpportunityColumns } from './opportunityColumns';
import { placesInTime } from './sameTime';
import { nameCodes } from './stageNames';

/** Entries of a history of events. `owner` is the row of each row's opportunity, −1 for rows that cannot be used. */
export function entriesOfEvents(
  history: HistoryColumns,
  toName: Int32Array,
  fromName: Int32Array,
  owner: Int32Array,
): Entries {
  const { toStage, fromStage, changed, stack } = history;
  const place = placesInTime(stack, owner, changed);
  return {
    owner,
    label: toStage ? nameCodes(toStage, toName) : new Int32Array(owner.length).fill(-1),
    changed,
    ...(fromStage && { from: nameCodes(fromStage, fromName) }),
    ...(place && { place }),
  };
}

/**
 * Adds the stage that a deal was in before its first recorded change, as entered on creation: field histories record
 * changes only, so that the stage a deal was created in is told by nothing but the from-stage of its first change.
 * Deals without a created date, or created after the change, get none.
 */
export function withStageAtCreation(
  sorted: SortedEntries,
  created: Float64Array,
  closed: Uint8Array,
): SortedEntries {
  const { entries, order, start } = sorted;
  const { from, place } = entries;
  if (!from) return sorted;
  const owners: number[] = [];
  const labels: number[] = [];
  for (let owner = 0; owner + 1 < start.length; owner++) {
    if (start[owner] === start[owner + 1]) continue;
    const first = order[start[owner]!]!;
    const cameFrom = from[first]!;
    if (cameFrom < 0 || cameFrom === entries.label[first]) continue;
    if (!(created[owner]! <= entries.changed[first]!)) continue;
    owners.push(owner);
    labels.push(cameFrom);
  }
  if (owners.length === 0) return sorted;
  // Put first, so that at equal times the stage at creation comes before the change.
  const changed = new Float64Array(entries.changed.length + owners.length);
  changed.set(owners.map((owner) => created[owner]!));
  changed.set(entries.changed, owners.length);
  const unknown = new Int32Array(owners.length).fill(-1);
  return sortEntries(
    {
      owner: concat(Int32Array.from(owners), entries.owner),
      label: concat(Int32Array.from(labels), entries.label),
      row: concat(unknown, allRows(entries.owner.length)),
      from: concat(unknown, from),
      ...(place && { place: concat(unknown, place) }),
      changed,
    },
    start.length - 1,
    closed,
  );
}

function concat(a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** Entries of wide columns; at equal times the earlier column comes first. Rows as in the opportunities' stack. */
export function entriesOfWide(
  { wide, stack }: OpportunityColumns,
  nameOfColumn: Int32Array,
  skip: Uint8Array,
): Entries {
  let count = 0;
  for (const dates of wide.columns)
    for (let row = 0; row < stack.count; row++) if (!skip[row] && dates[row] === dates[row]) count++;
  const owner = new Int32Array(count);
  const label = new Int32Array(count);
  const changed = new Float64Array(count);
  let next = 0;
  wide.columns.forEach((dates, column) => {
    for (let row = 0; row < stack.count; row++) {
      if (skip[row] || dates[row] !== dates[row]) continue;
      owner[next] = row;
      label[next] = nameOfColumn[column]!;
      changed[next++] = dates[row]!;
    }
  });
  return { owner, label, changed, row: owner };
}
