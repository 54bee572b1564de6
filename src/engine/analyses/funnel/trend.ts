import { isoOf, monthIndexOf } from '../../core/day';
import type { RandomSource } from '../../core/random';
import { driftAlarmWithin } from '../../stats/driftAlarm';
import { expectedWithin, sameSharesWithin, type Stratum } from '../../stats/strata';
import { stratifiedTrendTest } from '../../stats/stratifiedTrend';
import { closingsByMonth } from './closings';
import type { Deals } from './deals';
import { rateOf } from './estimates';
import type { Rate } from './rates';

/** Deals decided in a calendar month. */
export interface TrendMonth {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  /** Won of those decided. */
  readonly winRate: Rate;
  /** What it would be if deals that close at the same age were won as often as in all months; null without dated deals. */
  readonly expected: number | null;
  /** Standard errors between the two; beyond 3 in either direction is out of control (a p-chart). */
  readonly deviation: number;
}

export interface Alarm {
  /** How often a stable rate comes with as much evidence of a shift, allowing for all that is asked of the months. */
  readonly p: number;
  /** The month in which the alarm was raised, and the one in which the shift most likely began; null without alarm. */
  readonly alarm: string | null;
  readonly since: string | null;
}

export interface TrendFinding {
  readonly months: readonly TrendMonth[];
  /** The three months of a quarter: the first, the second, the last. */
  readonly monthOfQuarter: {
    readonly rates: readonly Rate[];
    /** Allowing for all that is asked of the months, as the other two. */
    readonly p: number;
    /** The win rate swings with the quarter: months are then compared with the same months of other quarters. */
    readonly swings: boolean;
  };
  readonly slope: {
    /** Change of the win rate a month; null where there is nothing to see a trend in. */
    readonly perMonth: number | null;
    readonly p: number;
    readonly verdict: 'rising' | 'falling' | 'none' | 'tooFew';
  };
  /** A lasting shift, down and up; null where there are too few months. */
  readonly drift: { readonly oddsRatio: number; readonly down: Alarm | null; readonly up: Alarm | null };
}

/** A trend needs more than a few points, a shift some before and some after it. */
const FEWEST_FOR_TREND = 4;
const FEWEST_FOR_DRIFT = 6;
const MONTHS_OF_QUARTER = [0, 1, 2] as const;

/**
 * Do the months swing with the quarter, do they rise or fall, was there a shift (down or up)? Whoever asks three questions of the
 * same months is three times as likely to hear of something that is none. Each p is therefore multiplied by the number of
 * questions (Bonferroni): of stable pipelines 1 − confidence, at most, have any of these sentences.
 */
const QUESTIONS = 3;
const DIRECTIONS = 2;
const amongQuestions = (p: number, directions = 1): number => Math.min(1, p * QUESTIONS * directions);

/**
 * Are we losing more than before? Win rates by the month of the close, so that old months cannot change any more; their
 * slope, and a lasting shift. Two things would deceive a plain look at the months, and are allowed for:
 *
 * - Losses close faster than wins. In the first months of a pipeline, or after many new deals, mostly losses close. Deals are
 *   therefore compared with deals that closed at the same age.
 * - The quarter's end. If its last month is better than the others, data that begin with one seem to fall. Where the three
 *   months of a quarter differ, each is compared with the same month of other quarters.
 *
 * @param oddsRatio the shift looked for, above 1: the odds of a win so many times higher, or lower
 */
export function trendOf(
  deals: Deals,
  oddsRatio: number,
  confidence: number,
  random: RandomSource,
): TrendFinding | null {
  const { months, ages } = closingsByMonth(deals);
  if (months.length === 0) return null;
  const alpha = 1 - confidence;
  const thirds = months.map(({ from }) => monthIndexOf(from) % 3);
  const p = amongQuestions(sameSharesWithin(ages.map(byThird(thirds)), random.stream('month of quarter')));
  const swings = p < alpha;
  const strata = swings ? MONTHS_OF_QUARTER.flatMap((third) => ages.map(only(thirds, third))) : ages;
  const { expected, variance } = expectedWithin(ages);
  const trend = trendIn(strata);
  const slopeP = amongQuestions(trend.p);
  const filled = months.filter(({ decided }) => decided > 0).length;
  return {
    months: months.map(({ name, from, to, won, decided, dated, wonDated }, i) => ({
      period: name,
      from: isoOf(from),
      to: isoOf(to),
      winRate: rateOf(won, decided, confidence),
      expected: dated > 0 ? expected[i]! / dated : null,
      deviation: variance[i]! > 0 ? (wonDated - expected[i]!) / Math.sqrt(variance[i]!) : 0,
    })),
    monthOfQuarter: {
      rates: MONTHS_OF_QUARTER.map((third) => {
        const of = months.filter((_, i) => thirds[i] === third);
        const sum = (value: (month: (typeof months)[number]) => number): number =>
          of.reduce((total, month) => total + value(month), 0);
        return rateOf(
          sum(({ won }) => won),
          sum(({ decided }) => decided),
          confidence,
        );
      }),
      p,
      swings,
    },
    slope: {
      perMonth: trend.slope,
      p: slopeP,
      verdict:
        filled < FEWEST_FOR_TREND
          ? 'tooFew'
          : trend.slope === null || slopeP >= alpha
            ? 'none'
            : trend.slope > 0
              ? 'rising'
              : 'falling',
    },
    drift: {
      oddsRatio,
      down: filled < FEWEST_FOR_DRIFT ? null : alarmOf(1 / oddsRatio, 'down'),
      up: filled < FEWEST_FOR_DRIFT ? null : alarmOf(oddsRatio, 'up'),
    },
  };

  function alarmOf(ratio: number, direction: string): Alarm {
    const found = driftAlarmWithin(
      strata,
      ratio,
      alpha / (QUESTIONS * DIRECTIONS),
      random.stream(`drift ${direction}`),
    );
    const name = (at: number | null): string | null => (at === null ? null : (months[at]?.name ?? null));
    return { p: amongQuestions(found.p, DIRECTIONS), alarm: name(found.alarm), since: name(found.since) };
  }
}

/** Every stratum's months as groups of one test: one after the other, scored by the month. */
function trendIn(strata: readonly Stratum[]) {
  const all = <T>(of: (stratum: Stratum, s: number) => readonly T[]): readonly T[] => strata.flatMap(of);
  return stratifiedTrendTest(
    all(({ successes }) => Array.from(successes)),
    all(({ trials }) => Array.from(trials)),
    all(({ trials }) => Array.from(trials, (_, month) => month)),
    all(({ trials }, s) => Array.from(trials, () => s)),
  );
}

/** The months of a stratum that are of one third of the quarter; the others are empty. */
const only =
  (thirds: readonly number[], third: number) =>
  ({ successes, trials }: Stratum): Stratum => ({
    successes: Array.from(successes, (x, i) => (thirds[i] === third ? x : 0)),
    trials: Array.from(trials, (n, i) => (thirds[i] === third ? n : 0)),
  });

/** The three months of the quarter as groups. */
const byThird =
  (thirds: readonly number[]) =>
  ({ successes, trials }: Stratum): Stratum => {
    const sums = (values: ArrayLike<number>): readonly number[] =>
      MONTHS_OF_QUARTER.map((third) =>
        Array.from(values).reduce((sum, v, i) => (thirds[i] === third ? sum + v : sum), 0),
      );
    return { successes: sums(successes), trials: sums(trials) };
  };
