import type { KeyColumn } from '../dataset';
import type { Cell } from '../rawTable';
import { isErrorText, labelOf, withoutApostrophe } from './text';

/**
 * Keys join tables. "42", 42, " 42", "'42" and "42.0" are one key; case is kept, because "a1B" and "A1b" are two
 * records in Salesforce; leading zeros are kept ("007" is not 7).
 *
 * A million ids need no Map of a million strings: when all ids are one prefix and a number ("OPP-000123", 173688) they
 * are held as that number and found in an integer table. Other ids fall back on a Map.
 */

/** The canonical text of a key cell, '' for a blank one or an error value. */
export function keyOf(cell: Cell | undefined): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = withoutApostrophe(labelOf(cell));
  if (isErrorText(text)) return '';
  const last = text.length - 1;
  if (last > 1 && text.charCodeAt(last) === 48 && /^\d+\.0+$/.test(text))
    return text.slice(0, text.indexOf('.'));
  return text;
}

/** Keys of rows, with look-up of what another table writes for them. */
export interface KeyIndex extends KeyColumn {
  /** The first row with the key of this cell; −1 when it is blank or no row has it. */
  find(cell: Cell | undefined): number;
  /** Per row the first row with the same key (itself unless it is a duplicate), −1 where the key is missing. */
  readonly first: Int32Array;
}

const MOST_DIGITS = 15;

/** Shape of ids that are a prefix and a number: with `width` 0 the number has no leading zeros, else that many digits. */
interface Shape {
  readonly prefix: string;
  readonly width: number;
}

/** Where the digits at the end of a key begin. */
function digitsStart(key: string): number {
  let at = key.length;
  while (at > 0 && key.length - at < MOST_DIGITS) {
    const c = key.charCodeAt(at - 1);
    if (c < 48 || c > 57) break;
    at--;
  }
  return at;
}

/** The number of a key of this prefix, −1 for keys of another shape. */
function numberAfter(prefix: string, key: string): number {
  const from = prefix.length;
  const digits = key.length - from;
  if (digits < 1 || digits > MOST_DIGITS || !key.startsWith(prefix)) return -1;
  let value = 0;
  for (let at = from; at < key.length; at++) {
    const d = key.charCodeAt(at) - 48;
    if (d < 0 || d > 9) return -1;
    value = value * 10 + d;
  }
  return value;
}

const isKeyNumber = (cell: unknown): cell is number =>
  typeof cell === 'number' && Number.isInteger(cell) && cell >= 0 && cell < 10 ** MOST_DIGITS;

/** Numbers of all keys (−1 for missing ones) with their shape; undefined when they do not share one. */
function decode(cells: readonly (Cell | undefined)[]): { numbers: Float64Array; shape: Shape } | undefined {
  const numbers = new Float64Array(cells.length).fill(-1);
  let prefix: string | undefined;
  let width = -1; // −1 unknown, −2 differing
  let leadingZeros = false;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (isKeyNumber(cell)) {
      prefix ??= '';
      if (prefix !== '') return undefined;
      numbers[i] = cell;
      if (width !== -2) {
        const digits = String(cell).length;
        width = width === -1 || width === digits ? digits : -2;
      }
    } else {
      // A cell that is the prefix and digits is its own key already, and nearly all cells are.
      const known = prefix !== undefined && typeof cell === 'string' ? numberAfter(prefix, cell) : -1;
      const key = known >= 0 && typeof cell === 'string' ? cell : keyOf(cell);
      if (key === '') continue;
      prefix ??= key.slice(0, digitsStart(key));
      const number = known >= 0 ? known : numberAfter(prefix, key);
      if (number < 0) return undefined;
      numbers[i] = number;
      const digits = key.length - prefix.length;
      width = width === -1 || width === digits ? digits : -2;
      if (digits > 1 && key.charCodeAt(prefix.length) === 48) leadingZeros = true;
    }
    // "7" and "007" have one number and are two keys.
    if (leadingZeros && width === -2) return undefined;
  }
  if (prefix === undefined) return undefined;
  return { numbers, shape: { prefix, width: leadingZeros ? width : 0 } };
}

/** A table of whole numbers ≥ 0 with the first row of each. */
interface NumberTable {
  /** The row of a number, after making it `row` when it has none yet and `row` ≥ 0. */
  rowOf(number: number, row: number): number;
}

