import { asDay, isoOf, monthIndexOf, monthStart, type Day } from '../../core/day';
import type { RandomSource } from '../../core/random';
import type { Dataset } from '../../dataset/dataset';
import { WON } from '../../dataset/dataset';
import { mase, relativeBias, wape } from '../../stats/forecastAccuracy';
import { crps, pinball } from '../../stats/probabilisticScores';
import { wilson } from '../../stats/wilson';
import type { Rate } from '../funnel/finding';
import { AS_IN_DATA } from '../levers';
import type { Deals } from '../funnel/deals';
import { groundOf, type GroundOptions } from './ground';
import type { OwnerOdds } from './personEffect';
import { correlationUsed } from './correlationUsed';
import type { ForecastAssumptions } from './assumptions';
import { project, simulate, type Ground } from './project';
import { bandOf, totalsOf } from './summarise';

/** A forecast of one past month, made with what was visible when it began, and what came. */
export interface PastForecast {
  readonly asOf: string;
  readonly period: string;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly mean: number;
  readonly actual: number;
}

export interface Backtest {
  readonly forecasts: readonly PastForecast[];
  /** Σ|actual − P50| ÷ Σ actual over the months; null when nothing came. */
  readonly wape: number | null;
  /**
   * The same deal by deal: each deal open when the month began, its expected amount against what it was won for. Near
   * 2(1 − p) where every probability p is right, as a deal is won or not.
   */
  readonly wapeOfDeals: number | null;
  /** Σ(actual − P50) ÷ Σ actual: above 0 more came than was forecast. */
  readonly bias: number | null;
  /** Mean absolute error ÷ that of "as last month", before the first forecast; below 1 is better. */
  readonly mase: number | null;
  /** Mean over months and the shares 10%, 50% and 90%. */
  readonly pinball: number | null;
  readonly crps: number | null;
  /** Months whose actual lay between P10 and P90: 80% should. */
  readonly coverage: Rate;
  /** How many times as wide bands are to be, when fewer or more months than chance allows lay inside; else null. */
  readonly recalibration: number | null;
}

const NOMINAL = 0.8;
const TAUS = [0.1, 0.5, 0.9] as const;
/** Draws of each past forecast: enough for three quantiles; fewer where there are very many deals, but so many. */
const DRAWS = 2000;
const FEWEST_DRAWS = 400;
/** Deals × draws of one past forecast beyond which fewer are drawn. */
const MOST_CHANCES = 1e7;
/** A forecast needs something to go by. */
const FEWEST_DECIDED = 30;
const FEWEST_WON = 5;
/** Owners’ records are those of the last quarter’s beginning: pooling them takes longer than all the rest. */
const OWNERS_EVERY = 3;
/** Months of the training series for the scale of MASE. */
const TRAINING = 24;

interface OriginResult extends PastForecast {
  readonly totals: Float64Array;
  readonly dealError: number;
  readonly dealActual: number;
}

/** Amounts, and deals as they are known now. */
export type KnownNow = Omit<GroundOptions, 'isPast'> & { readonly deals: Deals };

