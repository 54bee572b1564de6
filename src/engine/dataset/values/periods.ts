import type { Day } from '../../core/day';
import { asDay, dayOf, isoOf, monthIndexOf, monthStart, weekStart } from '../../core/day';
import { monthOfName } from './dates';
import { folded } from './text';

/** First and last day of a period. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/** The period of so many months from a month (counted as in `monthStart`). */
export const periodOfMonths = (monthIndex: number, months: number): Period => ({
  start: monthStart(monthIndex),
  end: (monthStart(monthIndex + months) - 1) as Day, // a day before a day is a day
});

/** The period of an ISO week: from Monday to Sunday, week 1 being that of 4 January. */
const periodOfWeek = (year: number, week: number): Period => {
  const start = asDay(weekStart(dayOf(year, 1, 4)) + 7 * (week - 1));
  return { start, end: asDay(start + 6) };
};

const WEEKS: readonly { readonly pattern: RegExp; readonly year: 1 | 2; readonly week: 1 | 2 }[] = [
  { pattern: /^(\d{4}) ?(?:w|wk|week|kw|cw|s|sem|semaine|semana) ?(\d{1,2})$/, year: 1, week: 2 },
  { pattern: /^(?:w|wk|week|kw|cw|sem|semaine|semana) ?(\d{1,2}) (?:of )?(\d{4})$/, year: 2, week: 1 },
];

function weekOfText(plain: string): Period | undefined {
  for (const { pattern, year, week } of WEEKS) {
    const m = pattern.exec(plain);
    const [y, w] = [Number(m?.[year]), Number(m?.[week])];
    if (y >= 1900 && y <= 2199 && w >= 1 && w <= 53) return periodOfWeek(y, w);
  }
  return undefined;
}

const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** Patterns over folded text; each names a year and, but for the year alone, a part of it. */
const PATTERNS: readonly {
  readonly pattern: RegExp;
  readonly read: (m: readonly string[]) => { year: string; part: number; months: number };
}[] = [
  {
    pattern: /^(?:fy|cy|gj|year|jahr)? ?(\d{4}|(?<=[a-z] ?)\d{2})$/,
    read: ([, year = '']) => ({ year, part: 0, months: 12 }),
  },
  {
    pattern: /^(?:fy ?)?(\d{4}) ?q([1-4])$/,
    read: ([, year = '', part]) => ({ year, part: Number(part) - 1, months: 3 }),
  },
  {
    pattern: /^(?:q|quarter |quartal )([1-4]) ?(?:fy ?)?(\d{4}|\d{2})$/,
    read: ([, part, year = '']) => ({ year, part: Number(part) - 1, months: 3 }),
  },
  {
    pattern: /^([1-4]) ?q ?(\d{4}|\d{2})$/,
    read: ([, part, year = '']) => ({ year, part: Number(part) - 1, months: 3 }),
  },
  {
    pattern: /^(?:h|s)([12]) ?(?:fy ?)?(\d{4}|\d{2})$/,
    read: ([, part, year = '']) => ({ year, part: Number(part) - 1, months: 6 }),
  },
  {
    pattern: /^(?:fy ?)?(\d{4}) ?(?:h|s)([12])$/,
    read: ([, year = '', part]) => ({ year, part: Number(part) - 1, months: 6 }),
  },
  {
    pattern: /^(\d{4}) ?m? ?(0?[1-9]|1[0-2])$/,
    read: ([, year = '', part]) => ({ year, part: Number(part) - 1, months: 1 }),
  },
  {
    pattern: /^(0?[1-9]|1[0-2]) (\d{4})$/,
    read: ([, part, year = '']) => ({ year, part: Number(part) - 1, months: 1 }),
  },
  {
    pattern: /^([a-z]+) ?(\d{4}|\d{2})$/,
    read: ([, name = '', year = '']) => ({ year, part: monthOfName(name) - 1, months: 1 }),
  },
];

/**
 * The calendar period of "2024", "FY24", "2024-Q1", "Q1 2024", "1Q24", "H2 2024", "2024-01", "01/2024", "Jan 2024",
 * "März 24", "2024-W05", "KW 5 2024"; undefined for anything else. A fiscal year is read as the calendar year of its number.
 */
export function periodOfText(text: string): Period | undefined {
  const plain = folded(text);
  for (const { pattern, read } of PATTERNS) {
    const m = pattern.exec(plain);
    if (!m) continue;
    const { year, part, months } = read(m);
    const y = yearOf(year);
    if (part < 0 || y < 1900 || y > 2199) continue;
    return periodOfMonths(y * 12 + part * months, months);
  }
  return weekOfText(plain);
}

/** "2024-03" for a calendar month, "2024-01-29" for a day, and for any other period the day it begins and ends with. */
export function nameOfPeriod(start: number, end: number): string {
  const [first, last] = [isoOf(asDay(start)), isoOf(asDay(end))];
  if (first === last) return first;
  const month = monthIndexOf(asDay(start));
  return start === monthStart(month) && end + 1 === monthStart(month + 1)
    ? first.slice(0, 7)
    : `${first} to ${last}`;
}

/** Lengths in months that a period can have when only its start is written. */
const MONTHS = [1, 3, 6, 12];

/**
 * Length in months of periods of which only the starts are known, ascending: the most frequent distance between one
 * start and the next that is a month, a quarter, half a year or a year, the shortest among equals; undefined when there
 * is none.
 */
export function monthsBetween(starts: readonly number[]): number | undefined {
  const counts = MONTHS.map((length) => {
    const gaps = starts
      .slice(1)
      .map((start, i) => monthIndexOf(asDay(start)) - monthIndexOf(asDay(starts[i]!)));
    return gaps.filter((gap) => gap === length).length;
  });
  const most = Math.max(...counts);
  return most > 0 ? MONTHS[counts.indexOf(most)] : undefined;
}
