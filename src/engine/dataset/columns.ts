import { issue } from '../core/issue';
import type { Issue, Place } from '../core/issue';
import { noNumbers } from './compact';
import type { TextColumn } from './dataset';
import type { DateOrder } from './mapping';
import type { Cell, FormatRun } from './rawTable';
import { columnLetters } from './rawTable';
import { labelOfField } from './roles';
import type { Part, Stack } from './stack';
import { columnOfField, columnOfHeader, hasField, headerOf } from './stack';
import {
  centsOf,
  currencyOfFormat,
  decideDecimalMark,
  isPercentFormat,
  numberOfText,
  numberReading,
} from './values/amounts';
import { dateOfNumber, dateOfText, decideDateOrder, isDateFormat, noDateEvidence } from './values/dates';
import { flagOf } from './values/flags';
import { sameName } from './values/sameName';
import { isErrorText, labelOf, saysNoNumber, trimmed } from './values/text';

/** A cell that does not say what its column holds. Only such cells become objects. */
export interface Trouble {
  readonly kind: 'date' | 'amount' | 'error';
  /** Row of the stack. */
  readonly row: number;
  readonly field: string;
  /** What a person calls the field, or the header of a wide column. */
  readonly label: string;
  /** Of a wide column, which has no field of its own. */
  readonly header?: string;
  readonly value: string;
}

