import type { RandomSource } from '../core/random';
import { chiSquareStatistic, chiSquareTest, isSparse } from './chiSquareTest';
import { fisherExact } from './fisherExact';
import { manyGroupsTest } from './manyGroupsTest';
import { permutationTest } from './permutationTest';
import { sum } from './sum';

export interface SameSharesTest {
  /** `none`: nothing can differ, for there are fewer than two groups, no success or nothing else. */
  readonly method: 'none' | 'fisher' | 'chiSquare' | 'permutation';
  /** Pearson's χ²; null with `none` and `fisher`. */
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number;
}

/** A p-value of .05 is then known to within .004 (its 95 % limits). */
const DRAWS = 9999;
/** From so many groups on the moments of the permutation tell its p-value better than draws. */
const MANY_GROUPS = 50;

/**
 * Tests whether groups with x_i successes among n_i have the same share, by the method that holds for the table: Fisher's
 * exact test of two groups, χ² of more, and a permutation test of χ² where the table is sparse: by draws, or, of many
 * groups, by the exact moments of the permutation.
 */
export function sameShares(
  successes: readonly number[],
  trials: readonly number[],
  random: RandomSource,
): SameSharesTest {
  const { statistic, df, p } = chiSquareTest(successes, trials);
  if (statistic === null) return { method: 'none', statistic, df, p };
  if (df === 1) {
    const [i = 0, j = 0] = trials.flatMap((n, group) => (n > 0 ? [group] : []));
    const exact = fisherExact(successes[i]!, trials[i]!, successes[j]!, trials[j]!);
    return { method: 'fisher', statistic: null, df, p: exact };
  }
  if (!isSparse(successes, trials)) return { method: 'chiSquare', statistic, df, p };
  if (df >= MANY_GROUPS)
    return { method: 'permutation', statistic, df, p: manyGroupsTest(statistic, sum(successes), trials) };
  const chiSquare = (x: ArrayLike<number>): number => chiSquareStatistic(x, trials) ?? 0;
  return {
    method: 'permutation',
    statistic,
    df,
    p: permutationTest(successes, trials, chiSquare, random, DRAWS).p,
  };
}
