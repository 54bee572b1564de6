import type { Forecast } from './benchmarkForecast';

/** Origins as numbers of known values, both included: at origin o the first o values are known. */
export interface Origins {
  readonly first: number;
  readonly last: number;
}

/** The origins from which the value `horizon` later is known too. */
export const originsUpTo = (length: number, first: number, horizon: number): Origins => ({
  first,
  last: length - horizon,
});

/**
 * Errors (actual − forecast) of forecasts as they would have been made: at each origin from the values up to it, of the value
 * `horizon` later (R: `forecast::tsCV`). NaN where there was no forecast or the value is missing.
 */
export function rollingErrors(
  values: Float64Array,
  { first, last }: Origins,
  horizon: number,
  forecast: Forecast,
): Float64Array {
  return Float64Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const origin = first + i;
    return values[origin + horizon - 1]! - (forecast(values.subarray(0, origin), horizon) ?? NaN);
  });
}
