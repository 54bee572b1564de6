import { sum } from './sum';

/** What a series will be `horizon` periods after its last value, from its past alone; null where there is too little of it. */
export type Forecast = (past: Float64Array, horizon: number) => number | null;

/** The mean of all that was. */
export const meanForecast: Forecast = (past) => (past.length === 0 ? null : sum(past) / past.length);

/** As it was last. */
export const naiveForecast: Forecast = (past) => past.at(-1) ?? null;

/** As it was in the same season of the year before; of the last year that is known. */
export const seasonalNaiveForecast =
  (season: number): Forecast =>
  (past, horizon) =>
    past.at(-season + ((horizon - 1) % season)) ?? null;

/** On along the line from the first value to the last. */
export const driftForecast: Forecast = (past, horizon) => {
  const n = past.length;
  return n < 2 ? null : past[n - 1]! + (horizon * (past[n - 1]! - past[0]!)) / (n - 1);
};
