/**
 * A calendar day, as the serial number of Excel's 1900 date system (2023-01-01 is 44927), always whole, no time zone.
 * Serials below 61 (before 1900-03-01) carry Excel's invented 29 February 1900 and are read as Excel shows them.
 * Workbooks in the 1904 system are shifted on reading by `from1904`.
 */
export type Day = number & { readonly __brand: 'Day' };

/** Days between the civil epoch used below (0000-03-01) and Excel serial 0 for serials from 61. */
const EXCEL_EPOCH = 693899;

/** The serial number a workbook in the 1904 system shows as 0 is 1462 in the 1900 system. */
export const OFFSET_1904 = 1462;

export const asDay = (serial: number): Day => Math.floor(serial) as Day;

/** Day of a civil date in the proleptic Gregorian calendar (Howard Hinnant, "days_from_civil"). Month 1–12. */
export function dayOf(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const civil =
    era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const serial = civil - EXCEL_EPOCH;
  return (serial < 61 ? serial - 1 : serial) as Day;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The civil date of a day; serial 60, Excel's 1900-02-29, reads as 1900-02-28. */
export function civilOf(day: Day): CivilDate {
  const z = (day < 60 ? day + 1 : day) + EXCEL_EPOCH;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** "2023-01-31". */
export function isoOf(day: Day): string {
  const { year, month, date } = civilOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** True for a date that the calendar has. */
export const isCivil = (year: number, month: number, date: number): boolean =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);

/** The day of "2023-01-31", or undefined for anything else. */
export function dayOfIso(text: string): Day | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!m) return undefined;
  const [year, month, date] = [Number(m[1]), Number(m[2]), Number(m[3])];
  return isCivil(year, month, date) ? dayOf(year, month, date) : undefined;
}

/** A serial of the 1904 system in the 1900 system. */
export const from1904 = (serial: number): number => serial + OFFSET_1904;

/** Monday 0 to Sunday 6. */
export const weekdayOf = (day: Day): number => (((day + 5) % 7) + 7) % 7;

/** The Monday of the day's week. */
export const weekStart = (day: Day): Day => asDay(day - weekdayOf(day));

/** Months since year 0, for grouping by month; `monthStart` turns it back. */
export function monthIndexOf(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

export const monthStart = (monthIndex: number): Day =>
  dayOf(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 1);
