import type { TextColumn } from '../dataset';
import type { Remark } from './check';
import { unusable } from './check';

/** A row of people or quotas that names nobody. */
export function missingPerson({
  count,
  person,
}: {
  readonly count: number;
  readonly person: TextColumn | undefined;
}): Remark[] {
  const remarks: Remark[] = [];
  for (let row = 0; row < count; row++)
    if (!person || person.codes[row]! < 0) remarks.push(unusable(row, 'missingPerson', {}, 'person'));
  return remarks;
}
