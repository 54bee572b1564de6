import { asDay, isoOf } from '../../core/day';
import type { RandomSource } from '../../core/random';
import { exactTotals, meanTotal, totalAt } from '../../stats/exactTotals';
import type { ForecastAssumptions } from './assumptions';
import type { Backtest } from './backtest';
import { largeDeals } from './concentration';
import type { CorrelationUsed } from './correlationUsed';
import { dealsOf } from './dealList';
import type { ForecastFinding, ForecastLimit, PeriodForecast, StageForecast } from './finding';
import type { Goals } from './goals';
import { CATEGORY_IDS } from './categories';
import type { Overrides } from './overrides';
import { expectedOfNew } from './newDeals';
import { quartersOf, type Period, type Quarter } from './periods';
import { bridgeBetween } from './pipelineOn';
import { bookedIn, type Draws, type Ground, type Projection } from './project';
import { coverageBy } from './segments';
import { slippageOf } from './slippage';
import { bandOf, partsOf, shareAtLeast, totalsOf, type Band } from './summarise';
import { weighted } from './weighted';

/** Open deals listed in a finding; the rest is counted. */
const MOST_LISTED = 1000;

export interface Results {
  readonly ground: Ground;
  readonly projection: Projection;
  readonly overrides: Overrides;
  /** Of the levers. */
  readonly dealSize: number;
  readonly values: ForecastAssumptions;
  /** Recalibrated, where past forecasts ask for it. */
  readonly draws: Draws;
  /** The same at other correlations. */
  readonly others: readonly { readonly rho: number; readonly draws: Draws }[];
  readonly correlation: CorrelationUsed;
  readonly goals: Goals;
  readonly backtest: Backtest | null;
  readonly random: RandomSource;
  readonly fewerDraws: boolean;
}

/** Draws and tables summed up. */
export function findingOf(results: Results): ForecastFinding {
  const { ground, projection, values, draws, goals, correlation, backtest, others } = results;
  const { past, deals, periods, arrivals, unit } = ground;
  const { chances, newDeals } = projection;
  const recalibration = backtest?.recalibration ?? null;
  const whole: Period = { name: 'total', from: periods[0]!.from, to: periods.at(-1)!.to };
  const every = periods.map((_, m) => m);
  // The first quarter may have begun before the forecast: what was won in it counts towards it.
  const quarterForecast = ({ months, ...quarter }: Quarter): PeriodForecast => {
    const before: Period = { ...quarter, to: asDay(periods[months[0]!]!.from - 1) };
    const { amount, wins } = bookedIn(ground, before.to < before.from ? [] : [before]);
    return periodForecast(draws, quarter, months, {
      goal: goals.quarter(quarter),
      earlier: { amount: amount[0] ?? 0, wins: wins[0] ?? 0 },
    });
  };
  const listed = dealsOf(results);
  const amounts = amountsInForce(results);
  const byAmount = (p: Float64Array) => weighted(amounts, p);
  const historical = Float64Array.from(deals.stage, (stage) => {
    const { won, decided } = past.stageRates[stage] ?? { won: 0, decided: 0 };
    return decided > 0 ? won / decided : NaN;
  });
  const coverage = coverageBy(ground, {
    by: values.coverageBy,
    goals,
    lookBack: values.lookBack,
    confidence: values.confidence,
  });
  const missing = deals.amount.filter((cents) => Number.isNaN(cents)).length;
  const limits: readonly ForecastLimit[] = [
    ...(deals.count === 0 ? (['noOpenDeals'] as const) : []),
    ...(ground.dataset.history ? [] : (['noStageHistory'] as const)),
    ...(unit === 'amount' ? [] : (['noAmounts'] as const)),
    ...(goals.total === null ? ([goals.source === 'none' ? 'noGoal' : 'goalOfSomeMonths'] as const) : []),
    ...(ground.dataset.records ? [] : (['noRecords'] as const)),
    ...(past.outcomes.won < 5 ? (['fewWins'] as const) : []),
    ...(backtest ? [] : (['noBacktest'] as const)),
    ...(results.fewerDraws ? (['fewerDraws'] as const) : []),
  ];
  return {
    basis: {
      asOf: isoOf(past.asOf),
      from: isoOf(whole.from),
      to: isoOf(whole.to),
      unit,
      openDeals: deals.count,
      openAmount: deals.amount.reduce((sum, cents) => sum + (Number.isNaN(cents) ? 0 : cents), 0),
      dealsWithoutAmount: missing,
      won: past.outcomes.won,
      lost: past.outcomes.lost,
      draws: draws.draws,
      correlation,
      recalibration,
      limits,
    },
    goalFrom: goals.source,
    periods: periods.map((period, m) =>
      periodForecast(draws, period, [m], { goal: goals.months[m] ?? null, earlier: NOTHING_EARLIER }),
    ),
    quarters: quartersOf(periods).map(quarterForecast),
    total: periodForecast(draws, whole, every, { goal: goals.total, earlier: NOTHING_EARLIER }),
    distribution: partsOf(totalsOf(draws, every, 'amount', 'all'), PARTS),
    exact: exactOf(results),
    sensitivity: [{ rho: correlation.used, draws }, ...others]
      .sort((a, b) => a.rho - b.rho)
      .map(({ rho, draws: drawn }) => {
        const totals = totalsOf(drawn, every, 'amount', 'all');
        return {
          correlation: rho,
          ...bandOf(totals),
          probabilityOfGoal: goals.total === null ? null : shareAtLeast(totals, goals.total),
        };
      }),
    newDeals: newDeals
      ? {
          perMonth: arrivals.counts.mean,
          months: arrivals.counts.periods,
          dispersion: arrivals.counts.dispersion,
          model: newDeals.size === Infinity ? 'poisson' : 'negativeBinomial',
          ...expectedOfNew(newDeals, arrivals, results, every),
        }
      : null,
    weighted: {
      configured: deals.crm.some((p) => !Number.isNaN(p)) ? byAmount(deals.crm) : null,
      historical: byAmount(historical),
      ageAware: byAmount(chances.ever),
      withinForecast: byAmount(chances.inForce),
    },
    stages: stagesOf(results, amounts, historical),
    categories: CATEGORY_IDS.map((category) => {
      const members = listed.filter((deal) => deal.category === category);
      return {
        category,
        deals: members.length,
        amount: members.reduce((sum, deal) => sum + (deal.amount ?? 0), 0),
        expected: members.reduce((sum, deal) => sum + deal.expected, 0),
        moved: members.filter((deal) => deal.category !== deal.computedCategory).length,
      };
    }),
    deals: listed.slice(0, MOST_LISTED),
    dealsNotListed: Math.max(0, listed.length - MOST_LISTED),
    concentration: largeDeals(draws, chances, results.random, values.concentrationFrom).map(
      ({ deal, share, won, without }) => ({
        id: ground.dataset.opportunities!.ids.text(deals.row[deal]!),
        amount: chances.events.amount[deal]!,
        share,
        won,
        without,
      }),
    ),
    soon: listed
      .filter(
        (deal) =>
          deal.expectedClose !== null && deal.expectedClose <= isoOf(asDay(past.asOf + values.soonDays)),
      )
      .sort((a, b) =>
        a.expectedClose! < b.expectedClose! ? -1 : a.expectedClose! > b.expectedClose! ? 1 : 0,
      )
      .slice(0, MOST_LISTED),
    slippage: slippageOf(ground, values.lookBack),
    coverageBy: coverage.label,
    coverage: coverage.segments,
    coverageTotal: coverage.total,
    bridge: bridgeBetween(ground, asDay(past.asOf - values.bridgeDays)),
    backtest,
  };
}

