import type { RandomSource } from '../core/random';
import { reallocation } from './reallocation';
import { sum } from './sum';

/** x_i successes among n_i in each of several groups (or periods); every stratum has all of them in the same order. */
export interface Stratum {
  readonly successes: ArrayLike<number>;
  readonly trials: ArrayLike<number>;
}

/**
 * Deals the successes of each stratum out again over its groups, whatever happened between strata: what the groups would look
 * like if within a stratum they had the same share. Each call fills and returns the same arrays.
 */
export function reallocationWithin(
  strata: readonly Stratum[],
  random: RandomSource,
): () => readonly Float64Array[] {
  const draws = strata.map(({ successes, trials }) => reallocation(sum(successes), trials, random));
  return () => draws.map((draw) => draw());
}

/** By group, the successes to be expected of the strata's shares, and their binomial variance. */
export function expectedWithin(strata: readonly Stratum[]): {
  readonly expected: Float64Array;
  readonly variance: Float64Array;
} {
  const groups = strata[0]?.trials.length ?? 0;
  const [expected, variance] = [new Float64Array(groups), new Float64Array(groups)];
  for (const { successes, trials } of strata) {
    const n = sum(trials);
    const p = n > 0 ? sum(successes) / n : 0;
    for (let i = 0; i < groups; i++) {
      expected[i]! += trials[i]! * p;
      variance[i]! += trials[i]! * p * (1 - p);
    }
  }
  return { expected, variance };
}

const DRAWS = 1999;
/** Sums of the same numbers in another order differ by rounding. */
const SAME = 1 - 1e-9;

/**
 * Tests whether groups have the same share within strata, by permutation: Σ (observed − expected)² ÷ variance of the groups
 * against that of the successes dealt out again within each stratum. With one stratum it is the permutation test of χ².
 */
export function sameSharesWithin(strata: readonly Stratum[], random: RandomSource): number {
  const { expected, variance } = expectedWithin(strata);
  const statistic = (successes: readonly ArrayLike<number>[]): number => {
    let total = 0;
    for (let i = 0; i < expected.length; i++) {
      if (!(variance[i]! > 0)) continue;
      let observed = 0;
      for (const ofStratum of successes) observed += ofStratum[i]!;
      total += (observed - expected[i]!) ** 2 / variance[i]!;
    }
    return total;
  };
  const observed = statistic(strata.map(({ successes }) => successes)) * SAME;
  if (!(observed > 0)) return 1;
  const draw = reallocationWithin(strata, random);
  let asHigh = 0;
  for (let i = 0; i < DRAWS; i++) if (statistic(draw()) >= observed) asHigh++;
  return (1 + asHigh) / (1 + DRAWS);
}
