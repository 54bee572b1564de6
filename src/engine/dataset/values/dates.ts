import { dayOf, isCivil, OFFSET_1904 } from '../../core/day';
import type { DateOrder } from '../mapping';
import type { Cell } from '../rawTable';
import { folded, saysNoNumber, trimmed, withoutApostrophe } from './text';

/**
 * Dates as people's sheets have them, as serials of the 1900 system with the time of day as fraction.
 *
 * Conventions
 * - A written time zone is dropped: "2024-01-05T23:30:00Z" is 2024-01-05 23:30. The zone of an export is that of the
 *   person who exported it, and the day shown there is the day they know.
 * - A number is a date when its cell has a date format, or without one when it lies between 1950 and 2199, or when it
 *   reads as yyyymmdd. Other numbers are no dates (2021 is a year, not 1905-07-13).
 * - Years of two digits: 00–68 are 20xx, 69–99 are 19xx (POSIX). Years outside 1900–2199 are no dates: exports write
 *   0001-01-01 for "none".
 * - 05/04/2024: the order of day and month is one for a whole column, see `decideDateOrder`.
 */

/** What the texts of a column say about the order of day and month. */
export interface DateEvidence {
  dmy: number;
  mdy: number;
  ymd: number;
  /** Dates that read differently, and rightly, in both orders. */
  undecided: number;
  /** Of those, dates with dots: day first wherever dots are used. */
  dotted: number;
  /** The first undecided one. */
  example: string;
}

export const noDateEvidence = (): DateEvidence => ({
  dmy: 0,
  mdy: 0,
  ymd: 0,
  undecided: 0,
  dotted: 0,
  example: '',
});

/** Slips (31/12 among month-first dates) are tolerated up to one in twenty; beyond, the column is of two minds. */
const TOLERATED_SLIPS = 1 / 20;

/**
 * The order of day and month of a column. `undefined`: every date reads the same in any order. `'ambiguous'`: the
 * values cannot tell (all days are 12 or less, or both orders occur), so a person has to say.
 */
export function decideDateOrder(seen: DateEvidence): DateOrder | 'ambiguous' | undefined {
  const all = seen.dmy + seen.mdy + seen.ymd;
  if (all === 0) {
    if (seen.undecided === 0) return undefined;
    return seen.dotted === seen.undecided ? 'dmy' : 'ambiguous';
  }
  const most = Math.max(seen.dmy, seen.mdy, seen.ymd);
  if (all - most > all * TOLERATED_SLIPS) return 'ambiguous';
  return seen.ymd === most ? 'ymd' : seen.dmy === most ? 'dmy' : 'mdy';
}

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;
const EARLIEST_BARE_SERIAL = 18264; // 1950-01-01
const LATEST_BARE_SERIAL = 109938; // 2200-12-31
const LATEST_SERIAL = 2958465; // 9999-12-31

function serialOf(year: number, month: number, date: number): number {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return NaN;
  if (month < 1 || month > 12 || date < 1) return NaN;
  if (date > 28 && !isCivil(year, month, date)) return NaN;
  return dayOf(year, month, date);
}

const fullYear = (year: number): number => (year >= 100 ? year : year <= 68 ? year + 2000 : year + 1900);

/** True for a number format that shows a date: letters y, m, d, h or s outside quotes, brackets and escapes. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').toLowerCase();
  if (bare === 'general' || bare === 'standard' || bare === '@') return false;
  return /[ymd]/.test(bare) || /[hs]/.test(bare.replace(/e[+-]/g, ''));
}

/** The serial of a number cell, NaN when it is no date. */
export function dateOfNumber(value: number, hasDateFormat: boolean, date1904: boolean): number {
  const serial = date1904 ? value + OFFSET_1904 : value;
  if (hasDateFormat) return serial >= 1 && serial < LATEST_SERIAL + 1 ? serial : NaN;
  if (serial >= EARLIEST_BARE_SERIAL && serial <= LATEST_BARE_SERIAL) return serial;
  if (Number.isInteger(value) && value >= 19000101 && value <= 21991231)
    return serialOf(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
  return NaN;
}

const digitAt = (text: string, at: number): number => {
  const d = text.charCodeAt(at) - 48;
  return d >= 0 && d <= 9 ? d : -1;
};

/** Up to `most` digits from `at`: their value × 16 plus how many there are, so that no object is made. */
function digitsFrom(text: string, at: number, most: number): number {
  let value = 0;
  let n = 0;
  for (; n < most; n++) {
    const d = digitAt(text, at + n);
    if (d < 0) break;
    value = value * 10 + d;
  }
  return value * 16 + n;
}

const isZone = (text: string): boolean =>
  /^(z|utc|gmt|[a-z]{3,4}|(utc|gmt)? ?[+-]\d{1,2}(:?\d{2})?)?( ?[([][^)\]]*[)\]])?$/i.test(text);

