import type { Day } from '../../core/day';
import { monthStart } from '../../core/day';
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
 * "März 24"; undefined for anything else. A fiscal year is read as the calendar year of its number.
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
  return undefined;
}
