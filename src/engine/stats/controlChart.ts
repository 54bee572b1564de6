import { sum } from './sum';

/**
 * How many standard errors each period's share lies from the share of all periods (a p-chart). 0 for a period of nobody,
 * and everywhere where all or none succeed.
 */
export function standardizedShares(successes: ArrayLike<number>, trials: ArrayLike<number>): Float64Array {
  const [x, n] = [sum(successes), sum(trials)];
  const p = x / n;
  return Float64Array.from(trials, (size, i) =>
    size > 0 && x > 0 && x < n ? (successes[i]! - size * p) / Math.sqrt(size * p * (1 - p)) : 0,
  );
}

/**
 * Page's cumulative sum of what goes beyond the slack, falling back to 0 rather than below it: small shifts add up, chance
 * does not. Upwards; for what falls give the values with their signs turned. A slack of ½ finds shifts of one standard error
 * soonest.
 */
export function cumulativeExcess(values: ArrayLike<number>, slack: number): Float64Array {
  let level = 0;
  return Float64Array.from(values, (value) => (level = Math.max(0, level + value - slack)));
}
