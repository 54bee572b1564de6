import { asDay, monthIndexOf, monthStart } from '../core/day';
import type { Issue } from '../core/issue';
import { readDates } from './dateColumns';
import type { Trouble } from './trouble';
import type { Stack } from './stack';
import { date1904At, hasField, stackedCells } from './stack';
import { dateOfNumber } from './values/dates';
import { monthsBetween, periodOfText } from './values/periods';
import { labelOf } from './values/text';

/** Last day of a period by its start: the day before the next start, unless that is far beyond the usual length. */
function endOfPeriod(start: number, next: number | undefined, months: number): number {
  const month = monthIndexOf(asDay(start));
  if (next !== undefined && monthIndexOf(asDay(next)) - month < 2 * months) return Math.floor(next) - 1;
  return monthStart(month + months) + (Math.floor(start) - monthStart(month)) - 1;
}

/**
 * First and last days of the periods: by the dates written, else by the period's text, else, when only starts are
 * written, by their regular distance.
 */
export function readPeriods(
  stack: Stack,
  troubles: Trouble[],
): { readonly start: Float64Array; readonly end: Float64Array; readonly issues: readonly Issue[] } {
  const { columns, issues } = readDates(stack, ['start', 'end'], troubles);
  // Copies: columns that no table has may be one and the same array.
  const [start, end] = columns.map((column) => column.slice()) as [Float64Array, Float64Array]; // one per field
  fillPeriods(stack, start, end);
  return { start, end, issues };
}

function fillPeriods(stack: Stack, start: Float64Array, end: Float64Array): void {
  const cells = hasField(stack, 'period') ? stackedCells(stack, 'period') : [];
  for (let row = 0; row < stack.count; row++) {
    const cell = cells[row];
    if (cell === undefined || cell === null || start[row] === start[row]) continue;
    const period = periodOfText(labelOf(cell));
    if (period) {
      start[row] = period.start;
      if (end[row] !== end[row]) end[row] = period.end;
    } else if (typeof cell === 'number') start[row] = dateOfNumber(cell, false, date1904At(stack, row));
  }
  const bare: number[] = [];
  for (let row = 0; row < stack.count; row++)
    if (start[row] === start[row] && end[row] !== end[row]) bare.push(row);
  const starts = [...new Set(bare.map((row) => start[row]!))].sort((a, b) => a - b);
  const months = monthsBetween(starts);
  if (months === undefined) return;
  const next = new Map(starts.map((first, i) => [first, starts[i + 1]]));
  for (const row of bare) end[row] = endOfPeriod(start[row]!, next.get(start[row]!), months);
}
