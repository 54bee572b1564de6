import {
  driftForecast,
  meanForecast,
  naiveForecast,
  seasonalNaiveForecast,
  type Forecast,
} from './benchmarkForecast';
import { fitLag } from './lagRegression';
import { originsUpTo, rollingErrors } from './rollingOrigin';
import { sum } from './sum';

const BENCHMARKS = ['mean', 'naive', 'seasonalNaive', 'drift'] as const;
export type Benchmark = (typeof BENCHMARKS)[number];

export interface LeadSkill {
  readonly origins: number;
  /** Mean absolute error of the forecasts from the indicator. */
  readonly mae: number;
  readonly benchmark: Benchmark;
  readonly benchmarkMae: number;
  /** 1 − mae ÷ benchmarkMae: above 0 the indicator foretells more than the result's own past does. */
  readonly skill: number;
}

/** A line needs so many pairs to be worth a forecast. */
const LEAST_PAIRS = 6;
/** Fewer forecasts are no record. */
export const LEAST_ORIGINS = 6;

/** y at the last known period plus the lag, from the line of all pairs known then. */
const fromIndicator =
  (x: Float64Array): Forecast =>
  (past, lag) => {
    const line = fitLag(x.subarray(0, past.length), past, lag);
    const now = x[past.length - 1]!;
    return line && !Number.isNaN(now) ? line.intercept + line.slope * now : null;
  };

const meanAbsolute = (errors: Float64Array): number => sum(errors.map(Math.abs)) / errors.length;

/** From half of the periods on, and from six pairs on. */
export const firstOrigin = (periods: number, lag: number): number =>
  Math.max(Math.ceil(periods / 2), lag + LEAST_PAIRS);

/**
 * How much better the result `lag` ≥ 1 periods ahead was foretold by the indicator than by the best of mean, naive, seasonal
 * naive and drift, each from what was known at the time: out of sample, over rolling origins. A benchmark counts that could have
 * been made at each of them. Null with fewer than six origins, or where the best benchmark was never wrong.
 *
 * The best of four benchmarks is chosen with hindsight, which is hard on the indicator and meant to be.
 */
export function leadSkill(
  x: Float64Array,
  y: Float64Array,
  lag: number,
  seasonLength: number,
  first = firstOrigin(y.length, lag),
): LeadSkill | null {
  const origins = originsUpTo(y.length, first, lag);
  const own = rollingErrors(y, origins, lag, fromIndicator(x));
  const made = [...own.keys()].filter((i) => !Number.isNaN(own[i]));
  if (made.length < LEAST_ORIGINS) return null;
  const errorsOf = (forecast: Forecast): Float64Array => {
    const errors = rollingErrors(y, origins, lag, forecast);
    return Float64Array.from(made, (i) => errors[i]!);
  };
  const benchmarks: Readonly<Record<Benchmark, Forecast>> = {
    mean: meanForecast,
    naive: naiveForecast,
    seasonalNaive: seasonalNaiveForecast(seasonLength),
    drift: driftForecast,
  };
  const best = BENCHMARKS.map((name) => ({ name, mae: meanAbsolute(errorsOf(benchmarks[name])) }))
    .filter(({ mae }) => !Number.isNaN(mae))
    .reduce((a, b) => (b.mae < a.mae ? b : a));
  if (!(best.mae > 0)) return null;
  const mae = meanAbsolute(Float64Array.from(made, (i) => own[i]!));
  return {
    origins: made.length,
    mae,
    benchmark: best.name,
    benchmarkMae: best.mae,
    skill: 1 - mae / best.mae,
  };
}
