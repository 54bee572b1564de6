import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import type { Dataset } from '../dataset';

/** How many activities of each table name nobody; they count for the team, for no person. */
export function activityWithoutPerson({ inputs, activities }: Dataset): Issue[] {
  if (!activities?.owner) return [];
  const { codes } = activities.owner;
  const { table, row } = activities.origin;
  const rows = new Int32Array(inputs.length);
  const first = new Int32Array(inputs.length);
  for (let i = 0; i < codes.length; i++)
    if (codes[i]! < 0 && rows[table[i]!]!++ === 0) first[table[i]!] = row[i]!;
  return inputs.flatMap(({ source, sheet }, input) =>
    rows[input]! > 0
      ? [
          issue(
            'activityWithoutPerson',
            'note',
            { person: '', rows: rows[input]! },
            { source, sheet, row: first[input]! },
          ),
        ]
      : [],
  );
}
