import type { Day } from '../../core/day';
import { asDay } from '../../core/day';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import { kaplanMeier, survivalAt } from '../../stats/kaplanMeier';
import { riskTableFromDays } from '../../stats/riskTable';
import { addCounts } from './dayCounts';
import { NOT_YET, UNKNOWN_DAY } from './deals';
import type { Deals } from './deals';
import { outcomeDays, tallyOutcomes } from './outcomeTally';

/** With so many closes expected and none seen, chance is ruled out: e⁻¹⁰ is one in twenty thousand. */
const EXPECTED_CLOSES = 10;

/**
 * The day before which deals that closed are missing from the data (left truncation), where the data show such a day: an
 * export of "deals closed since January" holds the older deals that were still open then, and not those lost before.
 *
 * The first close is taken for that day when the deals created before it should have had ten closes by then or more, at the
 * pace of the deals created since, and had none. Undefined where they should not, and where no deal was created since.
 */
export function recordsFromOf(deals: Deals): Day | undefined {
  const first = firstClose(deals);
  if (first === undefined) return undefined;
  const since = Int32Array.from(deals.created, (day) => (day !== UNKNOWN_DAY && day >= first ? 0 : -1));
  const tally = tallyOutcomes(deals, { size: 1, codes: since }, 0);
  const closed = addCounts(outcomeDays(tally, WON), outcomeDays(tally, LOST));
  const curve = kaplanMeier(riskTableFromDays([closed], outcomeDays(tally, OPEN)), 0.95);
  if (curve.times.length === 0) return undefined;
  let expected = 0;
  for (const [age, count] of agesBefore(deals, first))
    expected += count * (1 - (survivalAt(curve, age).estimate ?? 1));
  return expected >= EXPECTED_CLOSES ? first : undefined;
}

function firstClose({ outcome, created, ended, count }: Deals): Day | undefined {
  let first = Infinity;
  for (let i = 0; i < count; i++) {
    const isClosed = outcome[i] !== OPEN && outcome[i] !== NOT_YET;
    // A close before the creation is a slip, and an unknown one is −1: neither tells when records begin.
    if (isClosed && created[i] !== UNKNOWN_DAY && ended[i]! >= created[i]! && ended[i]! < first)
      first = ended[i]!;
  }
  return first === Infinity ? undefined : asDay(first);
}

/** How many deals were how old at the end of the day before. */
function agesBefore({ created, outcome, count }: Deals, day: Day): ReadonlyMap<number, number> {
  const ages = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const age = day - 1 - created[i]!;
    if (age < 0 || created[i] === UNKNOWN_DAY || outcome[i] === NOT_YET) continue;
    ages.set(age, (ages.get(age) ?? 0) + 1);
  }
  return ages;
}
