import type { Day } from '../../core/day';
import { asDay, civilOf, dayOf } from '../../core/day';
import type { TextColumn } from '../../dataset/dataset';
import type { Deals } from './deals';
import { createdRange, UNKNOWN_DAY } from './deals';

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

/** Every pair of groups: pair (i, j) is group i × b.size + j. A deal that either leaves out is left out. */
export function crossed(a: NamedGrouping, b: NamedGrouping): NamedGrouping {
  const codes = new Int32Array(a.codes.length);
  for (let i = 0; i < codes.length; i++) {
    const x = a.codes[i]!;
    const y = b.codes[i]!;
    codes[i] = x < 0 || y < 0 ? -1 : x * b.size + y;
  }
  return {
    size: a.size * b.size,
    codes,
    names: a.names.flatMap((x) => b.names.map((y) => `${x} · ${y}`)),
  };
}

export interface Quarters extends Grouping {
  readonly codes: Int32Array;
  /** In order of time, without gaps. */
  readonly quarters: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
}

const quarterOf = (day: Day): number => {
  const { year, month } = civilOf(day);
  return year * 4 + Math.floor((month - 1) / 3);
};

/** Calendar quarters of the day of creation; deals whose creation is not known are left out. */
export function byQuarter(deals: Deals): Quarters {
  const range = createdRange(deals);
  const codes = new Int32Array(deals.count).fill(-1);
  if (!range) return { size: 0, codes, quarters: [] };
  const { first, last } = range;
  const firstQuarter = quarterOf(first);
  const size = quarterOf(last) - firstQuarter + 1;
  const start = (q: number): Day => dayOf(Math.floor(q / 4), (q % 4) * 3 + 1, 1);
  const quarters = Array.from({ length: size }, (_, i) => {
    const q = firstQuarter + i;
    return {
      name: `${Math.floor(q / 4)}-Q${(q % 4) + 1}`,
      from: start(q),
      to: asDay(start(q + 1) - 1),
    };
  });
  // A table by day, since turning a serial into a civil date for each of a million deals is what takes the time.
  const ofDay = new Int16Array(last - first + 1);
  for (let day: number = first, q = 0; day <= last; day++) {
    if (day > quarters[q]!.to) q++;
    ofDay[day - first] = q;
  }
  for (let i = 0; i < codes.length; i++) {
    const day = deals.created[i]!;
    if (day !== UNKNOWN_DAY) codes[i] = ofDay[day - first]!;
  }
  return { size, codes, quarters };
}
