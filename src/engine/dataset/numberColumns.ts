import { formatWalk } from './cells';
import { noNumbers } from './compact';
import type { Cell } from './rawTable';
import type { Part, Stack } from './stack';
import { columnOfField, columnOfHeader, hasField } from './stack';
import { labelIn, shown, type Trouble } from './trouble';
import {
  centsOf,
  currencyOfFormat,
  decideDecimalMark,
  isPercentFormat,
  numberOfText,
  numberReading,
} from './values/amounts';
import { isErrorText, saysNoNumber, trimmed } from './values/text';

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

/** Amounts of a field over the stack, in cents. A percentage is no amount, nor is what has too many digits for cents to be exact. */
export function readAmounts(stack: Stack, field: string, troubles: Trouble[]): ReadAmounts | undefined {
  const read = readNumbers(stack, field, troubles, false);
  if (read) {
    const { values } = read;
    for (const part of stack.parts)
      for (let i = part.from; i < part.from + part.rowOf.length; i++) {
        const value = values[i]!;
        if (value !== value) continue;
        values[i] = centsOf(value);
        if (values[i] !== values[i])
          troubles.push({ kind: 'amount', row: i, field, label: labelIn(part, field), value: shown(value) });
      }
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