/** The longest piece of a cell that an issue repeats. */
const SHOWN = 80;
export const shown = (cell: Cell | undefined): string => {
  const text = String(cell ?? '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

function labelIn({ table }: Part, field: string): string {
  const { role } = table.mapping;
  return role === 'ignored' ? field : labelOfField(role, field);
}

/** Reads the number format of ascending rows, one run after the other, looking at each format once. */
function formatWalk<T>(
  runs: readonly FormatRun[],
  of: (format: string) => T,
  general: T,
): (row: number) => T {
  let next = 0;
  let from = runs[0]?.from ?? Infinity;
  let value = general;
  return (row) => {
    while (row >= from) {
      value = of(runs[next]!.format);
      from = runs[++next]?.from ?? Infinity;
    }
    return value;
  };
}

// ---- Text

/** Dictionary code of a cell that holds an error value; turned into −1 once it is noted. */
const ERROR = -2;

/**
 * Labels of a text field over the stack. Spellings that differ in case or spaces only are one label, the first of them
 * with single spaces: "Ann  Lee" and "ann lee" are one owner. Every distinct cell is looked at once.
 */
export function readTexts(stack: Stack, field: string, troubles: Trouble[]): TextColumn | undefined {
  if (!hasField(stack, field)) return undefined;
  const codes = new Int32Array(stack.count).fill(-1);
  const labels: string[] = [];
  const byCell = new Map<Cell, number>();
  const byLabel = new Map<string, number>();
  const codeOf = (cell: Cell): number => {
    const label = labelOf(cell);
    if (label === '') return -1;
    if (isErrorText(label)) return ERROR;
    const name = sameName(label);
    const known = byLabel.get(name);
    if (known !== undefined) return known;
    labels.push(label.replace(/\s+/g, ' '));
    byLabel.set(name, labels.length - 1);
    return labels.length - 1;
  };
  for (const part of stack.parts) {
    const column = columnOfField(part, field);
    if (column < 0) continue;
    const { rowOf, from } = part;
    const { rows } = part.sheet;
    for (let i = 0; i < rowOf.length; i++) {
      const cell = rows[rowOf[i]!]![column];
      if (cell === null || cell === undefined) continue;
      let code = byCell.get(cell);
      if (code === undefined) {
        code = codeOf(cell);
        byCell.set(cell, code);
      }
      if (code === ERROR)
        troubles.push({
          kind: 'error',
          row: from + i,
          field,
          label: labelIn(part, field),
          value: labelOf(cell),
        });
      else codes[from + i] = code;
    }
  }
  return { codes, labels };
}

// ---- Dates

interface DateColumn {
  readonly part: Part;
  readonly field: string;
  readonly header: string;
  readonly column: number;
  readonly into: Float64Array;
  readonly wide: boolean;
}

/** Reads a column in one order; its troubles are for this order. */
function readDateCells(
  { part, field, header, column, into, wide }: DateColumn,
  order: DateOrder,
  seen: ReturnType<typeof noDateEvidence>,
): Trouble[] {
  const troubles: Trouble[] = [];
  const { rowOf, sheet, from } = part;
  const { date1904, rows } = sheet;
  const label = wide ? header : labelIn(part, field);
  const isDate = formatWalk(sheet.formats[column] ?? [], isDateFormat, false);
  let last: string | undefined;
  let lastSerial = NaN;
  for (let i = 0; i < rowOf.length; i++) {
    const cell = rows[rowOf[i]!]![column];
    let serial = NaN;
    if (typeof cell === 'number') serial = dateOfNumber(cell, isDate(rowOf[i]!), date1904);
    else if (typeof cell === 'string') {
      if (cell === last) serial = lastSerial;
      else {
        serial = dateOfText(cell, order, seen);
        last = cell;
        lastSerial = serial;
      }
    } else if (cell === null || cell === undefined) {
      into[from + i] = NaN;
      continue;
    }
    into[from + i] = serial;
    if (serial === serial) continue;
    const text = typeof cell === 'string' ? trimmed(cell) : '';
    if (typeof cell === 'string' && saysNoNumber(text)) continue;
    const kind = isErrorText(text) ? 'error' : 'date';
    troubles.push({ kind, row: from + i, field, label, ...(wide && { header }), value: shown(cell) });
  }
  return troubles;
}

/**
 * Reads date columns (each a list of its parts) into their arrays. The order of day and month is decided for each column of each
 * table: a person's word first (`dateOrders` by field or header), then its own values, then the order that the other
 * date columns of the same table show, because one export writes all its dates alike, which is noted. What stays
 * undecided is a blocking issue.
 */
function readDateColumns(
  columns: readonly (readonly DateColumn[])[],
  stack: Stack,
  troubles: Trouble[],
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const part of stack.parts) {
    const orders = part.table.mapping.dateOrders;
    const given = ({ field, header }: DateColumn): DateOrder | undefined =>
      Object.hasOwn(orders, field)
        ? orders[field]
        : Object.hasOwn(orders, header)
          ? orders[header]
          : undefined;
    const readings = columns
      .flat()
      .filter((column) => column.part === part)
      .map((column) => {
        const seen = noDateEvidence();
        const order = given(column) ?? 'dmy';
        return { column, seen, order, troubles: readDateCells(column, order, seen) };
      });
    const place = (column: DateColumn): Place => ({
      source: part.sheet.source,
      sheet: part.sheet.sheet,
      row: part.table.mapping.headerRow,
      column: columnLetters(part.sheet.left + column.column),
    });
    // By order the first column that shows it.
    const shownBy = new Map<DateOrder, DateColumn>();
    for (const { column, seen } of readings) {
      const own = given(column) ?? decideDateOrder(seen);
      if (own !== undefined && own !== 'ambiguous' && !shownBy.has(own)) shownBy.set(own, column);
    }
    const [common] = shownBy.size === 1 ? shownBy.keys() : [];
    const [one, two] = [...shownBy].filter(([, column]) => given(column) === undefined);
    if (one && two) {
      const facts = { header: one[1].header, order: one[0], other: two[1].header, otherOrder: two[0] };
      issues.push(issue('dateOrdersDiffer', 'warning', facts, place(two[1])));
    }
    for (const reading of readings) {
      const { column, seen, order } = reading;
      const own = given(column) ?? decideDateOrder(seen);
      const silent = seen.dmy + seen.mdy + seen.ymd === 0;
      const decided = own === 'ambiguous' && silent ? (common ?? own) : own;
      if (decided === 'ambiguous') {
        issues.push(
          issue(
            'dateOrderAmbiguous',
            'blocking',
            { header: column.header, example: shown(seen.example) },
            place(column),
          ),
        );
        continue;
      }
      if (own === 'ambiguous' && decided !== undefined) {
        const facts = { header: column.header, example: shown(seen.example), order: decided };
        const other = shownBy.get(decided)?.header ?? '';
        issues.push(issue('dateOrderFromOtherColumn', 'note', { ...facts, other }, place(column)));
      }
      const again = decided !== undefined && decided !== order;
      const cells = again ? readDateCells(column, decided, noDateEvidence()) : reading.troubles;
      for (const trouble of cells) troubles.push(trouble);
    }
  }
  return issues;
}

export interface ReadDates {
  /** In order of the fields asked for; all NaN for a field that no table has (one array for all such fields). */
  readonly columns: readonly Float64Array[];
  /** Wide columns: a date per stage entered, by stage in order of first appearance. */
  readonly wide: { readonly stages: readonly string[]; readonly columns: readonly Float64Array[] };
  readonly issues: readonly Issue[];
}

/** All dates of a stack: of fields, and of the wide columns where its tables have some. */
export function readDates(stack: Stack, fields: readonly string[], troubles: Trouble[]): ReadDates {
  let absent: Float64Array | undefined;
  const columns = fields.map((field) => {
    const into = hasField(stack, field) ? noNumbers(stack.count) : (absent ??= noNumbers(stack.count));
    const parts = stack.parts.map((part) => ({
      part,
      field,
      header: headerOf(part, field) ?? '',
      column: columnOfField(part, field),
      into,
      wide: false,
    }));
    return { into, parts: parts.filter(({ column }) => column >= 0) };
  });
  const byStage = new Map<string, { into: Float64Array; parts: DateColumn[] }>();
  for (const part of stack.parts)
    for (const { stage, header } of part.table.mapping.stageDates) {
      const column = columnOfHeader(part, header);
      if (column < 0) continue;
      const entry = byStage.get(stage) ?? { into: noNumbers(stack.count), parts: [] };
      byStage.set(stage, entry);
      entry.parts.push({ part, field: 'stageDate', header, column, into: entry.into, wide: true });
    }
  const wide = [...byStage.values()];
  return {
    columns: columns.map(({ into }) => into),
    wide: { stages: [...byStage.keys()], columns: wide.map(({ into }) => into) },
    issues: readDateColumns(
      [...columns, ...wide].map(({ parts }) => parts),
      stack,
      troubles,
    ),
  };
}

// ---- Amounts and numbers

export interface ReadAmounts {
  /** Cents for amounts, the number itself for numbers; NaN where there is none. */
  readonly values: Float64Array;
  /** Currencies that the cells show by a symbol, a code or their number format. */
  readonly currencies: ReadonlySet<string>;
}

/** Numbers of a column of one part into `into`, by the whole column's decimal mark. */
function readNumberColumn(
  part: Part,
  column: number,
  field: string,
  header: string | undefined,
  into: Float64Array,
  currencies: Set<string>,
  troubles: Trouble[],
  percents = true,
): void {
  const { rowOf, sheet, from } = part;
  const runs = sheet.formats[column] ?? [];
  const reading = numberReading();
  const isPercent = formatWalk(runs, percents ? () => false : isPercentFormat, false);
  const undecided: number[] = [];
  for (const run of runs) {
    const currency = currencyOfFormat(run.format);
    if (currency !== '') currencies.add(currency);
  }
  const trouble = (i: number, kind: 'amount' | 'error', cell: Cell): void => {
    troubles.push({
      kind,
      row: from + i,
      field,
      label: header ?? labelIn(part, field),
      ...(header !== undefined && { header }),
      value: shown(cell),
    });
  };
  for (let i = 0; i < rowOf.length; i++) {
    const cell = sheet.rows[rowOf[i]!]![column];
    if (cell === null || cell === undefined) continue;
    if (typeof cell === 'number') {
      if (isPercent(rowOf[i]!)) trouble(i, 'amount', `${Number((cell * 100).toPrecision(12))}%`);
      else if (Number.isFinite(cell)) into[from + i] = cell;
      else trouble(i, 'amount', cell);
      if (sheet.decimalPoint && !Number.isInteger(cell)) reading.seen.point++;
    } else if (typeof cell === 'boolean') trouble(i, 'amount', cell);
    else {
      const value = numberOfText(cell, reading);
      if (reading.currency !== '') currencies.add(reading.currency);
      if (value === value && (percents || !reading.percent)) {
        into[from + i] = value;
        if (reading.undecided) undecided.push(i);
      } else {
        const text = trimmed(cell);
        if (!saysNoNumber(text)) trouble(i, isErrorText(text) ? 'error' : 'amount', cell);
      }
    }
  }
  const mark = decideDecimalMark(reading.seen);
  if (mark === undefined || undecided.length === 0) return;
  const again = numberReading(mark);
  for (const i of undecided) {
    const cell = sheet.rows[rowOf[i]!]![column];
    if (typeof cell === 'string') into[from + i] = numberOfText(cell, again);
  }
}

/** Numbers of a field over the stack, "12%" as 0.12 or as unreadable; undefined when no table has it. */
export function readNumbers(
  stack: Stack,
  field: string,
  troubles: Trouble[],
  percents = true,
): ReadAmounts | undefined {
  if (!hasField(stack, field)) return undefined;
  const values = noNumbers(stack.count);
  const currencies = new Set<string>();
  for (const part of stack.parts) {
    const column = columnOfField(part, field);
    if (column >= 0) readNumberColumn(part, column, field, undefined, values, currencies, troubles, percents);
  }
  return { values, currencies };
}

/** Amounts of a field over the stack, in cents. A percentage is no amount. */
export function readAmounts(stack: Stack, field: string, troubles: Trouble[]): ReadAmounts | undefined {
  const read = readNumbers(stack, field, troubles, false);
  if (read) {
    const { values } = read;
    for (let i = 0; i < values.length; i++) if (values[i] === values[i]) values[i] = centsOf(values[i]!);
  }
  return read;
}

/** Numbers of one wide column of a part, at its rows of a stack of `count` rows; NaN elsewhere. */
export function readWideNumbers(
  part: Part,
  header: string,
  field: string,
  count: number,
  troubles: Trouble[],
): Float64Array {
  const values = noNumbers(count);
  const column = columnOfHeader(part, header);
  if (column >= 0) readNumberColumn(part, column, field, header, values, new Set(), troubles);
  return values;
}

/**
 * Shares of one from a column in which a person may have typed 60, 60% or 0.6. A cell that says itself that it is per
 * cent, by its sign or its number format, is taken at its word; the other numbers of a table are per cent where any of
 * them is larger than `most`, which no share of one would be.
 */
export function readShares(
  stack: Stack,
  field: string,
  most: number,
  troubles: Trouble[],
): Float64Array | undefined {
  const values = readNumbers(stack, field, troubles)?.values;
  if (!values) return undefined;
  for (const part of stack.parts) {
    const { sheet, rowOf, from } = part;
    const column = columnOfField(part, field);
    if (column < 0) continue;
    const eachBare = (see: (row: number) => void): void => {
      const isPercent = formatWalk(sheet.formats[column] ?? [], isPercentFormat, false);
      for (let i = 0; i < rowOf.length; i++) {
        const cell = sheet.rows[rowOf[i]!]![column];
        if (typeof cell === 'string' ? !cell.includes('%') : !isPercent(rowOf[i]!)) see(from + i);
      }
    };
    let largest = 0;
    eachBare((row) => (largest = values[row]! > largest ? values[row]! : largest));
    if (largest > most) eachBare((row) => (values[row] = values[row]! / 100));
  }
  return values;
}

// ---- Flags

export const NO = 0;
export const YES = 1;
export const UNSAID = 2;

/** YES, NO or UNSAID of a field over the stack; undefined when no table has it. */
export function readFlags(stack: Stack, field: string): Uint8Array | undefined {
  if (!hasField(stack, field)) return undefined;
  const flags = new Uint8Array(stack.count).fill(UNSAID);
  const known = new Map<Cell, number>();
  for (const part of stack.parts) {
    const column = columnOfField(part, field);
    if (column < 0) continue;
    const { rowOf, sheet, from } = part;
    for (let i = 0; i < rowOf.length; i++) {
      const cell = sheet.rows[rowOf[i]!]![column];
      if (cell === null || cell === undefined) continue;
      let flag = known.get(cell);
      if (flag === undefined) {
        const said = flagOf(cell);
        flag = said === undefined ? UNSAID : said ? YES : NO;
        known.set(cell, flag);
      }
      flags[from + i] = flag;
    }
  }
  return flags;
}
