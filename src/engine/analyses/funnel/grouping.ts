import type { Day } from '../../core/day';
import { asDay, civilOf, monthIndexOf, monthStart } from '../../core/day';
import type { TextColumn } from '../../dataset/dataset';
import type { Deals } from './deals';

/** Which group each deal belongs to; −1 leaves the deal out of the tally. Any crossing of columns is one more grouping. */
export interface Grouping {
  readonly size: number;
  /** Group by row of opportunities; absent: all deals are group 0. */
  readonly codes?: Int32Array;
}

export const EVERYONE: Grouping = { size: 1 };

export interface NamedGrouping extends Grouping {
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** What a blank cell is called among the groups. */
export const BLANK_GROUP = '(blank)';

/** One group per label, and a last one for blank cells where there are any. */
export function byText(column: TextColumn): NamedGrouping {
  const blank = column.labels.length;
  if (!column.codes.includes(-1)) return { size: blank, codes: column.codes, names: column.labels };
  return {
    size: blank + 1,
    codes: column.codes.map((code) => (code < 0 ? blank : code)),
    names: [...column.labels, BLANK_GROUP],
  };
}

/** What a pair of groups is called. */
const pairName = (first: string, second: string): string => `${first} · ${second}`;

/** Every pair of groups: pair (i, j) is group i × b.size + j. A deal that either leaves out is left out. */
export function crossed(a: NamedGrouping, b: NamedGrouping): NamedGrouping {
  const codes = new Int32Array(a.codes.length);
  for (let i = 0; i < codes.length; i++) {
    const x = a.codes[i]!;
    const y = b.codes[i]!;
    codes[i] = x < 0 || y < 0 ? -1 : x * b.size + y;
  }
  const names: string[] = [];
  for (const x of a.names) for (const y of b.names) names.push(pairName(x, y));
  return { size: names.length, codes, names };
}

/** Months or quarters of the calendar. */
export type PeriodUnit = 'month' | 'quarter';

export interface Periods extends NamedGrouping {
  /** In order of time, without gaps. */
  readonly periods: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
}

/** Calendar periods of a day of each deal; deals whose day is unknown (below 0) are left out. */
export function byPeriod(days: Int32Array, unit: PeriodUnit): Periods {
  const codes = new Int32Array(days.length).fill(-1);
  const range = rangeOf(days);
  if (!range) return { size: 0, codes, names: [], periods: [] };
  const [first, last] = range;
  const months = unit === 'quarter' ? 3 : 1;
  const indexOf = (day: Day): number => Math.floor(monthIndexOf(day) / months);
  const nameOf = (index: number): string => {
    const { year, month } = civilOf(monthStart(index * months));
    return unit === 'quarter' ? `${year}-Q${(month + 2) / 3}` : `${year}-${String(month).padStart(2, '0')}`;
  };
  const periods = Array.from({ length: indexOf(last) - indexOf(first) + 1 }, (_, i) => {
    const index = indexOf(first) + i;
    return {
      name: nameOf(index),
      from: monthStart(index * months),
      to: asDay(monthStart((index + 1) * months) - 1),
    };
  });
  // A table by day, since turning a serial into a civil date for each of a million deals is what takes the time.
  const ofDay = new Int32Array(last - first + 1);
  for (let day: number = first, at = 0; day <= last; day++) {
    if (day > periods[at]!.to) at++;
    ofDay[day - first] = at;
  }
  for (let i = 0; i < codes.length; i++) if (days[i]! >= 0) codes[i] = ofDay[days[i]! - first]!;
  return { size: periods.length, codes, names: periods.map(({ name }) => name), periods };
}

function rangeOf(days: Int32Array): readonly [Day, Day] | undefined {
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!;
    if (day < 0) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  // Days are whole serials, which is what `Day` says.
  return last < first ? undefined : [first as Day, last as Day];
}

/** Calendar quarters of the day of creation. */
export const byQuarter = (deals: Deals): Periods => byPeriod(deals.created, 'quarter');
