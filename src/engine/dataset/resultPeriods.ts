import { asDay, monthIndexOf } from '../core/day';
import type { Stack } from './stack';
import { date1904At, hasField, stackedCells } from './stack';
import { dateOfNumber, dateOfText } from './values/dates';
import { monthsBetween, periodOfMonths, periodOfText } from './values/periods';
import { labelOf } from './values/text';

/** How long a period is: what a result counts over. */
export type PeriodLength = 'day' | 'week' | 'month' | 'longer';

export const lengthOf = (start: number, end: number): PeriodLength => {
  const days = end - start + 1;
  return days === 1 ? 'day' : days === 7 ? 'week' : days >= 28 && days <= 31 ? 'month' : 'longer';
};

/** Where the date of a row is that of a period; the end is absent where the table has no such column. */
export interface PeriodDates {
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** The shortest distance in days that is frequent among ascending dates; 0 without one. */
function usualDays(dates: readonly number[]): number {
  const counts = new Map<number, number>();
  dates.slice(1).forEach((date, i) => {
    const gap = date - dates[i]!;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/**
 * First and last day of each row's period, NaN where neither can be told: by both dates; else by the period's text
 * ("2024-03", "Q1 2024", "2024-W05"); else by one date alone, which stands for the day, the week that begins (or ends)
 * with it, or the calendar months that it lies in, as the usual distance of such dates tells.
 *
 * @param field the column of the periods' texts
 */
export function periodsOfRows(stack: Stack, dates: PeriodDates, field: string): PeriodDates {
  const cells = hasField(stack, field) ? stackedCells(stack, field) : [];
  const start = dates.start.map(Math.floor);
  const end = dates.end.map(Math.floor);
  for (let row = 0; row < stack.count; row++) {
    const cell = cells[row];
    if (cell === undefined || cell === null || start[row] === start[row] || end[row] === end[row]) continue;
    const period = periodOfText(labelOf(cell));
    if (period) [start[row], end[row]] = [period.start, period.end];
    else {
      const date =
        typeof cell === 'number'
          ? dateOfNumber(cell, false, date1904At(stack, row))
          : dateOfText(String(cell), 'ymd');
      start[row] = Math.floor(date);
    }
  }
  fillFrom(start, end, 'start');
  fillFrom(end, start, 'end');
  return { start, end };
}

/** Where only one end of a period is known, the other one. */
function fillFrom(known: Float64Array, other: Float64Array, is: 'start' | 'end'): void {
  const bare: number[] = [];
  known.forEach((day, row) => {
    if (day === day && other[row] !== other[row]) bare.push(row);
  });
  const days = [...new Set(bare.map((row) => known[row]!))].sort((a, b) => a - b);
  const step = usualDays(days);
  const months = monthsBetween(days) ?? 1;
  for (const row of bare) {
    const day = known[row]!;
    if (step === 1 || step === 7) other[row] = is === 'start' ? day + step - 1 : day - step + 1;
    else {
      const month = monthIndexOf(asDay(day));
      const period = periodOfMonths(is === 'start' ? month : month - months + 1, months);
      [known[row], other[row]] = is === 'start' ? [period.start, period.end] : [period.end, period.start];
    }
  }
}
