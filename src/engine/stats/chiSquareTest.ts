import { chiSquareUpperTail } from './chiSquareDistribution';
import { sum } from './sum';

export interface ChiSquareTest {
  /** Null where nothing can differ: fewer than two groups, no success or nothing else in all of them. */
  readonly statistic: number | null;
  readonly df: number;
  /** 1 where nothing can differ. */
  readonly p: number;
}

/**
 * Pearson's χ² test of whether groups with x_i successes among n_i have the same share, without continuity correction (R:
 * `chisq.test(cbind(x, n − x), correct = FALSE)`). Of two groups it is the square of the pooled z-test. Groups of nobody
 * say nothing and are left out.
 */
export function chiSquareTest(successes: ArrayLike<number>, trials: ArrayLike<number>): ChiSquareTest {
  const df = Math.max(0, count(trials, (n) => n > 0) - 1);
  const statistic = chiSquareStatistic(successes, trials);
  return { statistic, df, p: statistic === null ? 1 : chiSquareUpperTail(statistic, df) };
}

/** Σ (x_i − n_i·p)²/(n_i·p·(1 − p)) for the shared p; null where nothing can differ. */
export function chiSquareStatistic(successes: ArrayLike<number>, trials: ArrayLike<number>): number | null {
  const [x, n] = [sum(successes), sum(trials)];
  if (x === 0 || x === n || count(trials, (size) => size > 0) < 2) return null;
  const p = x / n;
  let statistic = 0;
  for (let i = 0; i < trials.length; i++) {
    const size = trials[i]!;
    if (size > 0) statistic += (successes[i]! - size * p) ** 2 / size;
  }
  return statistic / (p * (1 - p));
}

/**
 * Whether the table is too sparse for the distribution of χ²: more than a fifth of its expected counts lie below 5, or one
 * below 1 (Cochran 1954).
 */
export function isSparse(successes: ArrayLike<number>, trials: ArrayLike<number>): boolean {
  const p = sum(successes) / sum(trials);
  const expected = Array.from(trials)
    .filter((n) => n > 0)
    .flatMap((n) => [n * p, n * (1 - p)]);
  return expected.some((e) => e < 1) || expected.filter((e) => e < 5).length > expected.length / 5;
}

const count = (values: ArrayLike<number>, holds: (value: number) => boolean): number => {
  let found = 0;
  for (let i = 0; i < values.length; i++) if (holds(values[i]!)) found++;
  return found;
};
