import type { KeyColumn, TextColumn } from './dataset';

/** 0, 1, 2 … */
export function allRows(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** Rows of a stack that stay, ascending. */
export function keptRows(count: number, excluded: Uint8Array): Int32Array {
  const rows = new Int32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) if (!excluded[row]) rows[kept++] = row;
  return kept === count ? rows : rows.slice(0, kept);
}

function isAll(rows: Int32Array, count: number): boolean {
  if (rows.length !== count) return false;
  for (let i = 0; i < count; i++) if (rows[i] !== i) return false;
  return true;
}

/** The values at some rows; the column itself when these are all its rows in order. */
export function numbersAt<A extends Float64Array | Int32Array | Uint8Array>(values: A, rows: Int32Array): A {
  if (isAll(rows, values.length)) return values;
  // A typed array is constructed by its own constructor, which the union of the three hides.
  const result = new (values.constructor as new (length: number) => A)(rows.length);
  for (let i = 0; i < rows.length; i++) result[i] = values[rows[i]!]!;
  return result;
}

/** A column of blank cells. */
export const noTexts = (count: number): TextColumn => ({ codes: new Int32Array(count).fill(-1), labels: [] });

/** A column of missing numbers. */
export const noNumbers = (count: number): Float64Array => new Float64Array(count).fill(NaN);

/** The labels at some rows. Labels that only left-out rows have are dropped; the others keep their order. */
export function textsAt({ codes, labels }: TextColumn, rows: Int32Array): TextColumn {
  if (isAll(rows, codes.length)) return { codes, labels };
  const kept = numbersAt(codes, rows);
  const used = new Uint8Array(labels.length);
  for (const code of kept) if (code >= 0) used[code] = 1;
  const position = new Int32Array(labels.length);
  const left = labels.filter((_, code) => used[code]);
  for (let code = 0, next = 0; code < labels.length; code++) position[code] = used[code] ? next++ : -1;
  return { codes: kept.map((code) => (code < 0 ? -1 : position[code]!)), labels: left };
}

/** Columns by id at some rows, without those that no table has. */
const byId =
  <C>(at: (column: C, rows: Int32Array) => C) =>
  (columns: readonly (readonly [string, C | undefined])[], rows: Int32Array): Readonly<Record<string, C>> =>
    Object.fromEntries(columns.flatMap(([id, column]) => (column ? [[id, at(column, rows)]] : [])));
export const textsById = byId(textsAt);
export const numbersById = byId<Float64Array>(numbersAt);

export const keysAt = (keys: KeyColumn, rows: Int32Array): KeyColumn => ({
  count: rows.length,
  text: (row) => (rows[row] === undefined ? '' : keys.text(rows[row])),
});

export const mapRecord = <T, U>(record: Readonly<Record<string, T>>, f: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value)]));
