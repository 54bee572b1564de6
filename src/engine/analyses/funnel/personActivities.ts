import type { Day } from '../../core/day';
import type { Activities, TextColumn } from '../../dataset/dataset';
import { sameName } from '../../dataset/values/sameName';
import type { Deals } from './deals';
import type { NamedGrouping } from './grouping';

/** Activities and new deals of the same days. Group g is person g of the deals' owners; people without deals are left out. */
export interface PersonActivities {
  /** From the later of the first activity and the first deal, to the as-of day. */
  readonly from: Day;
  readonly types: readonly string[];
  /** At person × types + type. */
  readonly counts: Float64Array;
  /** Of everybody, also of those who own no deal and of nobody. */
  readonly totals: Float64Array;
  /** Deals created in these days, by person; and all of them. */
  readonly newDeals: Int32Array;
  readonly allNewDeals: number;
}

/** Counts what was done, by person and type, over the days that both tables cover; undefined where they share none. */
export function countByPerson(
  activities: Activities,
  deals: Deals,
  people: NamedGrouping,
  firstCreated: Day,
): PersonActivities | undefined {
  let firstActivity = Infinity;
  for (let i = 0; i < activities.count; i++)
    if (activities.date[i]! < firstActivity) firstActivity = activities.date[i]!;
  const from = Math.max(Math.floor(firstActivity), firstCreated);
  if (!(from <= deals.asOf)) return undefined;
  const types = activities.type.labels;
  const done = activities.numbers['done'];
  const ofOwner = ownersAmong(people, activities.owner);
  const counts = new Float64Array(people.size * types.length);
  const totals = new Float64Array(types.length);
  for (let i = 0; i < activities.count; i++) {
    const type = activities.type.codes[i]!;
    const quantity = activities.quantity[i]!;
    if (type < 0 || activities.date[i]! < from || !(quantity > 0) || done?.[i] === 0) continue;
    totals[type]! += quantity;
    const person = activities.owner ? (ofOwner[activities.owner.codes[i]!] ?? -1) : -1;
    if (person >= 0) counts[person * types.length + type]! += quantity;
  }
  const newDeals = new Int32Array(people.size);
  let allNewDeals = 0;
  for (let i = 0; i < deals.count; i++) {
    if (deals.created[i]! < from) continue;
    allNewDeals++;
    if (people.codes[i]! >= 0) newDeals[people.codes[i]!]!++;
  }
  // `from` is a whole serial, which is what `Day` says.
  return { from: from as Day, types, counts, totals, newDeals, allNewDeals };
}

/** For each owner of activities the person among the owners of deals, −1 for none. */
function ownersAmong(people: NamedGrouping, owner: TextColumn | undefined): readonly number[] {
  const positions = new Map(people.names.map((name, i) => [sameName(name), i]));
  return (owner?.labels ?? []).map((label) => positions.get(sameName(label)) ?? -1);
}
