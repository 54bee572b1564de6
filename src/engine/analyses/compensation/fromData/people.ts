import { asDay } from '../../../core/day';
import type { Dataset, TextColumn } from '../../../dataset/dataset';
import { foldLabels, sameName } from '../../../dataset/values/sameName';
import type { Person } from '../book';

/** The people of the people sheet; without one everyone whom a deal, an order, a quota or an attainment names. */
export function peopleOf(dataset: Dataset): readonly Person[] {
  const { people, opportunities, bookings, quotas, attainments, splits } = dataset;
  if (people && people.count > 0)
    return Array.from({ length: people.count }, (_, row): Person => {
      const text = (field: string): string | undefined => {
        const column = people.texts[field];
        return column?.labels[column.codes[row]!];
      };
      const number = (field: string): number | undefined => {
        const value = people.numbers[field]?.[row];
        return value === undefined || Number.isNaN(value) ? undefined : value;
      };
      const [start, end, commission] = [number('start'), number('end'), number('commission')];
      return {
        name: people.person.labels[people.person.codes[row]!] ?? '',
        ...texts({
          manager: text('manager'),
          role: text('role'),
          team: text('team'),
          region: text('region'),
        }),
        ...(start !== undefined && { start: asDay(start) }),
        ...(end !== undefined && { end: asDay(end) }),
        target: number('targetVariable') ?? 0,
        base: number('base') ?? 0,
        ...(commission !== undefined && { commission }),
      };
    });
  const columns = [
    quotas?.person,
    opportunities?.texts['owner'],
    bookings?.person,
    splits?.person,
    attainments?.person,
  ];
  const labels = columns.flatMap((column) => column?.labels ?? []);
  return foldLabels(labels).names.map((name) => ({ name, target: 0, base: 0 }));
}

type Texts = Pick<Person, 'manager' | 'role' | 'team' | 'region'>;

const texts = (fields: { readonly [K in keyof Texts]-?: string | undefined }): Texts =>
  // What is left has no undefined in it.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Texts;

/** Rows of people by name. */
export const rowsByName = (people: readonly Person[]): ReadonlyMap<string, number> => {
  const rows = new Map<string, number>();
  people.forEach(({ name }, row) => {
    if (!rows.has(sameName(name))) rows.set(sameName(name), row);
  });
  return rows;
};

/** For each label of a column the row of that person, −1 for one who is not among the people. */
export const peopleOfLabels = (column: TextColumn, rows: ReadonlyMap<string, number>): Int32Array =>
  Int32Array.from(column.labels, (label) => rows.get(sameName(label)) ?? -1);
