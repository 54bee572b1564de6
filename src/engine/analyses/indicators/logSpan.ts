import { quantile } from '../../stats/quantile';
import { endOf, placer, startOf, type Grain, type Periods } from './periods';

/** Where a log begins and ends: rows by period, and the first and last day with one. Mergeable. */
export interface LogTally {
  readonly rows: Float64Array;
  readonly first: number;
  readonly last: number;
  /** Every row stands on the first day of a period: they are sums kept by period, not events. */
  readonly bySums: boolean;
}

export function tallyLog(serials: ArrayLike<number>, periods: Periods): LogTally {
  const placeOf = placer(periods);
  const rows = new Float64Array(periods.count);
  let [first, last, bySums] = [Infinity, -Infinity, true];
  for (let i = 0; i < serials.length; i++) {
    const place = placeOf(serials[i]!);
    if (place < 0) continue;
    const day = Math.floor(serials[i]!);
    rows[place]!++;
    if (day < first) first = day;
    if (day > last) last = day;
    if (day !== startOf(periods.grain, periods.first + place)) bySums = false;
  }
  return { rows, first, last, bySums };
}

export const mergeLogTallies = (a: LogTally, b: LogTally): LogTally => ({
  rows: a.rows.map((n, i) => n + b.rows[i]!),
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  bySums: a.bySums && b.bySums,
});

/** The periods that a log covers: positions `from` to `to` (exclusive), and gaps in which it has not a single row. */
export interface LogSpan {
  readonly from: number;
  readonly to: number;
  readonly gaps: ReadonlySet<number>;
}

/** Before a log has so large a share of its usual rows it has not begun: what stands there are strays. */
const BEGUN = 1 / 3;
/** A log usually as full as this does not leave a period empty by chance. */
const FULL = 5;
/** A log that begins or ends more than so many days within a period does not cover it. */
export const SLACK: Readonly<Record<Grain, number>> = { month: 5, week: 2 };

export function spanOf({ rows, first, last, bySums }: LogTally, periods: Periods): LogSpan {
  const { grain } = periods;
  const filled = [...rows.keys()].filter((i) => rows[i]! > 0);
  const [start, end] = [filled[0] ?? 0, (filled.at(-1) ?? -1) + 1];
  const usual = quantile(rows.subarray(start, end), 0.5) ?? 0;
  let from = start;
  while (from < end && rows[from]! < usual * BEGUN) from++;
  let to = end;
  if (!bySums) {
    if (from === start && first - startOf(grain, periods.first + from) > SLACK[grain]) from++;
    if (to > from && endOf(grain, periods.first + to - 1) - last > SLACK[grain]) to--;
  }
  const gaps = usual < FULL ? [] : [...rows.keys()].filter((i) => i >= from && i < to && rows[i] === 0);
  return { from, to: Math.max(from, to), gaps: new Set(gaps) };
}

/** The values within a span; NaN outside and in its gaps. */
export const within = (values: Float64Array, { from, to, gaps }: LogSpan): Float64Array =>
  values.map((value, i) => (i < from || i >= to || gaps.has(i) ? NaN : value));

/** The span without the periods that are not wholly `days` after its begin: until then an export lacks what began before. */
export function afterWarmUp(span: LogSpan, days: number, { grain, first, count }: Periods): LogSpan {
  const complete = startOf(grain, first + span.from) + days;
  let { from } = span;
  while (from < count && startOf(grain, first + from) < complete) from++;
  return { ...span, from, to: Math.max(from, span.to) };
}