export interface PeriodOptions {
  readonly goal: number | null;
  /** Won in the period before the months of the forecast. */
  readonly earlier: { readonly amount: number; readonly wins: number };
}

const NOTHING_EARLIER = { amount: 0, wins: 0 };

function periodForecast(
  draws: Draws,
  { name, from, to }: Period,
  months: readonly number[],
  { goal, earlier }: PeriodOptions,
): PeriodForecast {
  const sum = (values: Float64Array): number => months.reduce((total, m) => total + values[m]!, 0);
  const band = (measure: 'amount' | 'wins', part: 'all' | 'open'): Float64Array => {
    const totals = totalsOf(draws, months, measure, part);
    if (part === 'all' && earlier[measure] !== 0)
      for (let d = 0; d < totals.length; d++) totals[d]! += earlier[measure];
    return totals;
  };
  const totals = band('amount', 'all');
  return {
    period: name,
    from: isoOf(from),
    to: isoOf(to),
    booked: earlier.amount + sum(draws.booked.amount),
    ...bandOf(totals),
    goal,
    probabilityOfGoal: goal === null ? null : shareAtLeast(totals, goal),
    open: bandOf(band('amount', 'open')),
    wins: {
      booked: earlier.wins + sum(draws.booked.wins),
      ...bandOf(band('wins', 'all')),
      open: bandOf(band('wins', 'open')),
    },
  };
}

/** Parts of the distribution. */
const PARTS = 100;

/** Amounts of the open deals under overrides and levers; NaN where none is known. */
function amountsInForce({
  ground: { dataset, deals },
  projection: { chances },
  overrides,
}: Results): Float64Array {
  const { ids } = dataset.opportunities!;
  return deals.amount.map((cents, i) =>
    Number.isNaN(cents) && overrides.get(ids.text(deals.row[i]!))?.amount === undefined
      ? NaN
      : chances.events.amount[i]!,
  );
}

/** Few open deals need no chance: every combination is added up. */
function exactOf({ projection: { chances, model }, correlation }: Results): Band | null {
  const { events, inForce } = chances;
  const possible = Array.from(inForce).flatMap((p, i) => (p > 0 ? [i] : []));
  if (possible.length === 0) return null;
  const exact = exactTotals({
    p: possible.map((i) => inForce[i]!),
    amount: possible.map((i) => events.amount[i]!),
    group: possible.map((i) => events.group[i]!),
    spread: model.spread,
    rho: correlation.used,
  });
  return exact
    ? { p10: totalAt(exact, 0.1), p50: totalAt(exact, 0.5), p90: totalAt(exact, 0.9), mean: meanTotal(exact) }
    : null;
}

/** The three weighted pipelines stage by stage; deals whose stage is not known stand last. */
function stagesOf(
  { ground, projection: { chances } }: Results,
  inForce: Float64Array,
  historical: Float64Array,
): readonly StageForecast[] {
  const { past, deals } = ground;
  return [...past.stays.stages, null].flatMap((name, position) => {
    const stage = name === null ? -1 : position;
    const members = Array.from(deals.stage).flatMap((at, i) => (at === stage ? [i] : []));
    if (members.length === 0 && name === null) return [];
    const amounts = members.map((i) => inForce[i]!);
    const total = (p: Float64Array): number | null =>
      weighted(
        amounts,
        members.map((i) => p[i]!),
      )?.total ?? null;
    return [
      {
        stage: name ?? 'Not known',
        deals: members.length,
        amount: amounts.reduce((sum, cents) => sum + (Number.isNaN(cents) ? 0 : cents), 0),
        ...(past.stageRates[stage] ?? {
          won: past.outcomes.won,
          decided: past.outcomes.won + past.outcomes.lost,
        }),
        configured: total(deals.crm),
        historical: total(historical),
        ageAware: total(chances.ever) ?? 0,
      },
    ];
  });
}
