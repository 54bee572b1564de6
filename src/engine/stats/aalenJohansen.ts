import { logLogLimits } from './logLogLimits';
import { criticalValue } from './normal';
import type { RiskTable } from './riskTable';
import { pointAt, type PointEstimate } from './stepCurve';

/**
 * The estimated share that has had an event of one cause, by time, others being possible. It is 0 before the first of
 * `times`, and takes position i's value from `times[i]` on.
 */
export interface IncidenceCurve {
  readonly times: Float64Array;
  readonly incidence: Float64Array;
  readonly standardError: Float64Array;
  /** How many standard errors its log-log limits lie away (`incidenceLimits`). */
  readonly reach: number;
}

/**
 * Aalen–Johansen's cumulative incidence of a cause (1, 2, …): F(t) = Σ_{s ≤ t} S(s−)·d_s/n_s, where S is Kaplan–Meier's
 * survival over all causes. The incidences of all causes and S add up to 1. Taking one minus Kaplan–Meier with the
 * other causes as censored would promise more of each cause than can ever happen.
 *
 * The variance is that of the delta method with multinomial increments (Greenwood's type; Dinse and Larson 1986,
 * Marubini and Valsecchi 1995; R: `etm::trcov`). Without delayed entry it equals survival's infinitesimal jackknife.
 * Its double sum is carried along as F grows, so that all is linear in the number of times.
 */
export function aalenJohansen(risk: RiskTable, cause: number, confidence: number): IncidenceCurve {
  const { times, atRisk } = risk;
  const ofCause = risk.events[cause - 1];
  if (!ofCause) throw new RangeError(`There is no cause ${cause}.`);
  const column = (): Float64Array => new Float64Array(times.length);
  const curve: IncidenceCurve = {
    times,
    incidence: column(),
    standardError: column(),
    reach: criticalValue(confidence),
  };
  let survival = 1;
  let incidence = 0;
  // With D = F(t) − F(s), a = d/(n(n − d)) and c = S(s−)·d_k/n², the variance at t is the sum over s ≤ t of
  // D²·a − 2·D·c + S(s−)²·d_k(n − d_k)/n³. As F grows by a step, each D grows by that step, and so the sums follow.
  let [sumA, sumDA, sumDDA] = [0, 0, 0];
  let [sumC, sumDC] = [0, 0];
  let own = 0;
  for (let i = 0; i < times.length; i++) {
    const n = atRisk[i]!;
    const dk = ofCause[i]!;
    let d = 0;
    for (let k = 0; k < risk.events.length; k++) d += risk.events[k]![i]!;

    const step = (survival * dk) / n;
    sumDDA += step * (2 * sumDA + step * sumA);
    sumDA += step * sumA;
    sumDC += step * sumC;
    own += (survival * survival * dk * (n - dk)) / (n * n * n);
    sumC += step / n;
    // When all at risk have an event F never grows again, and the infinite term would be multiplied by D = 0.
    if (n > d) sumA += d / (n * (n - d));
    incidence += step;
    survival *= 1 - d / n;

    curve.incidence[i] = incidence;
    curve.standardError[i] = Math.sqrt(Math.max(0, sumDDA - 2 * sumDC + own));
  }
  return curve;
}

/** Log-log limits of the incidence from `times[i]` on; NaN while it is 0 and once it is 1. */
export const incidenceLimits = (curve: IncidenceCurve, i: number): readonly [number, number] =>
  logLogLimits(curve.incidence[i]!, curve.standardError[i]!, curve.reach);

/** The share with an event of the cause by time t; see `pointAt` for times before the first and after the last. */
export const incidenceAt = (curve: IncidenceCurve, t: number): PointEstimate =>
  pointAt({ ...curve, values: curve.incidence }, t, 0);
