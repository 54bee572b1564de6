import { logLogLimits } from './logLogLimits';
import { criticalValue } from './normal';
import type { RiskTable } from './riskTable';
import { pointAt, positionAt, type PointEstimate } from './stepCurve';

/**
 * The estimated share that has not yet had any event, by time. It is 1 from time 0 until the first of `times` (S(0) = 1
 * unless something ended at time 0 itself), and takes position i's value from `times[i]` on.
 */
export interface KaplanMeierCurve {
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  /** Of any cause. */
  readonly events: Float64Array;
  readonly survival: Float64Array;
  /** Greenwood's standard error of `survival`; 0 while that is 1, NaN once it is 0. */
  readonly standardError: Float64Array;
  /** How many standard errors its log-log limits lie away (`survivalLimits`). */
  readonly reach: number;
}

/**
 * Kaplan–Meier's product-limit estimate over events of any cause, with Greenwood's variance and log-log limits
 * (R: `survfit(Surv(entry, time, status) ~ 1, conf.type = "log-log")`, survival 3.5). Linear in the number of times.
 *
 * With delayed entry the risk set may be small early on; if all of it ends there, the survival stays 0 whatever follows.
 */
export function kaplanMeier(risk: RiskTable, confidence: number): KaplanMeierCurve {
  const { times, atRisk } = risk;
  const column = (): Float64Array => new Float64Array(times.length);
  const curve: KaplanMeierCurve = {
    times,
    atRisk,
    events: column(),
    survival: column(),
    standardError: column(),
    reach: criticalValue(confidence),
  };
  let survival = 1;
  let greenwood = 0;
  for (let i = 0; i < times.length; i++) {
    const n = atRisk[i]!;
    let d = 0;
    for (let k = 0; k < risk.events.length; k++) d += risk.events[k]![i]!;
    survival *= 1 - d / n;
    greenwood += d / (n * (n - d));
    curve.events[i] = d;
    curve.survival[i] = survival;
    curve.standardError[i] = survival * Math.sqrt(greenwood);
  }
  return curve;
}

/** Log-log limits of the survival from `times[i]` on; NaN while it is 1 and once it is 0. */
export const survivalLimits = (curve: KaplanMeierCurve, i: number): readonly [number, number] =>
  logLogLimits(curve.survival[i]!, curve.standardError[i]!, curve.reach);

/** The share still without an event at time t; see `pointAt` for times before the first and after the last. */
export const survivalAt = (curve: KaplanMeierCurve, t: number): PointEstimate =>
  pointAt({ ...curve, values: curve.survival }, t, 1);

/** R's tolerance for "the curve lies exactly at the quantile": a product of fractions is hardly ever exact. */
const EXACT = Math.sqrt(Number.EPSILON);

/** First time at which the curve has come down to 1 − p, by R's convention for flat stretches; null when it never does. */
function crossing(times: Float64Array, valueAt: (i: number) => number, p: number): number | null {
  let i = 0;
  const advance = (slack: number): number | null => {
    while (i < times.length && !(1 - valueAt(i) >= p + slack)) i++;
    return times[i] ?? null;
  };
  const first = advance(-EXACT);
  if (first === null) return null;
  const beyond = advance(EXACT);
  if (beyond !== null) return (first + beyond) / 2;
  const flatAtEnd = Math.abs(1 - valueAt(times.length - 1) - p) < EXACT;
  return flatAtEnd ? (first + times.at(-1)!) / 2 : null;
}

export interface TimeEstimate {
  /** Null: fewer than that share have had an event by the end of observation. */
  readonly estimate: number | null;
  readonly low: number | null;
  /** Null: open upwards, "at least". */
  readonly high: number | null;
}

/**
 * The time by which a share p (0 < p < 1) has had an event; p = ½ is the median. Its limits are the times at which the
 * lower and upper limits of the curve come down to 1 − p (Brookmeyer and Crowley). Where the curve is flat exactly at
 * 1 − p the middle of the flat stretch is taken, up to the last time if it never ends (R: `quantile(survfit(…))`).
 */
export function quantileOf(curve: KaplanMeierCurve, p: number): TimeEstimate {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile's share lies between 0 and 1: ${p}.`);
  return {
    estimate: crossing(curve.times, (i) => curve.survival[i]!, p),
    low: crossing(curve.times, (i) => survivalLimits(curve, i)[0], p),
    high: crossing(curve.times, (i) => survivalLimits(curve, i)[1], p),
  };
}

/**
 * The mean time without an event during the first `tau` units of time: the area under the curve up to there, with its
 * standard error (R: `summary(fit, rmean = tau)`). Null when nobody was followed as long as `tau` while some had no
 * event yet: the area is then not known.
 */
export function restrictedMean(
  curve: KaplanMeierCurve,
  tau: number,
): { readonly estimate: number; readonly standardError: number } | null {
  const last = curve.times.length - 1;
  if (last < 0 || (tau > (curve.times[last] ?? NaN) && (curve.survival[last] ?? NaN) > 0)) return null;
  let area = 0;
  let variance = 0;
  let right = tau;
  for (let i = positionAt(curve.times, tau); i >= 0; i--) {
    const [time, n, d] = [curve.times[i] ?? NaN, curve.atRisk[i] ?? NaN, curve.events[i] ?? NaN];
    area += (curve.survival[i] ?? NaN) * (right - time);
    right = time;
    // Where all at risk have their event no area is left, and Greenwood's term, which would be infinite, adds nothing.
    if (n > d) variance += area * area * (d / (n * (n - d)));
  }
  return { estimate: area + right, standardError: Math.sqrt(variance) };
}
