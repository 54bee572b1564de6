import type { RandomSource } from '../../core/random';
import { drawFactors } from '../../stats/factorDraws';
import type { NewDeals } from '../../stats/newPipeline';
import { noTotals, simulateEvents, type SimulatedTotals, type TimedEvents } from '../../stats/simulateEvents';
import { bookedIn, type Draws, type Ground, type Projection } from './project';
import { simulateNew } from './simulateNew';
import { someEvents } from './someEvents';

export interface RedrawOptions {
  readonly draws: number;
  readonly rho: number;
  /** Of the estimates, by group of deals; no lever changes it. */
  readonly spread: readonly number[];
  /** Of the run: the same draws for the same deals. */
  readonly random: RandomSource;
}

/** What was drawn for a projection, at amounts as they stand: a lever on all amounts multiplies it afterwards. */
interface Drawn {
  readonly events: TimedEvents;
  readonly open: SimulatedTotals;
  readonly newDeals: NewDeals | undefined;
  readonly fresh: SimulatedTotals | undefined;
}

/** Draws projections with one deal size after another: of each only what differs from what was drawn before. */
export type Redraw = (projection: Projection, dealSize: number) => Draws;

/**
 * Draws what-ifs on the chances of one run. Deals whose chances and amounts are those of the first or of the last
 * projection drawn are not drawn again; sums of whole cents come out as if all had been. The same futures as `simulate`,
 * in the same order.
 *
 * Projections must be made with a deal size of 1, so that a lever on it, which is a factor, draws nothing.
 */
export function redrawer(ground: Ground, { draws, rho, spread, random }: RedrawOptions): Redraw {
  const factors = drawFactors(draws, rho, spread, random.stream('factors'));
  const booked = bookedIn(ground, ground.periods);
  let known: readonly Drawn[] = [];

  function drawn({ chances: { events }, newDeals }: Projection): Drawn {
    const [nearest] = known
      .map((before) => ({ before, changed: changedDeals(before.events, events) }))
      .sort((a, b) => a.changed.length - b.changed.length);
    const open =
      nearest && 2 * nearest.changed.length < events.count
        ? exchanged(nearest.before, events, nearest.changed)
        : all(events);
    const alike = known.find((before) => isAlike(before.newDeals, newDeals));
    const fresh = alike
      ? alike.fresh
      : newDeals &&
        simulateNew(newDeals, ground.arrivals.counts, ground.arrivals.amounts, factors, random.stream('new'));
    return { events, open, newDeals, fresh };
  }

  function all(events: TimedEvents): SimulatedTotals {
    const totals = noTotals(draws, events.periods);
    simulateEvents(events, factors, random, totals);
    return totals;
  }

  function exchanged(
    { events: before, open }: Drawn,
    events: TimedEvents,
    changed: readonly number[],
  ): SimulatedTotals {
    if (changed.length === 0) return open;
    const [out, back] = [before, events].map((of) => all(someEvents(of, changed)));
    return {
      ...open,
      amount: open.amount.map((cents, at) => cents - out!.amount[at]! + back!.amount[at]!),
      happened: open.happened.map((wins, at) => wins - out!.happened[at]! + back!.happened[at]!),
    };
  }

  return (projection, dealSize) => {
    const found = drawn(projection);
    known = [known[0] ?? found, found];
    return {
      draws,
      periods: ground.periods.length,
      open: times(found.open, dealSize),
      fresh: found.fresh && times(found.fresh, dealSize),
      booked,
      factors,
    };
  };
}

const times = (totals: SimulatedTotals, factor: number): SimulatedTotals =>
  factor === 1 ? totals : { ...totals, amount: totals.amount.map((cents) => cents * factor) };

/** Positions of the deals whose chances or amounts differ. Both are of the same open deals. */
function changedDeals(before: TimedEvents, after: TimedEvents): readonly number[] {
  const { periods } = after;
  const changed: number[] = [];
  for (let i = 0; i < after.count; i++) {
    let same = before.amount[i] === after.amount[i];
    for (let at = i * periods; same && at < (i + 1) * periods; at++)
      same = before.probability[at] === after.probability[at];
    if (!same) changed.push(i);
  }
  return changed;
}

function isAlike(a: NewDeals | undefined, b: NewDeals | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.size === b.size &&
    a.rate.every((rate, j) => rate === b.rate[j]) &&
    a.wonIn.every((shares, j) => shares.every((share, m) => share === b.wonIn[j]![m]))
  );
}
