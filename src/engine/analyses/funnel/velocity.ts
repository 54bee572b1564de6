import { WON } from '../../dataset/dataset';
import { criticalValue } from '../../stats/normal';
import type { Deals } from './deals';
import { UNKNOWN_DAY } from './deals';
import type { Estimate, Rate } from './rates';

export type Lever = 'opportunities' | 'meanWon' | 'winRate' | 'cycleDays';

export interface VelocityFinding {
  /** Open on the as-of day. */
  readonly opportunities: number;
  /** Mean amount of the won deals, cents; null without one. */
  readonly meanWon: number | null;
  readonly winRate: number | null;
  /** Mean days from creation to win; null without one. */
  readonly cycleDays: number | null;
  /** Cents a day; limits by the delta method on the logarithm; null where one of the four is not known. */
  readonly perDay: Estimate;
  /** What one lever alone would do, each moved for the better by `change`. */
  readonly levers: readonly {
    readonly lever: Lever;
    readonly change: number;
    readonly perDay: number;
    /** perDay ÷ velocity − 1. */
    readonly gain: number;
  }[];
  /**
   * The same without the open opportunities that are older than the slowest win, of which none was ever won; null where there are none.
   */
  readonly notBeyond: { readonly opportunities: number; readonly perDay: number } | null;
}

/** Opportunities × mean amount × win rate ÷ days of the cycle. */
export const velocityOf = (
  opportunities: number,
  meanWon: number,
  winRate: number,
  cycleDays: number,
): number => (opportunities * meanWon * winRate) / cycleDays;

/** Sums over the won deals, for means, variances and the covariance. Mergeable: sums add up. */
export interface WonMoments {
  readonly amounts: { n: number; sum: number; squares: number };
  readonly days: { n: number; sum: number; squares: number };
  readonly both: { n: number; amounts: number; days: number; products: number };
}

export function wonMoments(deals: Deals, amount: Float64Array): WonMoments {
  const moments: WonMoments = {
    amounts: { n: 0, sum: 0, squares: 0 },
    days: { n: 0, sum: 0, squares: 0 },
    both: { n: 0, amounts: 0, days: 0, products: 0 },
  };
  const { amounts, days, both } = moments;
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] !== WON) continue;
    const cents = amount[i]!;
    const took = deals.created[i] === UNKNOWN_DAY ? -1 : deals.ended[i]! - deals.created[i]!;
    if (cents > 0) {
      amounts.n++;
      amounts.sum += cents;
      amounts.squares += cents * cents;
    }
    if (took >= 0) {
      days.n++;
      days.sum += took;
      days.squares += took * took;
    }
    if (cents > 0 && took >= 0) {
      both.n++;
      both.amounts += cents;
      both.days += took;
      both.products += cents * took;
    }
  }
  return moments;
}

/** The variance of a mean ÷ its square; undefined for fewer than two values. */
function relativeVariance({ n, sum, squares }: WonMoments['amounts']): number | undefined {
  if (n < 2) return undefined;
  const mean = sum / n;
  return Math.max(0, squares - n * mean * mean) / (n - 1) / n / (mean * mean);
}

function relativeCovariance({ n, amounts, days, products }: WonMoments['both']): number {
  if (n < 2) return 0;
  const [a, d] = [amounts / n, days / n];
  return (products - n * a * d) / (n - 1) / n / (a * d);
}

/**
 * Velocity and what each lever does to it. A cycle that is 10 % shorter brings 11.1 % more, because the day is divided by; the
 * others bring 10 %.
 *
 * The limits hold for the data of the past: var(log v) = (1 − p)/(np) of the win rate + the relative variances of the two
 * means − twice their covariance. The number of open opportunities is counted, not estimated.
 *
 * @param beyondAll of the open opportunities, those older than the slowest win
 */
export function velocityFinding(
  opportunities: number,
  beyondAll: number,
  winRate: Rate,
  moments: WonMoments,
  change: number,
  confidence: number,
): VelocityFinding {
  const { amounts, days, both } = moments;
  const meanWon = amounts.n > 0 ? amounts.sum / amounts.n : null;
  // Deals won on the day they were created took half a day, as everywhere.
  const cycleDays = days.n > 0 ? Math.max(0.5, days.sum / days.n) : null;
  const rate = winRate.estimate;
  const facts = { opportunities, meanWon, winRate: rate, cycleDays };
  if (meanWon === null || cycleDays === null || rate === null)
    return { ...facts, perDay: { estimate: null, low: null, high: null }, levers: [], notBeyond: null };
  const perDay = velocityOf(opportunities, meanWon, rate, cycleDays);
  const lever = (name: Lever, moved: number): VelocityFinding['levers'][number] => ({
    lever: name,
    change: name === 'cycleDays' ? -change : change,
    perDay: moved,
    gain: name === 'cycleDays' ? 1 / (1 - change) - 1 : change,
  });
  const [ofAmounts, ofDays] = [relativeVariance(amounts), relativeVariance(days)];
  const variance =
    ofAmounts === undefined || ofDays === undefined || rate === 0 || !(days.sum > 0)
      ? undefined
      : Math.max(0, (1 - rate) / (winRate.n * rate) + ofAmounts + ofDays - 2 * relativeCovariance(both));
  const reach = variance === undefined ? null : Math.exp(criticalValue(confidence) * Math.sqrt(variance));
  return {
    ...facts,
    perDay: {
      estimate: perDay,
      low: reach === null ? null : perDay / reach,
      high: reach === null ? null : perDay * reach,
    },
    levers: [
      lever('opportunities', velocityOf(opportunities * (1 + change), meanWon, rate, cycleDays)),
      lever('meanWon', velocityOf(opportunities, meanWon * (1 + change), rate, cycleDays)),
      lever('winRate', velocityOf(opportunities, meanWon, rate * (1 + change), cycleDays)),
      lever('cycleDays', velocityOf(opportunities, meanWon, rate, cycleDays * (1 - change))),
    ],
    notBeyond:
      beyondAll === 0
        ? null
        : {
            opportunities: opportunities - beyondAll,
            perDay: velocityOf(opportunities - beyondAll, meanWon, rate, cycleDays),
          },
  };
}