/** @param progress called before each origin with the share done */
export function backtest(
  dataset: Dataset,
  asOf: Day,
  values: ForecastAssumptions,
  options: KnownNow,
  random: RandomSource,
  progress: (share: number) => void,
): Backtest | null {
  const end = monthIndexOf(asDay(asOf + 1));
  const found: OriginResult[] = [];
  let ownerOdds: OwnerOdds | undefined;
  for (let k = values.backtestMonths; k > 0; k--) {
    progress(1 - k / values.backtestMonths);
    const origin = asDay(monthStart(end - k) - 1);
    const ground = groundOf(
      dataset,
      origin,
      { ...values, months: 1 },
      { ...options, ownerOdds, isPast: true },
    );
    ownerOdds = k % OWNERS_EVERY === 1 ? undefined : ground?.ownerOdds;
    const { won, lost } = ground?.past.outcomes ?? { won: 0, lost: 0 };
    if (!ground || won < FEWEST_WON || won + lost < FEWEST_DECIDED) continue;
    found.push(forecastOf(ground, values, random.stream(isoOf(origin)), wonIn(options, asOf)));
  }
  if (found.length === 0) return null;
  const first = end - found.length;
  const actual = found.map((f) => f.actual);
  const middle = found.map((f) => f.p50);
  const won = wonIn(options, asOf);
  const training = Array.from(
    { length: TRAINING },
    (_, i) => won(monthStart(first - TRAINING + i), monthStart(first - TRAINING + i + 1)).total,
  );
  // Months before the first win are before the data.
  const known = training.slice(
    Math.max(
      0,
      training.findIndex((total) => total > 0),
    ),
  );
  const inside = found.filter((f) => f.actual >= f.p10 && f.actual <= f.p90).length;
  const coverage: Rate = { x: inside, n: found.length, ...wilson(inside, found.length, values.confidence) };
  const mean = (of: (f: OriginResult) => number): number =>
    found.reduce((sum, f) => sum + of(f), 0) / found.length;
  const dealActual = found.reduce((sum, f) => sum + f.dealActual, 0);
  return {
    forecasts: found.map(({ totals: _, dealError: __, dealActual: ___, ...forecast }) => forecast),
    wape: wape(actual, middle),
    wapeOfDeals: dealActual > 0 ? found.reduce((sum, f) => sum + f.dealError, 0) / dealActual : null,
    bias: relativeBias(actual, middle),
    mase: mase(actual, middle, known, 1),
    pinball: mean(
      (f) =>
        TAUS.reduce((sum, tau, i) => sum + pinball([f.p10, f.p50, f.p90][i]!, tau, f.actual), 0) /
        TAUS.length,
    ),
    crps: mean((f) => crps(f.totals, f.actual)!),
    coverage,
    recalibration: recalibrationOf(found, coverage),
  };
}

/** Wins between two days of the data as they are known now. */
type WonIn = (
  from: Day,
  to: Day,
) => {
  readonly total: number;
  /** Cents by row of opportunities. */ readonly deals: ReadonlyMap<number, number>;
};

function wonIn({ deals, amount }: KnownNow, asOf: Day): WonIn {
  return (from, to) => {
    let total = 0;
    const won = new Map<number, number>();
    for (let i = 0; i < deals.count; i++) {
      if (deals.outcome[i] !== WON || deals.ended[i]! < from || deals.ended[i]! >= Math.min(to, asOf + 1))
        continue;
      const cents = Number.isNaN(amount[i]!) ? 0 : amount[i]!;
      won.set(i, cents);
      total += cents;
    }
    return { total, deals: won };
  };
}

const drawsOf = ({ deals }: Ground): number =>
  Math.min(DRAWS, Math.max(FEWEST_DRAWS, Math.floor(MOST_CHANCES / Math.max(1, deals.count))));

function forecastOf(
  ground: Ground,
  values: ForecastAssumptions,
  random: RandomSource,
  won: WonIn,
): OriginResult {
  const supposed = { levers: AS_IN_DATA, overrides: new Map(), withNew: values.withNew };
  const projection = project(ground, supposed);
  const { used } = correlationUsed(ground.past, values);
  const draws = simulate(ground, projection, AS_IN_DATA, { draws: drawsOf(ground), rho: used, random });
  const totals = totalsOf(draws, [0], 'amount', 'all');
  const period = ground.periods[0]!;
  const came = won(period.from, asDay(period.to + 1));
  let [dealError, dealActual] = [0, 0];
  ground.deals.row.forEach((row, i) => {
    const amount = Number.isNaN(ground.deals.amount[i]!) ? 0 : ground.deals.amount[i]!;
    const brought = came.deals.get(row) ?? 0;
    dealError += Math.abs(brought - amount * projection.chances.inForce[i]!);
    dealActual += Math.abs(brought);
  });
  return {
    asOf: isoOf(ground.past.asOf),
    period: period.name,
    ...bandOf(totals),
    actual: came.total,
    totals,
    dealError,
    dealActual,
  };
}

/**
 * Bands are left alone while 80% is a coverage that the months looked back on could have by chance. Otherwise they are made
 * so many times as wide that four in five of these months would have lain inside; at least half and at most four times.
 */
function recalibrationOf(found: readonly PastForecast[], coverage: Rate): number | null {
  if (coverage.low <= NOMINAL && NOMINAL <= coverage.high) return null;
  const needed = found
    .map(({ p10, p50, p90, actual }) => {
      const reach = actual >= p50 ? p90 - p50 : p50 - p10;
      return reach > 0 ? Math.abs(actual - p50) / reach : actual === p50 ? 0 : Infinity;
    })
    .sort((a, b) => a - b);
  return Math.min(4, Math.max(0.5, needed[Math.ceil(NOMINAL * needed.length) - 1]!));
}
