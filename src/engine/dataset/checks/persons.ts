import type { Place } from '../../core/issue';
import type { InputSummary, Origin, TextColumn } from '../dataset';
import { sameName } from '../values/sameName';

/** A person as another table writes the name, with how often and where first. */
export interface Mention {
  readonly person: string;
  readonly rows: number;
  readonly place: Place;
}

/** Persons are the same when their names differ in case and spacing only. */
export const samePerson = sameName;

/** The persons of a column in order of appearance; the first mention stands for spellings of the same name. */
export function mentions(
  column: TextColumn | undefined,
  origin: Origin,
  inputs: readonly InputSummary[],
): readonly Mention[] {
  if (!column) return [];
  const rows = new Int32Array(column.labels.length);
  const first = new Int32Array(column.labels.length).fill(-1);
  column.codes.forEach((code, row) => {
    if (code < 0) return;
    if (rows[code]!++ === 0) first[code] = row;
  });
  const found = new Map<string, Mention>();
  column.labels.forEach((person, code) => {
    if (rows[code] === 0) return;
    const key = samePerson(person);
    const before = found.get(key);
    const input = inputs[origin.table[first[code]!]!];
    if (before) found.set(key, { ...before, rows: before.rows + rows[code]! });
    else
      found.set(key, {
        person,
        rows: rows[code]!,
        place: { source: input?.source ?? '', sheet: input?.sheet ?? '', row: origin.row[first[code]!]! },
      });
  });
  return [...found.values()];
}
