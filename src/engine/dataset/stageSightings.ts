import type { Day } from '../core/day';
import { outcomeOfDates } from './conclude';
import type { SortedEntries } from './entries';
import type { OpportunityColumns } from './opportunityColumns';
import type { StageSightings } from './stageMap';
import { UNKNOWN_OUTCOME } from './stageMap';

/**
 * Created dates with what stands in for missing ones: of snapshots when the deal was first seen, else its first history
 * entry.
 */
export function createdOrFirstSeen(
  created: Float64Array,
  firstSeen: Float64Array | undefined,
  sorted: SortedEntries | undefined,
): Float64Array {
  const result = created.slice();
  for (let row = 0; row < result.length; row++) {
    if (result[row] === result[row]) continue;
    if (firstSeen) result[row] = firstSeen[row]!;
    else if (sorted && sorted.start[row]! < sorted.start[row + 1]!)
      result[row] = sorted.entries.changed[sorted.order[sorted.start[row]!]!]!;
  }
  return result;
}

/**
 * What the opportunities show of their current stages: outcomes by flags, status and dates, and ages on the as-of day.
 *
 * @param stageOfRow per row the position of its stage in the names, −1 for rows that do not count
 */
export function currentStages(
  { said, wonDate, lostDate }: OpportunityColumns,
  stageOfRow: Int32Array,
  created: Float64Array,
  names: number,
  asOf: Day,
): Required<Pick<StageSightings, 'outcomes' | 'ages'>> {
  const outcomes = new Float64Array(names * 4);
  const sum = new Float64Array(names);
  const deals = new Float64Array(names);
  for (let row = 0; row < stageOfRow.length; row++) {
    const stage = stageOfRow[row]!;
    if (stage < 0) continue;
    const told = said[row] === UNKNOWN_OUTCOME ? outcomeOfDates(wonDate[row]!, lostDate[row]!) : said[row]!;
    outcomes[stage * 4 + told]!++;
    const age = asOf - created[row]!;
    if (!(age >= 0)) continue;
    sum[stage]! += age;
    deals[stage]!++;
  }
  return { outcomes, ages: { sum, deals } };
}