/** How many times wider than the keys are many their range may be for a plain array to hold it. */
const DENSE = 8;

function numberTable(numbers: Float64Array): NumberTable {
  let least = Infinity;
  let most = -1;
  for (const n of numbers) {
    if (n < 0) continue;
    if (n < least) least = n;
    if (n > most) most = n;
  }
  if (most - least < Math.max(1024, numbers.length * DENSE)) {
    const rows = new Int32Array(most < 0 ? 0 : most - least + 1).fill(-1);
    return {
      rowOf: (number, row) => {
        const slot = number - least;
        if (slot < 0 || slot >= rows.length) return -1;
        const found = rows[slot] ?? -1;
        if (found >= 0 || row < 0) return found;
        rows[slot] = row;
        return row;
      },
    };
  }
  let size = 16;
  while (size < numbers.length * 2) size *= 2;
  const mask = size - 1;
  const rows = new Int32Array(size).fill(-1);
  const keys = new Float64Array(size);
  return {
    rowOf: (number, row) => {
      const low = (number % 4294967296) | 0;
      const high = Math.floor(number / 4294967296) | 0;
      let slot = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
      slot = (slot ^ (slot >>> 15)) & mask;
      for (;;) {
        const found = rows[slot] ?? -1;
        if (found < 0) {
          if (row < 0) return -1;
          rows[slot] = row;
          keys[slot] = number;
          return row;
        }
        if (keys[slot] === number) return found;
        slot = (slot + 1) & mask;
      }
    },
  };
}

function numberIndex(numbers: Float64Array, { prefix, width }: Shape): KeyIndex {
  const table = numberTable(numbers);
  const first = new Int32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] ?? -1;
    first[i] = number < 0 ? -1 : table.rowOf(number, i);
  }
  return {
    count: numbers.length,
    first,
    text: (row) => {
      const number = numbers[row] ?? -1;
      return number < 0 ? '' : prefix + String(number).padStart(width, '0');
    },
    find: (cell) => {
      if (isKeyNumber(cell))
        return prefix === '' && (width === 0 || String(cell).length === width) ? table.rowOf(cell, -1) : -1;
      const key = keyOf(cell);
      const number = key === '' ? -1 : numberAfter(prefix, key);
      if (number < 0) return -1;
      const digits = key.length - prefix.length;
      if (width > 0 ? digits !== width : digits > 1 && key.charCodeAt(prefix.length) === 48) return -1;
      return table.rowOf(number, -1);
    },
  };
}

/** Salesforce writes an id with 15 characters in reports and with 18 in exports; the last three are a checksum. */
const SHORT_ID = 15;
const LONG_ID = 18;

function textIndex(cells: readonly (Cell | undefined)[]): KeyIndex {
  const keys = new Array<string>(cells.length);
  const first = new Int32Array(cells.length);
  const rows = new Map<string, number>();
  for (let i = 0; i < cells.length; i++) {
    const key = keyOf(cells[i]);
    keys[i] = key;
    const found = key === '' ? -1 : rows.get(key);
    if (found === undefined) rows.set(key, i);
    first[i] = found ?? i;
  }
  let short: Map<string, number> | undefined;
  const findShort = (key: string): number => {
    if (!short) {
      short = new Map();
      for (let i = 0; i < keys.length; i++) {
        const long = keys[i];
        if (long?.length === LONG_ID && first[i] === i) short.set(long.slice(0, SHORT_ID), i);
      }
    }
    return short.get(key) ?? -1;
  };
  return {
    count: keys.length,
    first,
    text: (row) => keys[row] ?? '',
    find: (cell) => {
      const key = keyOf(cell);
      if (key === '') return -1;
      const found = rows.get(key);
      if (found !== undefined) return found;
      if (key.length === SHORT_ID) return findShort(key);
      return key.length === LONG_ID ? (rows.get(key.slice(0, SHORT_ID)) ?? -1) : -1;
    },
  };
}

/** Indexes a column of keys; rows with a blank or an error have no key. */
export function indexKeys(cells: readonly (Cell | undefined)[]): KeyIndex {
  const decoded = decode(cells);
  return decoded ? numberIndex(decoded.numbers, decoded.shape) : textIndex(cells);
}
