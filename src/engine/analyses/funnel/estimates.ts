import type { IncidenceCurve } from '../../stats/aalenJohansen';
import { aalenJohansen, incidenceAt, incidenceLimits } from '../../stats/aalenJohansen';
import { quantileOfDays } from '../../stats/quantile';
import type { RiskTable } from '../../stats/riskTable';
import { wilson } from '../../stats/wilson';
import type { CurvePoint, DaysQuantiles, Estimate, Rate } from './rates';

/** x of n with Wilson's interval. */
export const rateOf = (x: number, n: number, confidence: number): Rate => ({
  x,
  n,
  ...wilson(x, n, confidence),
});

/** x of n before the end is known: the counts, and nothing claimed about the rate. */
export const openRate = (x: number, n: number): Rate => ({ x, n, estimate: null, low: 0, high: 1 });

/** Plain type-7 quantiles of whole days; null where nobody is. */
export const plainQuantiles = (days: Int32Array): DaysQuantiles => ({
  q25: quantileOfDays(days, 0.25),
  median: quantileOfDays(days, 0.5),
  q75: quantileOfDays(days, 0.75),
});

/** True when somebody was followed for t days, or nobody was left to follow: beyond, a curve would only be prolonged. */
const isFollowedTo = (risk: RiskTable, t: number): boolean =>
  (risk.times.at(-1) ?? 0) >= t || risk.censored.at(-1) === 0;

/** The most points of a curve in a finding; more could not be told apart in a chart. */
const CURVE_POINTS = 120;

/** A sum of steps may end a rounding error above 1. */
const share = (value: number | null | undefined): number | null =>
  value === undefined || value === null || Number.isNaN(value) ? null : Math.min(1, value);

/** Every k-th point, and always the last; from the start, where nothing has happened yet. */
function thinned(curve: IncidenceCurve): CurvePoint[] {
  const count = curve.times.length;
  if (count === 0) return [];
  const points: CurvePoint[] = [{ day: 0, estimate: 0, low: null, high: null }];
  const stride = Math.ceil(count / (CURVE_POINTS - 2));
  for (let i = 0; i < count; i++)
    if (i % stride === stride - 1 || i === count - 1) {
      const [low, high] = incidenceLimits(curve, i);
      points.push({
        day: curve.times[i]!,
        estimate: share(curve.incidence[i]),
        low: share(low),
        high: share(high),
      });
    }
  return points;
}

/** A table of causes 1 moved on, 2 lost and 3 lost without a decision, with all losses as cause 2. */
export const allLosses = (risk: RiskTable): RiskTable => {
  const [on, lost, undecided] = risk.events;
  return { ...risk, events: [on!, lost!.map((n, i) => n + undecided![i]!)] };
};

const NOTHING: Estimate = { estimate: null, low: null, high: null };

/**
 * Those of whom it is known what they had come to by day t: all who were under observation by then but the ones censored
 * before. With delayed entry those who came under observation later tell nothing of it.
 */
function knownBy(risk: RiskTable, t: number): number {
  let n = risk.entries ? 0 : (risk.atRisk[0] ?? 0);
  risk.entries?.times.forEach((time, i) => {
    if (time < t) n += risk.entries!.counts[i]!;
  });
  for (let i = 0; i < risk.times.length && risk.times[i]! < t; i++) n -= risk.censored[i]!;
  return n;
}

/**
 * Aalen–Johansen's incidence of a cause: its value at `days`, null when nobody was followed so long while some were
 * still under way; and its curve. At an incidence of 0 or 1 the log-log interval has no width to offer; "none of three"
 * is no certainty, so Wilson's interval over those known by then stands in.
 */
export function incidenceOf(
  risk: RiskTable,
  cause: number,
  days: number,
  confidence: number,
): { readonly at: Estimate; readonly curve: CurvePoint[] } {
  const curve = aalenJohansen(risk, cause, confidence);
  return { at: isFollowedTo(risk, days) ? at() : NOTHING, curve: thinned(curve) };

  function at(): Estimate {
    const point = incidenceAt(curve, days);
    const estimate = share(point.estimate);
    if (estimate !== 0 && estimate !== 1) return { estimate, low: share(point.low), high: share(point.high) };
    const n = knownBy(risk, days);
    const { low, high } = wilson(estimate * n, n, confidence);
    return { estimate, low, high };
  }
}
