import type { Day } from '../../core/day';
import type { Dataset, People } from '../../dataset/dataset';
import { sameName } from '../../dataset/values/sameName';
import type { Deals } from '../funnel/deals';
import { within, type Months } from '../../core/months';

/** Whether a person of the people sheet sells on a day: has started, and has not left; without dates yes. */
export const isActiveOn = (people: People, row: number, day: Day): boolean =>
  !((people.numbers['start']?.[row] ?? NaN) > day) && !((people.numbers['end']?.[row] ?? NaN) < day);

/**
 * How many people sell on the as-of day: those of the people sheet who have started and not left; without one, the
 * owners of deals created in the months looked back on. At least one.
 */
export function activePeople(
  dataset: Dataset,
  deals: Deals,
  months: Months,
): { readonly count: number; readonly source: 'people' | 'owners' } {
  const { people } = dataset;
  if (people && people.count > 0) {
    let count = 0;
    for (let row = 0; row < people.count; row++) if (isActiveOn(people, row, deals.asOf)) count++;
    if (count > 0) return { count, source: 'people' };
  }
  const owners = activeOwners(dataset, deals, months);
  return { count: Math.max(1, owners.size), source: 'owners' };
}

/** Owners of deals created in these months, by the name they are found by. */
export function activeOwners({ opportunities }: Dataset, deals: Deals, months: Months): ReadonlySet<string> {
  const owner = opportunities?.texts['owner'];
  const inside = within(months);
  const seen = new Uint8Array(owner?.labels.length ?? 0);
  for (let i = 0; owner && i < deals.count; i++)
    if (owner.codes[i]! >= 0 && inside(deals.created[i]!)) seen[owner.codes[i]!] = 1;
  return new Set(owner?.labels.filter((_, code) => seen[code] === 1).map(sameName));
}
