import type { RandomSource } from '../core/random';
import { reallocation } from './reallocation';
import { sum } from './sum';

export interface PermutationTest {
  /** (1 + draws at least as high) ÷ (1 + draws): never 0, for the observed table is one of those possible. */
  readonly p: number;
  readonly draws: number;
}

/** Draws within rounding of the observed are as high. */
const SAME = 1 - 1e-9;

/**
 * Tests whether groups with x_i successes among n_i have the same share without supposing a distribution: `statistic` (the
 * higher, the less alike; χ² or the peak of a CUSUM) of the observed successes against that of the same successes
 * dealt out at random over the same groups. With χ² it is R's `chisq.test(simulate.p.value = TRUE)`, which holds for tables
 * however sparse. The same random source gives the same p.
 */
export function permutationTest(
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
  statistic: (successes: ArrayLike<number>) => number,
  random: RandomSource,
  draws: number,
): PermutationTest {
  const observed = statistic(successes) * SAME;
  const draw = reallocation(sum(successes), trials, random);
  let asHigh = 0;
  for (let i = 0; i < draws; i++) if (statistic(draw()) >= observed) asHigh++;
  return { p: (1 + asHigh) / (1 + draws), draws };
}
