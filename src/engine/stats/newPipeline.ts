import type { CountModel } from './countModel';

/** How many deals begin in each period ahead, and how they go on. */
export interface NewDeals {
  /** Expected number that begin in period j. */
  readonly rate: readonly number[];
  /** `wonIn[j][m]`: share of those that begin in period j and are won in period m ≥ j. */
  readonly wonIn: readonly (readonly number[])[];
  /** Size of the negative binomial of the counts; Infinity: Poisson. */
  readonly size: CountModel['size'];
}

/**
 * Shares won by period from the incidence of wins by age in periods, F(0), F(1), …: of those that begin at the start of
 * period j, F(m − j + 1) − F(m − j) are won in period m. After its last value F stays as it is.
 */
export function wonByPeriod(periods: number, incidence: ArrayLike<number>): readonly (readonly number[])[] {
  const at = (age: number): number => incidence[Math.min(age, incidence.length - 1)] ?? 0;
  return Array.from({ length: periods }, (_, j) =>
    Array.from({ length: periods }, (_, m) => (m < j ? 0 : at(m - j + 1) - at(m - j))),
  );
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Moments of wins and revenue of deals that do not exist yet. */
export interface NewDealMoments {
  readonly winsByPeriod: readonly number[];
  readonly wins: number;
  readonly winsVariance: number;
  readonly revenue: number;
  readonly revenueVariance: number;
}

/**
 * In closed form: a count that is Poisson or negative binomial stays so when each deal is kept with probability q
 * (thinning), so wins have mean Σ λⱼqⱼ and variance Σ λⱼqⱼ + λⱼ²qⱼ²/size; revenue is a compound sum of amounts with the
 * mean and standard deviation given. Checked in test/reference/new_pipeline.json.
 */
export function newDealMoments(
  { rate, wonIn, size }: NewDeals,
  meanAmount: number,
  sdAmount: number,
): NewDealMoments {
  const winsByPeriod = rate.map((_, m) => sum(rate.map((lambda, j) => lambda * (wonIn[j]![m] ?? 0))));
  const kept = rate.map((lambda, j) => lambda * sum(wonIn[j]!));
  const wins = sum(kept);
  const winsVariance = wins + sum(kept.map((mean) => (mean * mean) / size));
  return {
    winsByPeriod,
    wins,
    winsVariance,
    revenue: wins * meanAmount,
    revenueVariance: wins * sdAmount ** 2 + meanAmount ** 2 * winsVariance,
  };
}
