import type { RandomSource } from '../../core/random';
import { noTotals, simulateEvents } from '../../stats/simulateEvents';
import type { DealChances } from './openDeals';
import type { Draws } from './project';
import { someEvents } from './someEvents';
import { bandOf, totalsOf, type Band } from './summarise';

/** A deal so large that the forecast is another with and without it. */
export interface LargeDeal {
  /** Position among the open deals. */
  readonly deal: number;
  /** Of P50. */
  readonly share: number;
  /** The whole forecast if it is won, and if it is not. */
  readonly won: Band;
  readonly without: Band;
}

/** No more than so many, the largest first. */
const MOST = 10;

/** Deals at least `from` times the forecast's middle, each with its own chance taken out and put in for sure, in the same futures. */
export function largeDeals(
  draws: Draws,
  { events, inForce }: DealChances,
  random: RandomSource,
  from: number,
): readonly LargeDeal[] {
  const months = Array.from({ length: draws.periods }, (_, m) => m);
  const { p50 } = bandOf(totalsOf(draws, months, 'amount', 'all'));
  if (!(p50 > 0)) return [];
  const large = Array.from({ length: events.count }, (_, i) => i)
    .filter((i) => inForce[i]! > 0 && events.amount[i]! >= from * p50)
    .sort((a, b) => events.amount[b]! - events.amount[a]!)
    .slice(0, MOST);
  return large.map((deal) => {
    const amount = events.amount[deal]!;
    const alone = noTotals(draws.draws, draws.periods);
    simulateEvents(someEvents(events, [deal]), draws.factors, random, alone);
    const others = draws.open.amount.map((cents, at) => cents - alone.amount[at]!);
    const without = totalsOf({ ...draws, open: { ...draws.open, amount: others } }, months, 'amount', 'all');
    return {
      deal,
      share: amount / p50,
      won: bandOf(without.map((total) => total + amount)),
      without: bandOf(without),
    };
  });
}