/** The fraction of a day that the rest of a date's text says ("T08:55:12.5+02:00", " 8:55 PM", ""); NaN when it says none. */
function timeFrom(text: string, from: number): number {
  let at = from;
  const end = text.length;
  while (at < end) {
    const c = text.charCodeAt(at);
    if (c === 32 || c === 44 || c === 0xa0 || c === 0x202f || c === 84 || c === 116) at++;
    else break;
  }
  if (at === end) return 0;
  const h = digitsFrom(text, at, 2);
  if (h % 16 === 0) return NaN;
  at += h % 16;
  let hour = h >> 4;
  let seconds = 0;
  let fields = 0;
  while (fields < 2 && text.charCodeAt(at) === 58) {
    const part = digitsFrom(text, at + 1, 2);
    if (part % 16 === 0 || part >> 4 > 59) return NaN;
    seconds += (part >> 4) * (fields === 0 ? 60 : 1);
    at += 1 + (part % 16);
    fields++;
  }
  if (fields === 2 && (text.charCodeAt(at) === 46 || text.charCodeAt(at) === 44)) {
    const fraction = digitsFrom(text, at + 1, 9);
    seconds += (fraction >= 16 ? Math.floor(fraction / 16) : 0) / 10 ** (fraction % 16);
    at += 1 + (fraction % 16);
  }
  if (at < end) {
    const rest = trimmed(text.slice(at));
    const half = /^([ap])\.?\s?m\b\.?/i.exec(rest);
    if (half) {
      if (hour < 1 || hour > 12) return NaN;
      hour = (hour % 12) + (half[1]?.toLowerCase() === 'p' ? 12 : 0);
    } else if (fields === 0) return NaN;
    if (!isZone(trimmed(half ? rest.slice(half[0].length) : rest))) return NaN;
  } else if (fields === 0) return NaN;
  if (hour > 23) return NaN;
  return (hour * 3600 + seconds) / 86400;
}

/** First letters of the months in English, German, French, Spanish, Portuguese and Dutch, without diacritics. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb', 'fev'],
  ['mar', 'maerz', 'mrt', 'maart', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mei'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

/** The words that are months at all: "Marketing" begins like one and is none. */
const MONTH_WORD =
  /^(jan(uary|uar|vier|eiro|uari)?|ene(ro)?|feb(ruary|ruar|rero|ruari)?|fev(rier|ereiro)?|mar(ch|s|zo|co|z)?|maerz|mrt|mrz|maart|apr(il)?|avr(il)?|abr(il)?|may(o)?|mai(o)?|mei|june?|jun(i|io|ho)?|juin|july?|jul(i|io|ho)?|juil(let)?|aug(ust|ustus)?|aout?|ago(sto)?|sept?(ember|embre|iembre)?|set(embro|iembre)?|oct(ober|obre|ubre)?|okt(ober)?|out(ubro)?|nov(ember|embre|iembre|embro)?|dec(ember|embre)?|dez(ember|embro)?|dic(iembre)?)$/;

/** Month 1–12 of its name or abbreviation, 0 for any other word. */
export function monthOfName(word: string): number {
  const name = folded(word);
  if (!MONTH_WORD.test(name)) return 0;
  for (let m = 0; m < 12; m++) if (MONTHS[m]?.some((start) => name.startsWith(start))) return m + 1;
  return 0;
}

const FILLER =
  /^(st|nd|rd|th|er|of|the|de|den|del|le|am|um|at|a|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)$/;

