import {
  driftForecast,
  meanForecast,
  naiveForecast,
  seasonalNaiveForecast,
  type Forecast,
} from '../../stats/benchmarkForecast';
import type { Benchmark } from '../../stats/leadSkill';
import { originsUpTo, rollingErrors } from '../../stats/rollingOrigin';
import { tUpperQuantile, tUpperTail } from '../../stats/studentT';
import { sum } from '../../stats/sum';

/** What a series will be, from its own past alone. */
export interface BenchmarkForecast {
  readonly name: Benchmark;
  readonly estimate: number;
  /** Typical error, and the degrees of freedom that it is known with. */
  readonly error: number;
  readonly freedom: number;
}

/** Fewer past forecasts do not tell which benchmark is good. */
const LEAST_ORIGINS = 6;

/**
 * The benchmark that would have been best so far at this horizon, by its mean absolute error over rolling origins; with fewer than
 * six of them the mean of all. Null with fewer than two values. `past` has no gaps.
 */
export function benchmarkAhead(
  past: Float64Array,
  horizon: number,
  seasonLength: number,
): BenchmarkForecast | null {
  const n = past.length;
  if (n < 2) return null;
  const candidates: readonly { readonly name: Benchmark; readonly forecast: Forecast }[] = [
    { name: 'mean', forecast: meanForecast },
    { name: 'naive', forecast: naiveForecast },
    { name: 'seasonalNaive', forecast: seasonalNaiveForecast(seasonLength) },
    { name: 'drift', forecast: driftForecast },
  ];
  const origins = originsUpTo(n, Math.ceil(n / 2), horizon);
  const tried = candidates.flatMap(({ name, forecast }) => {
    const estimate = forecast(past, horizon);
    const errors = rollingErrors(past, origins, horizon, forecast);
    if (estimate === null || errors.length < LEAST_ORIGINS || errors.some(Number.isNaN)) return [];
    const freedom = errors.length;
    const error = Math.sqrt(sum(errors.map((e) => e * e)) / freedom);
    return [{ name, estimate, error, freedom, mae: sum(errors.map(Math.abs)) / freedom }];
  });
  const [best] = tried.sort((a, b) => a.mae - b.mae);
  if (best) return best;
  const mean = sum(past) / n;
  const variance = sum(past.map((value) => (value - mean) ** 2)) / (n - 1);
  return { name: 'mean', estimate: mean, error: Math.sqrt(variance * (1 + 1 / n)), freedom: n - 1 };
}

/** The interval that holds the value with this confidence, and the chance that it reaches the target. */
export function benchmarkInterval(
  { estimate, error, freedom }: BenchmarkForecast,
  confidence: number,
): { readonly low: number; readonly high: number } {
  const half = tUpperQuantile((1 - confidence) / 2, freedom) * error;
  return { low: estimate - half, high: estimate + half };
}

export const benchmarkChance = ({ estimate, error, freedom }: BenchmarkForecast, target: number): number =>
  error > 0 ? tUpperTail((target - estimate) / error, freedom) : target <= estimate ? 1 : 0;

/** What a benchmark is called where an estimate rests on it. */
export const BENCHMARK_NAMES: Readonly<Record<Benchmark, string>> = {
  mean: 'Mean of all',
  naive: 'As it was last',
  seasonalNaive: 'As a year before',
  drift: 'On along the trend',
};
