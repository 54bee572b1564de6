import { asDay, monthIndexOf, monthStart, type Day } from '../../core/day';
import { WON } from '../../dataset/dataset';
import { fitCounts, type CountModel } from '../../stats/countModel';
import { newDealMoments, type NewDeals } from '../../stats/newPipeline';
import { firstDay, monthsBehind, type Months } from '../../core/months';
import { createdRange, UNKNOWN_DAY, type Deals } from '../funnel/deals';
import type { Levers } from '../levers';
import type { Model, Past } from './model';
import type { Period } from './periods';

/** Deals that begin, month by month, and what those won brought: whatever is supposed of the future. */
export interface Arrivals {
  readonly counts: CountModel;
  /** Deals begun in the months looked back on. */
  readonly total: number;
  /** Cents of the deals won in the months looked back on, or of all won when there are none. */
  readonly amounts: Float64Array;
}

/** Whole months before the as-of day, no farther back than the first month that the data hold in full; there may be none. */
export function monthsHeld(deals: Deals, asOf: Day, lookBack: number): Months {
  const { start, end } = monthsBehind(asOf, lookBack);
  const range = createdRange(deals);
  const firstWhole = range ? monthIndexOf(asDay(range.first - 1)) + 1 : end;
  return { start: Math.max(start, Math.min(firstWhole, end)), end };
}

/** Of the months looked back on that the data hold. */
export function arrivalsOf(past: Past, amount: Float64Array, lookBack: number): Arrivals {
  const { deals, asOf } = past;
  const held = monthsHeld(deals, asOf, lookBack);
  const counts = new Float64Array(held.end - held.start);
  const [from, to] = [monthStart(held.start), monthStart(held.end)];
  const monthOf = monthTable(from, to);
  for (const day of deals.created)
    if (day !== UNKNOWN_DAY && day >= from && day < to) counts[monthOf[day - from]!]!++;
  const won = (since: number): number[] => {
    const found: number[] = [];
    for (let i = 0; i < deals.count; i++)
      if (deals.outcome[i] === WON && deals.ended[i]! >= since && amount[i]! > 0) found.push(amount[i]!);
    return found;
  };
  const lately = won(firstDay(monthsBehind(asOf, lookBack)));
  return {
    counts: fitCounts(counts),
    total: counts.reduce((a, b) => a + b, 0),
    amounts: Float64Array.from(lately.length > 0 ? lately : won(-Infinity)),
  };
}

/** Position of the month of each day from one month's start to another's. */
function monthTable(from: Day, to: Day): Int16Array {
  const table = new Int16Array(Math.max(0, to - from));
  let month = monthIndexOf(from);
  const first = month;
  for (let day: number = from; day < to; day++) {
    if (day >= monthStart(month + 1)) month++;
    table[day - from] = month - first;
  }
  return table;
}

/**
 * What is to be expected of deals that begin in the periods ahead, after the as-of day: so many a month as before, spread
 * evenly over its days; each day's deals are won by age as those of the past were.
 */
export function newDealsIn(
  arrivals: Arrivals,
  model: Model,
  levers: Levers,
  periods: readonly Period[],
): NewDeals {
  const { asOf } = model.past;
  const perMonth = arrivals.counts.mean * levers.newDeals;
  const rate: number[] = [];
  const wonIn = periods.map((period, j) => {
    const days = period.to - period.from + 1;
    const begins = Math.max(period.from, asOf + 1);
    rate.push((perMonth * (period.to - begins + 1)) / days);
    const shares = periods.map(() => 0);
    for (let day = begins; day <= period.to; day++) {
      let before = 0;
      for (let m = j; m < periods.length; m++) {
        const within = model.newWithin(periods[m]!.to - day);
        shares[m]! += within - before;
        before = within;
      }
    }
    return shares.map((sum) => sum / (period.to - begins + 1));
  });
  return { rate, wonIn, size: arrivals.counts.size };
}

/** Of deals that begin in these periods, the share that is won in them too: those that begin later have less time. */
export function wonWhereBegun({ wonIn }: NewDeals, periods: readonly number[]): number {
  const shares = periods.map((j) => periods.reduce((sum, m) => sum + wonIn[j]![m]!, 0));
  return shares.reduce((a, b) => a + b, 0) / Math.max(1, periods.length);
}

/** What deals that do not exist yet bring in some of the periods, on average: wins, and cents at the mean amount of those won. */
export function expectedOfNew(
  newDeals: NewDeals | undefined,
  { amounts }: Arrivals,
  { dealSize }: Pick<Levers, 'dealSize'>,
  periods: readonly number[],
): { readonly wins: number; readonly amount: number } {
  const { winsByPeriod } = newDealMoments(newDeals ?? { rate: [], wonIn: [], size: Infinity }, 0, 0);
  const wins = periods.reduce((sum, m) => sum + (winsByPeriod[m] ?? 0), 0);
  const mean = amounts.length === 0 ? 0 : amounts.reduce((a, b) => a + b, 0) / amounts.length;
  return { wins, amount: wins * mean * dealSize };
}
