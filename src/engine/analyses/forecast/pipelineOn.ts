import { asDay, isoOf, type Day } from '../../core/day';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import { dealsAsOf, type Deals } from '../funnel/deals';
import { balanceOf, bridgeOf, type Movements, type Standing } from './bridge';
import type { Ground } from './project';
import { writtenBy } from './records';

export interface BridgeFinding extends Movements {
  readonly from: string;
  readonly to: string;
  /** Only deals expected to close by then; null where expected closes are not known: all open deals. */
  readonly closesBy: string | null;
  /** Amounts and dates as they were on the first day are known. */
  readonly knowsThen: boolean;
  /** Opening and all movements less closing. */
  readonly balance: number;
}

/** How the pipeline of deals that are to close by the end of the forecast changed since so many days before the as-of day. */
export function bridgeBetween(ground: Ground, from: Day): BridgeFinding {
  const { dataset, past, periods, amount } = ground;
  const { opportunities, history, stages, records } = dataset;
  const until = periods.at(-1)!.to;
  const before = dealsAsOf(opportunities!, history, stages, from);
  const after = past.deals;
  const hasDates =
    opportunities!.expectedClose.some((serial) => !Number.isNaN(serial)) ||
    (records?.expectedClose.some((serial) => !Number.isNaN(serial)) ?? false);
  const known = ground.unit === 'amount';
  const then = writtenBy(dataset, amount, from);
  const now = writtenBy(dataset, amount, past.asOf);
  const standing = (deals: Deals, i: number, written: ReturnType<typeof writtenBy>, day: Day): Standing => {
    const outcome = deals.outcome[i]!;
    const { amount: cents, close } = written(i);
    const state =
      outcome === WON
        ? 'won'
        : outcome === LOST
          ? 'lost'
          : outcome === OPEN && deals.ended[i]! >= day
            ? 'open'
            : 'absent';
    return {
      state,
      amount: Number.isNaN(cents) || !known ? (known ? 0 : 1) : cents,
      // Without a date nothing says that it is not to close in time; what has ended did.
      inside: state !== 'open' || !hasDates || !(close > until),
    };
  };
  function* pairs(): Generator<readonly [Standing, Standing]> {
    for (let i = 0; i < after.count; i++)
      yield [standing(before, i, then, from), standing(after, i, now, past.asOf)];
  }
  const movements = bridgeOf(pairs());
  return {
    ...movements,
    from: isoOf(from),
    to: isoOf(past.asOf),
    closesBy: hasDates ? isoOf(asDay(until)) : null,
    knowsThen: records !== undefined,
    balance: balanceOf(movements),
  };
}
