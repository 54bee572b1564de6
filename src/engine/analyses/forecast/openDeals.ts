import type { Dataset } from '../../dataset/dataset';
import { OPEN } from '../../dataset/dataset';
import type { TimedEvents } from '../../stats/simulateEvents';
import { UNKNOWN_DAY } from '../funnel/deals';
import type { Levers } from '../levers';
import type { Basis, Model, Past } from './model';
import type { Overrides } from './overrides';
import { writtenBy } from './records';
import { withOdds, type OwnerOdds } from './personEffect';

/** Deals open on the as-of day, as columns. One that is missing from later lists is not among them. */
export interface OpenDeals {
  readonly count: number;
  /** Row of opportunities. */
  readonly row: Int32Array;
  /** Position of the open stage; −1: not known. */
  readonly stage: Int16Array;
  /** Whole days in the stage, and since creation; −1 where not known. */
  readonly daysInStage: Int32Array;
  readonly daysSinceCreation: Int32Array;
  /** Cents; NaN where missing. */
  readonly amount: Float64Array;
  /** Serials as last written by then; NaN where not known. */
  readonly expectedClose: Float64Array;
  /** The CRM's probability; NaN where not known, or above 1. */
  readonly crm: Float64Array;
}

/** @param isPast the dataset is read as of a later day: amounts and dates are those written by the day of `past` */
export function openDealsOf(dataset: Dataset, past: Past, amount: Float64Array, isPast: boolean): OpenDeals {
  const opportunities = dataset.opportunities!;
  const { deals, stays, asOf } = past;
  const rows: number[] = [];
  for (let i = 0; i < deals.count; i++)
    if (deals.outcome[i] === OPEN && deals.ended[i]! >= asOf) rows.push(i);
  const row = Int32Array.from(rows);
  const written = isPast
    ? writtenBy(dataset, amount, asOf)
    : (i: number) => ({ amount: amount[i]!, close: opportunities.expectedClose[i]! });
  const crm = opportunities.numbers['probability'];
  return {
    count: row.length,
    row,
    stage: Int16Array.from(row, (i) => stays.standing[i]!),
    daysInStage: Int32Array.from(row, (i) =>
      stays.standing[i]! < 0 ? -1 : Math.max(0, asOf - stays.standingSince[i]!),
    ),
    daysSinceCreation: Int32Array.from(row, (i) =>
      deals.created[i] === UNKNOWN_DAY ? -1 : asOf - deals.created[i]!,
    ),
    amount: Float64Array.from(row, (i) => written(i).amount),
    expectedClose: Float64Array.from(row, (i) => written(i).close),
    crm: Float64Array.from(row, (i) => {
      const p = crm?.[i] ?? NaN;
      return p >= 0 && p <= 1 ? p : NaN;
    }),
  };
}

/** Chances of the open deals, as computed and as in force after overrides and levers. */
export interface DealChances {
  /** As computed, whatever was overridden: by the end of the last period, and at any time. */
  readonly computed: Float64Array;
  readonly ever: Float64Array;
  readonly basis: readonly Basis[];
  /** What is simulated: probabilities by period, amounts in force, nought for a deal left out. */
  readonly events: TimedEvents;
  /** By the end of the last period, in force. */
  readonly inForce: Float64Array;
}

export interface ChanceInputs {
  readonly model: Model;
  readonly deals: OpenDeals;
  readonly levers: Levers;
  readonly overrides: Overrides;
  /** By row of opportunities: odds of its owner; undefined: the owner's record does not count. */
  readonly ownerOdds: OwnerOdds | undefined;
  readonly idOf: (row: number) => string;
}

/** The deal's own stream of chance: the same in a scenario and its baseline, and whatever other deals there are. */
const streamOf = (id: string): string => `deal|${id}`;

export function dealChances({ model, deals, levers, overrides, ownerOdds, idOf }: ChanceInputs): DealChances {
  const { horizons, past, chance } = model;
  const periods = horizons.length;
  const computed = new Float64Array(deals.count);
  const ever = new Float64Array(deals.count);
  const inForce = new Float64Array(deals.count);
  const probability = new Float64Array(deals.count * periods);
  const amount = new Float64Array(deals.count);
  const basis: Basis[] = [];
  const allStages = model.spread.length - 1;
  const group = new Int32Array(deals.count);
  for (let i = 0; i < deals.count; i++) {
    const row = deals.row[i]!;
    const found = chance(deals.stage[i]!, deals.daysInStage[i]!, deals.daysSinceCreation[i]!);
    const byStage = found.basis === 'stage' || found.basis === 'stale';
    // An owner is compared among the deals that the chance itself is taken from.
    const ratio = ownerOdds?.(row, byStage ? deals.stage[i]! : -1) ?? 1;
    basis.push(found.basis);
    group[i] = byStage ? deals.stage[i]! : allStages;
    computed[i] = withOdds(found.within[periods - 1]!, ratio);
    ever[i] = withOdds(found.ever, ratio);
    const said = overrides.size > 0 ? overrides.get(idOf(row)) : undefined;
    amount[i] = (said?.amount ?? (Number.isNaN(deals.amount[i]!) ? 0 : deals.amount[i]!)) * levers.dealSize;
    if (said?.include === false) continue;
    const closes = said?.close === undefined ? undefined : said.close - past.asOf;
    // With a date only whether the deal is won is left to chance, at any time; when is said.
    const whole = said?.probability ?? (closes === undefined ? computed[i]! : ever[i]!);
    const scale = said?.probability !== undefined && computed[i]! > 0 ? whole / computed[i]! : 1;
    for (let m = 0; m < periods; m++)
      probability[i * periods + m] =
        closes !== undefined
          ? horizons[m]! >= closes
            ? whole
            : 0
          : said?.probability !== undefined && computed[i] === 0
            ? (whole * (m + 1)) / periods
            : Math.min(1, withOdds(found.within[m]!, ratio) * scale);
    inForce[i] = probability[(i + 1) * periods - 1]!;
  }
  return {
    computed,
    ever,
    basis,
    inForce,
    events: {
      count: deals.count,
      periods,
      probability,
      amount,
      group,
      key: (i) => streamOf(idOf(deals.row[i]!)),
    },
  };
}
