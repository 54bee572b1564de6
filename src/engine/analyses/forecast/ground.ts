import type { Day } from '../../core/day';
import type { Dataset } from '../../dataset/dataset';
import type { ForecastAssumptions } from './assumptions';
import { pastAsOf } from './model';
import { arrivalsOf } from './newDeals';
import { openDealsOf } from './openDeals';
import { monthsOf } from './periods';
import { ownerOddsOf, type OwnerOdds } from './personEffect';
import type { Ground } from './project';

export interface GroundOptions {
  /** Cents by row of opportunities, NaN where missing; or 1 each where no deal has an amount. */
  readonly amount: Float64Array;
  readonly unit: Ground['unit'];
  /** Of an earlier day, where working them out again would take too long. */
  readonly ownerOdds?: OwnerOdds | undefined;
  /** A day before the one that the dataset is read as of: in which stage a deal stands now says nothing of it. */
  readonly isPast?: boolean;
}

/**
 * What a data set tells as of its day, kept while the data set is: the forecast, the first quarter of the activity plan and
 * every scenario of both rest on it, and no lever changes it.
 */
const kept = new WeakMap<Dataset, { readonly key: string; readonly ground: Omit<Ground, 'periods'> }>();

/** All that a forecast made on a day rests on. */
export function groundOf(
  dataset: Dataset,
  asOf: Day,
  values: ForecastAssumptions,
  options: GroundOptions,
): Ground | undefined {
  const periods = monthsOf(asOf, values.months);
  const { lookBack, byPerson, atRisk } = values;
  const key = [asOf, lookBack, byPerson, atRisk].join();
  const before = options.isPast ? undefined : kept.get(dataset);
  const ground = before?.key === key ? before.ground : madeOn(dataset, asOf, values, options);
  if (ground && !options.isPast) kept.set(dataset, { key, ground });
  return ground && { ...ground, periods };
}

function madeOn(
  dataset: Dataset,
  asOf: Day,
  { lookBack, byPerson, atRisk }: ForecastAssumptions,
  { amount, unit, ownerOdds, isPast = false }: GroundOptions,
): Omit<Ground, 'periods'> | undefined {
  const past = pastAsOf(dataset, asOf, isPast);
  if (!past) return undefined;
  return {
    dataset,
    past,
    amount,
    unit,
    deals: openDealsOf(dataset, past, amount, isPast),
    arrivals: arrivalsOf(past, amount, lookBack),
    ownerOdds: byPerson
      ? (ownerOdds ?? ownerOddsOf(dataset.opportunities?.texts['owner'], past.deals, past.stays))
      : undefined,
    atRisk,
  };
}

/** Amounts, or one for each deal where no deal has any. */
export function amountsOf(dataset: Dataset): Pick<GroundOptions, 'amount' | 'unit'> {
  const amount = dataset.opportunities?.amount ?? new Float64Array(0);
  return amount.some((cents) => !Number.isNaN(cents))
    ? { amount, unit: 'amount' }
    : { amount: amount.map(() => 1), unit: 'deals' };
}
