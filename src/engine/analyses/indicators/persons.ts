import type { Dataset, TextColumn } from '../../dataset/dataset';
import { sameName } from '../../dataset/values/sameName';

/** Who did things and had results, over all tables; the position of a person is the same everywhere. */
export interface Persons {
  readonly names: readonly string[];
  /** One more than there are names: the last stands for nobody known. */
  readonly count: number;
  /** The position of a column's label; nobody for −1 and for those beyond the busiest. */
  readonly positions: (column: TextColumn | undefined) => (code: number) => number;
}

/** More than so many people are not looked at one by one. */
const MOST = 500;

/** The owners of activities, deals and results, the busiest first; spellings that differ in case and spaces are one. */
export function personsOf({ activities, opportunities, results }: Dataset): Persons {
  const rows = new Map<string, { readonly name: string; rows: number }>();
  for (const column of [activities?.owner, opportunities?.texts['owner'], results?.person]) {
    if (!column) continue;
    const counts = new Float64Array(column.labels.length);
    for (const code of column.codes) if (code >= 0) counts[code]!++;
    column.labels.forEach((name, code) => {
      const key = sameName(name);
      const found = rows.get(key) ?? { name, rows: 0 };
      found.rows += counts[code]!;
      rows.set(key, found);
    });
  }
  const busiest = [...rows].sort((a, b) => b[1].rows - a[1].rows).slice(0, MOST);
  const position = new Map(busiest.map(([key], i) => [key, i]));
  const nobody = busiest.length;
  return {
    names: busiest.map(([, { name }]) => name),
    count: nobody + 1,
    positions: (column) => {
      const of = (column?.labels ?? []).map((label) => position.get(sameName(label)) ?? nobody);
      return (code) => of[code] ?? nobody;
    },
  };
}
