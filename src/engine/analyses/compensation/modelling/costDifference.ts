import { quantile } from '../../../stats/quantile';

/** How far a cost lies from another, the same year under both: four years in five by `low` to `high`. Cents. */
export interface CostSpread {
  readonly low: number;
  readonly high: number;
}

/**
 * P10 and P90 of the difference year by year, of the years that both have. Both costs are drawn from the same source with
 * the same chances (`drawAlike`), so a good year is a good one under both: the interval holds what the change does, and is
 * exactly 0 to 0 where nothing changed. Quantiles of two costs apart would be as wide as the years themselves.
 */
export function costDifference(before: Float64Array, after: Float64Array): CostSpread {
  const years = Math.min(before.length, after.length);
  const differences = Float64Array.from({ length: years }, (_, year) => after[year]! - before[year]!);
  return { low: quantile(differences, 0.1) ?? 0, high: quantile(differences, 0.9) ?? 0 };
}
