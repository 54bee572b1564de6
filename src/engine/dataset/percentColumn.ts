/**
 * Shares of one from a column in which a person may have typed 60, 60% or 0.6: numbers are per cent where any of them is
 * larger than `most`, which no share of one would be. Changes `values` and gives them back.
 */
export function asShares(values: Float64Array, most: number): Float64Array {
  let largest = 0;
  for (const value of values) if (value > largest) largest = value;
  if (largest > most) for (let i = 0; i < values.length; i++) values[i] = values[i]! / 100;
  return values;
}
