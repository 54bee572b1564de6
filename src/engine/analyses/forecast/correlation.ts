import { asDay, monthIndexOf, monthStart } from '../../core/day';
import { WON } from '../../dataset/dataset';
import { fitCorrelation } from '../../stats/fitCorrelation';
import { UNKNOWN_DAY } from '../funnel/deals';
import { AS_IN_DATA } from '../levers';
import { modelOf, type Model, type Past } from './model';
import { someEnded } from './stays';

/** Fewer past months cannot tell chance that deals share from their own. */
const FEWEST_MONTHS = 12;
const MOST_MONTHS = 24;
/** A month has 28 to 31 days; the chances of each length are looked up. */
const LENGTHS = [28, 29, 30, 31];
/** Deals of about equal probability are one class: a fifth apart; the last is of those below e⁻⁸. */
const CLASSES_PER_E = 5;
const CLASSES = 8 * CLASSES_PER_E;

export interface FittedCorrelation {
  readonly months: number;
  /** Null: too few months, or too few wins in them. */
  readonly rho: number | null;
}

/**
 * The correlation at which past months spread as they did: what today's curves expected of the deals open at the
 * beginning of each month against how many of them were won in it.
 */
export function correlationOf(past: Past, atRisk: number): FittedCorrelation {
  const first = firstMonth(past);
  const end = monthIndexOf(asDay(past.asOf + 1));
  const start = Math.max(end - MOST_MONTHS, first);
  const months = Math.max(0, end - start);
  if (months < FEWEST_MONTHS) return { months, rho: null };
  const model = modelOf(past, AS_IN_DATA, LENGTHS, atRisk);
  const { p, periods } = pastMonths(model, start, months);
  return { months, rho: fitCorrelation(p, periods) };
}

/** The first month before which there were deals already. */
function firstMonth({ deals, asOf }: Past): number {
  let first: number = asOf;
  for (const day of deals.created) if (day !== UNKNOWN_DAY && day < first) first = day;
  return monthIndexOf(asDay(first)) + 1;
}

function pastMonths({ past, chance }: Model, start: number, months: number) {
  const { stays, deals } = past;
  const begins = Array.from({ length: months + 1 }, (_, m) => monthStart(start + m));
  const count = Array.from({ length: months }, () => new Float64Array(CLASSES));
  const [members, sum] = [new Float64Array(CLASSES), new Float64Array(CLASSES)];
  const happened = new Float64Array(months);
  /** A deal open from one day to another, of which it is known how likely a win was on each. */
  const open = (deal: number, from: number, to: number, stage: number): void => {
    let m = 0;
    while (m < months && begins[m]! <= from) m++;
    for (; m < months && begins[m]! <= to; m++) {
      const age = begins[m]! - 1 - from;
      const created = deals.created[deal]!;
      const length = begins[m + 1]! - begins[m]!;
      const found = chance(stage, age, created === UNKNOWN_DAY ? age : begins[m]! - 1 - created);
      const p = found.within[length - LENGTHS[0]!]!;
      if (
        deals.outcome[deal] === WON &&
        deals.ended[deal]! >= begins[m]! &&
        deals.ended[deal]! < begins[m + 1]!
      )
        happened[m]!++;
      if (!(p > 0)) continue;
      const at = Math.min(CLASSES - 1, Math.floor(-Math.log(p) * CLASSES_PER_E));
      count[m]![at]!++;
      members[at]!++;
      sum[at]! += p;
    }
  };
  if (!someEnded(stays)) {
    for (let i = 0; i < deals.count; i++)
      if (deals.created[i] !== UNKNOWN_DAY && deals.ended[i]! >= 0)
        open(i, deals.created[i]!, deals.ended[i]!, -1);
  } else
    for (let s = 0; s < stays.deal.length; s++)
      if (stays.days[s]! >= 0)
        open(stays.deal[s]!, stays.since[s]!, stays.since[s]! + stays.days[s]!, stays.stage[s]!);
  return {
    p: sum.map((all, at) => (members[at]! > 0 ? all / members[at]! : 0)),
    periods: Array.from(happened, (wins, m) => ({ happened: wins, count: count[m]! })),
  };
}