/** "15 Apr, 2021 00:02:00", "Apr 15, 2021", "15-Apr-21", "15. März 2021", "15 de abril de 2021", "Mon, 5 Jan 2024 10:00". */
function namedMonthDate(text: string): number {
  // A date needs a number; most texts that are no date have none, and need no look at their words.
  if (!/\d/.test(text)) return NaN;
  let month = 0;
  let date = -1;
  let year = -1;
  const parts = /(\d+)|(\p{L}[\p{L}\p{M}]*)|[\s.,/\-']+|./uy;
  let end = 0;
  for (let m = parts.exec(text); m && (month === 0 || date < 0 || year < 0); m = parts.exec(text)) {
    end = parts.lastIndex;
    const [, digits, word] = m;
    if (word !== undefined) {
      const named = month === 0 ? monthOfName(word) : 0;
      if (named > 0) month = named;
      else if (!FILLER.test(folded(word))) return NaN;
    } else if (digits !== undefined) {
      if (digits.length === 4 && year < 0) year = Number(digits);
      else if (digits.length <= 2 && date < 0) date = Number(digits);
      else if (digits.length === 2 && year < 0) year = fullYear(Number(digits));
      else return NaN;
    } else if (!/^[\s.,/\-']+$/.test(m[0])) return NaN;
  }
  if (month === 0 || date < 0 || year < 0) return NaN;
  return serialOf(year, month, date) + timeFrom(text, end);
}

const isDateMark = (code: number): boolean => code === 47 || code === 45 || code === 46 || code === 32;

/**
 * The serial of a date's text, NaN when it is none. `order` reads 05/04/2024; `seen` takes down what the text says
 * about the order. Texts with the year first or the month's name need no order.
 */
export function dateOfText(raw: string, order: DateOrder, seen?: DateEvidence): number {
  const text = withoutApostrophe(trimmed(raw));
  const end = text.length;
  if (end < 5 || end > 60) return NaN;
  if (digitAt(text, 0) < 0) return namedMonthDate(text);
  const first = digitsFrom(text, 0, 9);
  const firstLength = first % 16;
  const a = Math.floor(first / 16);
  let at = firstLength;
  if (at === end) return dateOfNumber(a, false, false);
  const mark = text.charCodeAt(at);
  if (firstLength === 5 && mark === 46) return dateOfNumber(Number(text), false, false);
  if (firstLength === 8 && (mark === 32 || mark === 84))
    return serialOf(Math.floor(a / 10000), Math.floor(a / 100) % 100, a % 100) + timeFrom(text, at);
  if (!isDateMark(mark)) return namedMonthDate(text);
  at++;
  if (text.charCodeAt(at) === 32) at++;
  const second = digitsFrom(text, at, 3);
  const secondLength = second % 16;
  if (secondLength === 0) return namedMonthDate(text);
  if (secondLength > 2) return NaN;
  const b = second >> 4;
  at += secondLength;
  if (text.charCodeAt(at) !== mark) return namedMonthDate(text);
  at++;
  if (text.charCodeAt(at) === 32) at++;
  const third = digitsFrom(text, at, 5);
  const thirdLength = third % 16;
  const c = third >> 4;
  at += thirdLength;
  if (firstLength === 4)
    return thirdLength === 1 || thirdLength === 2 ? serialOf(a, b, c) + timeFrom(text, at) : NaN;
  if (firstLength > 2 || (thirdLength !== 4 && thirdLength !== 2)) return NaN;
  if (seen) {
    if (thirdLength === 2 && a > 31) seen.ymd++;
    else if (a > 12 && a <= 31 && b <= 12) seen.dmy++;
    else if (b > 12 && b <= 31 && a <= 12) seen.mdy++;
    else if (a <= 12 && b <= 12 && a !== b) {
      if (seen.undecided++ === 0) seen.example = text;
      if (mark === 46) seen.dotted++;
    }
  }
  const time = timeFrom(text, at);
  if (order === 'ymd') return thirdLength === 2 ? serialOf(fullYear(a), b, c) + time : NaN;
  const year = thirdLength === 2 ? fullYear(c) : c;
  return (order === 'dmy' ? serialOf(year, b, a) : serialOf(year, a, b)) + time;
}

/** A cell's kind where a date is expected: what it says, that it is blank, or that it cannot be read. */
export type DateReading = number | 'blank' | 'unreadable';

/** One cell as a date. For whole columns use `readDates`, which decides the order first and makes no objects. */
export function dateOfCell(
  cell: Cell | undefined,
  hasDateFormat: boolean,
  date1904: boolean,
  order: DateOrder,
): DateReading {
  if (cell === null || cell === undefined) return 'blank';
  if (typeof cell === 'boolean') return 'unreadable';
  if (typeof cell === 'string' && saysNoNumber(trimmed(cell))) return 'blank';
  const serial =
    typeof cell === 'number' ? dateOfNumber(cell, hasDateFormat, date1904) : dateOfText(cell, order);
  return Number.isNaN(serial) ? 'unreadable' : serial;
}
