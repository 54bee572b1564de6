import type { RandomSource } from '../core/random';
import { reallocationWithin, type Stratum } from './strata';
import { sum } from './sum';

export interface DriftAlarm {
  /** The evidence for a shift, period by period: the CUSUM of log-likelihood ratios. */
  readonly path: Float64Array;
  /** Above it a stable share comes in as few of its histories as `falseAlarms` says; null where nothing can be told. */
  readonly threshold: number | null;
  /** How often a stable share comes as high as the highest of `path`. */
  readonly p: number;
  /** The first period in which the path is above the threshold; null: no alarm. */
  readonly alarm: number | null;
  /** With an alarm, the period in which the path last left 0: the shift most likely began there. */
  readonly since: number | null;
}

/** An alarm in one of twenty is then expected to within a half of a percentage point. */
const HISTORIES = 1999;

/** What a success and a failure add to the log-likelihood ratio; nothing where all or none succeed. */
function evidenceOf(successes: number, trials: number, oddsRatio: number): readonly [number, number] {
  if (successes === 0 || successes === trials) return [0, 0];
  const p = successes / trials;
  const shifted = (oddsRatio * p) / (1 - p + oddsRatio * p);
  return [Math.log(shifted / p), Math.log((1 - shifted) / (1 - p))];
}

/**
 * The CUSUM of the log-likelihood ratio of "the odds of success are now `oddsRatio` times those of all periods together"
 * (below 1: a fall) against "they are those of all periods".
 */
export function likelihoodCusum(
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
  oddsRatio: number,
): Float64Array {
  const path = new Float64Array(trials.length);
  cusumWithin([{ successes, trials }], oddsRatio)([successes], path);
  return path;
}

/**
 * Watches x_i successes among n_i, period by period, for a lasting shift of the odds by the ratio. The threshold is that of
 * stable histories: the same successes dealt out at random over the same periods, so that it fits periods of any size.
 *
 * The share of all periods is the standard, so that a shift in the middle of them shows in both directions, before and after.
 *
 * @param oddsRatio the shift looked for, positive and not 1
 * @param falseAlarms the share of stable histories that may raise an alarm, between 0 and 1
 */
export const driftAlarm = (
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
  oddsRatio: number,
  falseAlarms: number,
  random: RandomSource,
): DriftAlarm => driftAlarmWithin([{ successes, trials }], oddsRatio, falseAlarms, random);

/**
 * The same where what is watched comes from strata with shares of their own, which shift by the same odds ratio. Stable
 * histories are those in which the successes of each stratum are dealt out again over its periods: neither a period that
 * holds more of a poor stratum than others, nor a season that is a stratum, is taken for a shift.
 */
export function driftAlarmWithin(
  strata: readonly Stratum[],
  oddsRatio: number,
  falseAlarms: number,
  random: RandomSource,
): DriftAlarm {
  if (!(oddsRatio > 0 && oddsRatio !== 1 && oddsRatio < Infinity))
    throw new RangeError(`An odds ratio of ${oddsRatio} is no shift.`);
  if (!(falseAlarms > 0 && falseAlarms < 1))
    throw new RangeError(`A share of false alarms lies between 0 and 1: ${falseAlarms}.`);
  const cusum = cusumWithin(strata, oddsRatio);
  const path = new Float64Array(strata[0]?.trials.length ?? 0);
  const peak = cusum(
    strata.map(({ successes }) => successes),
    path,
  );
  if (peak === 0) return { path, threshold: null, p: 1, alarm: null, since: null };

  const draw = reallocationWithin(strata, random);
  const peaks = Float64Array.from({ length: HISTORIES }, () => cusum(draw())).sort();
  const asHigh = peaks.filter((other) => other >= peak * SAME).length;
  /** So many may come as high as a peak that still is an alarm. */
  const allowed = Math.floor(falseAlarms * (HISTORIES + 1)) - 1;
  const threshold = peaks[HISTORIES - 1 - allowed] ?? null;
  const first = threshold === null ? -1 : path.findIndex((level) => level * SAME > threshold);
  return {
    path,
    threshold,
    p: (1 + asHigh) / (1 + HISTORIES),
    alarm: first < 0 ? null : first,
    since: first < 0 ? null : path.lastIndexOf(0, first) + 1,
  };
}

/** Sums of the same numbers in another order differ by rounding. */
const SAME = 1 - 1e-9;

/** A function from successes to the highest of the CUSUM, which it writes into `path` where one is given. */
function cusumWithin(strata: readonly Stratum[], oddsRatio: number) {
  const periods = strata[0]?.trials.length ?? 0;
  const evidence = strata.map(({ successes, trials }) => evidenceOf(sum(successes), sum(trials), oddsRatio));
  /** What the periods would say without any success; each success says so much more. */
  const ofFailures = Float64Array.from({ length: periods }, (_, i) =>
    strata.reduce((total, { trials }, s) => total + trials[i]! * evidence[s]![1], 0),
  );
  const more = Float64Array.from(evidence, ([ofSuccess, ofFailure]) => ofSuccess - ofFailure);
  return (successes: readonly ArrayLike<number>[], path?: Float64Array): number => {
    let [level, peak] = [0, 0];
    for (let i = 0; i < periods; i++) {
      let step = ofFailures[i]!;
      for (let s = 0; s < more.length; s++) step += successes[s]![i]! * more[s]!;
      level = Math.max(0, level + step);
      if (path) path[i] = level;
      if (level > peak) peak = level;
    }
    return peak;
  };
}
