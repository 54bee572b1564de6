import type { RandomSource } from '../../core/random';
import type { Dataset } from '../../dataset/dataset';
import { WON } from '../../dataset/dataset';
import { drawFactors, type FactorDraws } from '../../stats/factorDraws';
import type { NewDeals } from '../../stats/newPipeline';
import { noTotals, simulateEvents, type SimulatedTotals } from '../../stats/simulateEvents';
import type { Levers } from '../levers';
import { modelOf, type Model, type Past } from './model';
import { newDealsIn, type Arrivals } from './newDeals';
import { dealChances, type DealChances, type OpenDeals } from './openDeals';
import type { Overrides } from './overrides';
import type { OwnerOdds } from './personEffect';
import { daysUntilEnd, type Period } from './periods';
import { simulateNew } from './simulateNew';

/** All that a forecast rests on and no lever changes. */
export interface Ground {
  readonly dataset: Dataset;
  readonly past: Past;
  /** By row of opportunities: cents, NaN where missing; or 1 each where no deal has an amount. */
  readonly amount: Float64Array;
  readonly unit: 'amount' | 'deals';
  readonly deals: OpenDeals;
  readonly arrivals: Arrivals;
  readonly periods: readonly Period[];
  readonly ownerOdds: OwnerOdds | undefined;
  /** Fewest past deals behind a probability. */
  readonly atRisk: number;
}

/** What is supposed of the future. */
export interface Supposed {
  readonly levers: Levers;
  readonly overrides: Overrides;
  readonly withNew: boolean;
}

/** A forecast before chance comes in. */
export interface Projection {
  readonly model: Model;
  readonly chances: DealChances;
  readonly newDeals: NewDeals | undefined;
}

/** Where deals are counted there is no deal size to change. */
export const leversOn = ({ unit }: Ground, levers: Levers): Levers =>
  unit === 'amount' ? levers : { ...levers, dealSize: 1 };

export function project(ground: Ground, { levers, overrides, withNew }: Supposed): Projection {
  const { dataset, past, deals, arrivals, periods, ownerOdds, atRisk } = ground;
  const model = modelOf(past, levers, daysUntilEnd(past.asOf, periods), atRisk);
  const { ids } = dataset.opportunities!;
  const chances = dealChances({
    model,
    deals,
    levers,
    overrides,
    ownerOdds,
    idOf: (row) => ids.text(row),
  });
  return {
    model,
    chances,
    newDeals: withNew && arrivals.total > 0 ? newDealsIn(arrivals, model, levers, periods) : undefined,
  };
}

/** What is won in each draw and period: of today's open deals, of new ones, and what is won already. */
export interface Draws {
  readonly draws: number;
  readonly periods: number;
  readonly open: SimulatedTotals;
  readonly fresh: SimulatedTotals | undefined;
  /** Cents and deals won by the as-of day, by period. */
  readonly booked: { readonly amount: Float64Array; readonly wins: Float64Array };
  readonly factors: FactorDraws;
  /** Cents that recalibration adds to what is to come, by period and draw: see `strayOf`. Absent: as simulated. */
  readonly stray?: Float64Array;
}

export function simulate(
  ground: Ground,
  { model, chances, newDeals }: Projection,
  levers: Levers,
  { draws, rho, random }: { readonly draws: number; readonly rho: number; readonly random: RandomSource },
): Draws {
  const periods = ground.periods.length;
  const factors = drawFactors(draws, rho, model.spread, random.stream('factors'));
  const open = noTotals(draws, periods);
  simulateEvents(chances.events, factors, random, open);
  const { counts, amounts } = ground.arrivals;
  return {
    draws,
    periods,
    factors,
    open,
    fresh:
      newDeals &&
      simulateNew(
        newDeals,
        counts,
        levers.dealSize === 1 ? amounts : amounts.map((cents) => cents * levers.dealSize),
        factors,
        random.stream('new'),
      ),
    booked: bookedIn(ground, ground.periods),
  };
}

/** What is won in each period, so far as it is past. */
export function bookedIn(
  { amount: cents, past: { deals } }: Pick<Ground, 'amount' | 'past'>,
  periods: readonly Period[],
): Draws['booked'] {
  const amount = new Float64Array(periods.length);
  const wins = new Float64Array(periods.length);
  const first = periods[0];
  if (first)
    for (let i = 0; i < deals.count; i++) {
      if (deals.outcome[i] !== WON || deals.ended[i]! < first.from) continue;
      const m = periods.findIndex(({ to }) => deals.ended[i]! <= to);
      if (m < 0) continue;
      wins[m]!++;
      if (!Number.isNaN(cents[i]!)) amount[m]! += cents[i]!;
    }
  return { amount, wins };
}
