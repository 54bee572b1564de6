import { sortTimes } from './sortTimes';

/**
 * A tally of times until an event or censoring: all that Kaplan–Meier and Aalen–Johansen need. Position i of each array
 * belongs to `times[i]`.
 *
 * At equal times events precede censorings: a deal still open on day 30 was at risk on day 30.
 */
export interface RiskTable {
  /** Ascending and distinct; at each of them something ended or was censored. */
  readonly times: Float64Array;
  /** Under observation just before the time, those of the time itself included. */
  readonly atRisk: Float64Array;
  /** Per cause: how many ended by it at the time. */
  readonly events: readonly Float64Array[];
  /** Last seen, without an event, at the time. */
  readonly censored: Float64Array;
  /** With delayed entry: when they came under observation, ascending, and how many did. Else all are there from the start. */
  readonly entries?: { readonly times: Float64Array; readonly counts: Float64Array };
}

const emptyTable = (length: number, causeCount: number): RiskTable => ({
  times: new Float64Array(length),
  atRisk: new Float64Array(length),
  events: Array.from({ length: causeCount }, () => new Float64Array(length)),
  censored: new Float64Array(length),
});

/**
 * The table of single durations, in any order and unit. `causes[i]` is 0 when `times[i]` is censored and k when it
 * ended by cause k of `causeCount`.
 *
 * With `entries` (delayed entry, left truncation) row i was under observation from `entries[i]` on: it is at risk at t
 * iff entry < t ≤ exit. Without them each row is at risk from the start, at time 0 too.
 *
 * Times are equal only when exactly equal. Throws for a negative or missing time and for an entry that is not before
 * its exit: such rows are excluded and listed where the data are checked.
 */
export function riskTable(
  times: ArrayLike<number>,
  causes: ArrayLike<number>,
  causeCount: number,
  entries?: ArrayLike<number>,
): RiskTable {
  const sizes = new Uint32Array(causeCount + 1);
  for (let row = 0; row < times.length; row++) {
    const [time, cause] = [times[row]!, causes[row]!];
    if (!(time >= 0 && time < Infinity)) throw new RangeError(`Row ${row} has no time: ${time}.`);
    if (entries && !(entries[row]! < time)) throw new RangeError(`Row ${row} exits before it enters.`);
    if (!Number.isInteger(cause) || cause < 0 || cause > causeCount)
      throw new RangeError(`Row ${row} has no cause: ${cause}.`);
    sizes[cause]!++;
  }

  // One typed array per cause, sorted by itself and then merged: several times as fast as sorting rows by a comparison.
  const sorted = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Uint32Array(causeCount + 1);
  for (let row = 0; row < times.length; row++) {
    const cause = causes[row]!;
    sorted[cause]![filled[cause]!++] = times[row]!;
  }
  for (let cause = 0; cause <= causeCount; cause++) sorted[cause] = sortTimes(sorted[cause]!);
  const enteredAt = entries && sortTimes(Float64Array.from(entries));

  const table = emptyTable(times.length, causeCount);
  const columns = [table.censored, ...table.events];
  const next = new Uint32Array(causeCount + 1);
  const heads = Float64Array.from(sorted, (ofCause) => ofCause[0] ?? Infinity);
  let entered = enteredAt ? 0 : times.length;
  let exited = 0;
  let at = 0;
  for (; exited < times.length; at++) {
    let time = Infinity;
    for (let cause = 0; cause <= causeCount; cause++) if (heads[cause]! < time) time = heads[cause]!;
    if (enteredAt) while (enteredAt[entered]! < time) entered++;
    table.times[at] = time;
    table.atRisk[at] = entered - exited;
    for (let cause = 0; cause <= causeCount; cause++) {
      if (heads[cause] !== time) continue;
      const ofCause = sorted[cause]!;
      const from = next[cause]!;
      let to = from + 1;
      while (to < ofCause.length && ofCause[to] === time) to++;
      next[cause] = to;
      heads[cause] = to < ofCause.length ? ofCause[to]! : Infinity;
      columns[cause]![at] = to - from;
      exited += to - from;
    }
  }
  // Where most times are different a copy would save little memory and cost as long as the table.
  const used = (column: Float64Array): Float64Array =>
    2 * at > times.length ? column.subarray(0, at) : column.slice(0, at);
  return {
    times: used(table.times),
    atRisk: used(table.atRisk),
    events: table.events.map(used),
    censored: used(table.censored),
    ...(enteredAt && { entries: distinct(enteredAt) }),
  };
}

/** Sorted times, each once, with how often it stands there. */
function distinct(sorted: Float64Array): NonNullable<RiskTable['entries']> {
  const [times, counts] = [new Float64Array(sorted.length), new Float64Array(sorted.length)];
  let at = -1;
  for (const time of sorted) {
    if (at < 0 || time !== times[at]) times[++at] = time;
    counts[at]!++;
  }
  return { times: times.slice(0, at + 1), counts: counts.slice(0, at + 1) };
}

/**
 * The table of durations tallied by whole days, in one pass: `events[k − 1][d]` ended by cause k after d days,
 * `censored[d]` were last seen after d days. Arrays may differ in length. Day 0 counts as half a day, because what
 * began and ended on one day did take time.
 *
 * With `entered` (delayed entry, left truncation) `entered[d]` of all these came under observation when they were d days
 * old, `entered[0]` at the start, and are at risk from the next day on: a deal that was 40 days old when its history begins
 * says nothing about its first 40 days. Who ends on the very day of a delayed entry was never at risk and belongs in no
 * count. Throws when more end than are at risk.
 */
export function riskTableFromDays(
  events: readonly Int32Array[],
  censored: Int32Array,
  entered?: Int32Array,
): RiskTable {
  const columns = [censored, ...events];
  const longest = columns.reduce((most, column) => Math.max(most, column.length), 0);
  let rows = 0;
  let used = 0;
  const dropped = new Float64Array(longest);
  for (const column of columns)
    for (let day = 0; day < column.length; day++) dropped[day] = (dropped[day] ?? 0) + (column[day] ?? 0);
  for (const count of dropped) {
    rows += count;
    if (count > 0) used++;
  }
  const table = emptyTable(used, events.length);
  if (entered) rows = 0;
  let at = 0;
  for (let day = 0; day < longest; day++) {
    // At risk from the next day on; those of day 0 from its half, at which day 0 itself stands.
    if (entered && day !== 1) rows += entered[Math.max(0, day - 1)] ?? 0;
    const gone = dropped[day] ?? 0;
    if (gone === 0) continue;
    if (gone > rows) throw new RangeError(`More ended after ${day} days than were at risk.`);
    table.times[at] = day === 0 ? 0.5 : day;
    table.atRisk[at] = rows;
    table.events.forEach((column, cause) => (column[at] = events[cause]?.[day] ?? 0));
    table.censored[at] = censored[day] ?? 0;
    rows -= gone;
    at++;
  }
  return entered ? { ...table, entries: entriesByDay(entered) } : table;
}

function entriesByDay(entered: Int32Array): NonNullable<RiskTable['entries']> {
  const days = Array.from(entered.keys()).filter((day) => entered[day]! > 0);
  return {
    times: Float64Array.from(days),
    counts: Float64Array.from(days, (day) => entered[day]!),
  };
}
