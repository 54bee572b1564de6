import { positionAt } from './stepCurve';
import type { RiskTable } from './riskTable';

/** What a risk table tells of the future of those still under observation at an age. */
export interface IncidenceByAge {
  /** Ascending. */
  readonly times: Float64Array;
  /** Under observation just before the time. */
  readonly atRisk: Float64Array;
  /** Aalen–Johansen's incidence of the cause, from the time on. */
  readonly incidence: Float64Array;
  /** Kaplan–Meier's share without any event, from the time on. */
  readonly survival: Float64Array;
}

/** Both curves of one cause (1, 2, …) without limits, for look-ups by age. */
export function incidenceByAge(risk: RiskTable, cause: number): IncidenceByAge {
  const ofCause = risk.events[cause - 1];
  if (!ofCause) throw new RangeError(`There is no cause ${cause}.`);
  const { times, atRisk } = risk;
  const incidence = new Float64Array(times.length);
  const survival = new Float64Array(times.length);
  let [f, s] = [0, 1];
  for (let i = 0; i < times.length; i++) {
    let d = 0;
    for (const events of risk.events) d += events[i]!;
    f += (s * ofCause[i]!) / atRisk[i]!;
    s *= 1 - d / atRisk[i]!;
    incidence[i] = f;
    // What is left after the last at risk had an event is rounding.
    survival[i] = d === atRisk[i]! ? 0 : s;
  }
  return { times, atRisk, incidence, survival };
}

/** The share with an event of the cause by age t; after the last time it stays as it is. */
export const incidenceUpTo = ({ times, incidence }: IncidenceByAge, t: number): number =>
  incidence[positionAt(times, t)] ?? 0;

/** How many were still under observation after age s: what a conditional share at s rests on. */
export function atRiskAfter({ times, atRisk }: IncidenceByAge, s: number): number {
  return atRisk[positionAt(times, s) + 1] ?? 0;
}

/**
 * P(event of the cause in (s, s + h] | no event by s) = [F(s + h) − F(s)] ÷ S(s). Those at age s were still without an
 * event at the end of day s; events of day s itself are past. Null when nobody was without an event at s.
 * Checked against R survival 3.5-3 in test/reference/world_A_pipeline.json.
 */
export function conditionalIncidence(curve: IncidenceByAge, s: number, h: number): number | null {
  const at = positionAt(curve.times, s);
  const surviving = at < 0 ? 1 : curve.survival[at]!;
  if (curve.times.length === 0 || surviving <= 0) return null;
  const share = (incidenceUpTo(curve, s + h) - incidenceUpTo(curve, s)) / surviving;
  return Math.min(1, Math.max(0, share));
}
