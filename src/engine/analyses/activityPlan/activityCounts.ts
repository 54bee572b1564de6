import { asDay, monthIndexOf } from '../../core/day';
import type { Activities } from '../../dataset/dataset';
import { foldLabels } from '../../dataset/values/sameName';
import { within, type Months } from '../../core/months';

/** Activities of whole months by type, person and month; one pass over the rows. Mergeable: counts add up. */
export interface ActivityCounts {
  readonly types: readonly string[];
  readonly people: number;
  readonly months: number;
  /** At (type × people + person) × months + month. */
  readonly counts: Float64Array;
  /** By type, of nobody too. */
  readonly totals: Float64Array;
}

export function countActivities(activities: Activities, months: Months): ActivityCounts {
  const types = foldLabels(activities.type.labels);
  const people = foldLabels(activities.owner?.labels ?? []);
  const span = months.end - months.start;
  const counts = new Float64Array(types.names.length * people.names.length * span);
  const totals = new Float64Array(types.names.length);
  const inside = within(months);
  for (let i = 0; i < activities.count; i++) {
    const [date, code, quantity] = [activities.date[i]!, activities.type.codes[i]!, activities.quantity[i]!];
    if (code < 0 || !inside(date) || !(quantity > 0)) continue;
    const type = types.of[code]!;
    totals[type]! += quantity;
    const owner = activities.owner?.codes[i] ?? -1;
    if (owner < 0) continue;
    const month = monthIndexOf(asDay(date)) - months.start;
    counts[(type * people.names.length + people.of[owner]!) * span + month]! += quantity;
  }
  return { types: types.names, people: people.names.length, months: span, counts, totals };
}

/** Of one type, the counts of every person's months in which that person did anything at all, whatever it was. */
export function personMonths(tally: ActivityCounts, type: number): readonly number[] {
  const { people, months, counts, types } = tally;
  const found: number[] = [];
  for (let person = 0; person < people; person++)
    for (let month = 0; month < months; month++) {
      const at = (t: number): number => counts[(t * people + person) * months + month]!;
      if (types.some((_, t) => at(t) > 0)) found.push(at(type));
    }
  return found;
}
