import { isoOf, asDay } from '../core/day';
import { cellAt, formatAt } from './cells';
import type { Cell, RawSheet } from './rawTable';
import type { FoundTable } from './regions';
import type { FieldKind } from './roles';
import { numberOfCell } from './values/amounts';
import { dateOfCell, isDateFormat } from './values/dates';
import { flagOf } from './values/flags';
import { isBlank, isErrorText, labelOf } from './values/text';

/** What a sample of a column's values looks like. Shares are of the cells that are neither blank nor errors. */
export interface ColumnProfile {
  readonly filled: number;
  readonly rows: number;
  /** Dates by their text or number format. */
  readonly dates: number;
  /** Bare numbers that would be dates of 1950 to 2199. */
  readonly serials: number;
  readonly numbers: number;
  readonly flags: number;
  /** Different values among the filled cells. */
  readonly distinct: number;
  /** Label of each sampled row, "" where blank: equal lists are equal columns. */
  readonly labels: readonly string[];
  /** Up to three different values as a person would recognise them. */
  readonly examples: readonly string[];
}

const HEAD = 60;
const SPREAD = 140;
const EXAMPLES = 3;
const LONGEST_EXAMPLE = 60;

/** So many cells of a table are looked at in all; a table of many columns is judged by fewer rows. */
const SAMPLED_CELLS = 40_000;
const FEWEST_ROWS = 30;

/** Rows of a table to judge its columns by: the first ones, and about as many again spread over the rest. */
export function sampleRows(table: FoundTable): readonly number[] {
  const { top, bottom } = table.region;
  const share = Math.max(FEWEST_ROWS, SAMPLED_CELLS / table.headers.length) / (HEAD + SPREAD);
  const head = Math.ceil(HEAD * Math.min(1, share));
  const rows: number[] = [];
  for (let row = top; row <= Math.min(bottom, top + head - 1); row++) rows.push(row);
  const rest = bottom - (top + head) + 1;
  const stride = Math.max(1, rest / (SPREAD * Math.min(1, share)));
  for (let at = 0; at < rest; at += stride) rows.push(top + head + Math.floor(at));
  return rows;
}

const isBareNumber = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(cell));

/** The serial of a cell as a date in whichever order of day and month reads it. */
export function serialOf(cell: Cell, hasDateFormat: boolean, date1904: boolean): number {
  for (const order of ['dmy', 'mdy', 'ymd'] as const) {
    const serial = dateOfCell(cell, hasDateFormat, date1904, order);
    if (typeof serial === 'number') return serial;
  }
  return NaN;
}

function shown(cell: Cell, hasDateFormat: boolean, date1904: boolean): string {
  if (typeof cell === 'number' && hasDateFormat) {
    const serial = serialOf(cell, true, date1904);
    if (!Number.isNaN(serial)) return isoOf(asDay(serial));
  }
  const text = labelOf(cell);
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE - 1)}…` : text;
}

/** Looks at the sampled rows of one column of the sheet (zero-based). */
export function profileOf(sheet: RawSheet, column: number, rows: readonly number[]): ColumnProfile {
  const counts = { filled: 0, dates: 0, serials: 0, numbers: 0, flags: 0 };
  const labels: string[] = [];
  const examples = new Set<string>();
  const different = new Set<string>();
  for (const row of rows) {
    const cell = cellAt(sheet, row, column);
    const label = labelOf(cell);
    labels.push(label);
    if (isBlank(cell) || isErrorText(label)) continue;
    counts.filled++;
    different.add(label);
    const hasDateFormat = typeof cell === 'number' && isDateFormat(formatAt(sheet, row, column));
    const bare = isBareNumber(cell) && !hasDateFormat;
    if (!Number.isNaN(serialOf(cell, hasDateFormat, sheet.date1904))) counts[bare ? 'serials' : 'dates']++;
    if (!hasDateFormat && typeof numberOfCell(cell, undefined) === 'number') counts.numbers++;
    if (flagOf(cell) !== undefined) counts.flags++;
    if (examples.size < EXAMPLES) examples.add(shown(cell, hasDateFormat, sheet.date1904));
  }
  return { ...counts, rows: rows.length, distinct: different.size, labels, examples: [...examples] };
}

/** Below this share of readable values a column is not what its header says. */
const LEAST_SHARE = 0.5;

/**
 * How well the values suit a kind of field: 0 not at all, 1 perfectly. A blank column suits any kind somewhat; under headers
 * without rows nothing speaks against any.
 */
export function fitOf(profile: ColumnProfile, kind: FieldKind): number {
  const { filled } = profile;
  if (profile.rows === 0) return 1;
  if (filled === 0) return kind === 'key' ? 0.3 : 0.6;
  const graded = (n: number): number => (n / filled < LEAST_SHARE ? 0 : 0.7 + 0.3 * (n / filled));
  switch (kind) {
    case 'date':
      return graded(profile.dates + profile.serials * 0.8);
    case 'amount':
    case 'number':
      return graded(profile.numbers);
    case 'flag':
      return graded(profile.flags);
    case 'key':
      return profile.dates / filled > LEAST_SHARE ? 0.5 : 1;
    case 'text':
      return profile.dates / filled > LEAST_SHARE ? 0.5 : 1;
  }
}
