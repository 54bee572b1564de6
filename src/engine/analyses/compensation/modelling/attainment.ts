import { normalQuantile } from '../../../stats/normal';
import { quantile } from '../../../stats/quantile';
import { lognormalAtLeast, lognormalMean, lognormalPart, type Lognormal } from '../../../stats/lognormal';
import { payoutAt, type PayoutCurve } from './payoutCurve';

/** How attainment (credited ÷ quota, 1 = 100 %) is spread over people and years: a fitted curve, or the values seen. */
export type AttainmentModel =
  | { readonly kind: 'lognormal'; readonly distribution: Lognormal }
  /** Every value equally likely; not empty. */
  | { readonly kind: 'observed'; readonly values: readonly number[] };

/** The same where everybody sells so many times as much. */
export const timesAttainment = (model: AttainmentModel, times: number): AttainmentModel =>
  times === 1
    ? model
    : model.kind === 'observed'
      ? { ...model, values: model.values.map((a) => a * times) }
      : {
          ...model,
          distribution: { ...model.distribution, mu: model.distribution.mu + Math.log(times) },
        };

const mean = (values: readonly number[], of: (value: number) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0) / values.length;

export const meanAttainment = (model: AttainmentModel): number =>
  model.kind === 'observed' ? mean(model.values, (a) => a) : lognormalMean(model.distribution);

/** P(attainment ≥ level). */
export const shareAtLeast = (model: AttainmentModel, level: number): number =>
  model.kind === 'observed'
    ? mean(model.values, (a) => (a >= level ? 1 : 0))
    : lognormalAtLeast(model.distribution, level);

/** The attainment that this share of people stay below. */
export function attainmentQuantile(model: AttainmentModel, p: number): number {
  if (model.kind === 'observed') return quantile(model.values, p)!;
  const { zero, mu, sigma } = model.distribution;
  return p <= zero ? 0 : Math.exp(mu + sigma * normalQuantile((p - zero) / (1 - zero)));
}

export interface ExpectedPayout {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Mean and standard deviation of the payout of one person, in closed form: a piece base + slope × a between two
 * boundaries pays base × P + slope × E[a; between] on average. For marginal tiers this is Σr_j(E min(a, u_j) − E min(a, l_j)),
 * for retroactive ones Σr_j·m[Φ(z_u − σ) − Φ(z_l − σ)]. Whole, not rounded to cents: rounding moves a mean by less than one.
 */
export function expectedPayout(curve: PayoutCurve, model: AttainmentModel): ExpectedPayout {
  if (model.kind === 'observed') {
    const average = mean(model.values, (a) => payoutAt(curve, a));
    return {
      mean: average,
      sd: Math.sqrt(mean(model.values, (a) => (payoutAt(curve, a) - average) ** 2)),
    };
  }
  const { distribution } = model;
  let [first, second] = [distribution.zero * payoutAt(curve, 0), distribution.zero * payoutAt(curve, 0) ** 2];
  curve.from.forEach((from, i) => {
    const [to, base, slope] = [curve.from[i + 1] ?? Infinity, curve.base[i]!, curve.slope[i]!];
    const part = (power: 0 | 1 | 2): number => lognormalPart(distribution, from, to, power);
    const [p, m] = [part(0), part(1)];
    first += base * p + slope * m;
    second += base * base * p + 2 * base * slope * m + (slope === 0 ? 0 : slope * slope * part(2));
  });
  return { mean: first, sd: Math.sqrt(Math.max(0, second - first * first)) };
}
