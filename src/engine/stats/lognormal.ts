import { normalLowerTail, normalUpperTail } from './normal';

/**
 * A quantity that is never negative: nought with probability `zero`, else ln X ~ N(`mu`, `sigma`²). With `sigma` 0 every
 * X that is not nought is e^mu.
 */
export interface Lognormal {
  readonly zero: number;
  readonly mu: number;
  readonly sigma: number;
}

/** Φ(b) − Φ(a) for a ≤ b, from the tail in which both are small. */
const normalBetween = (a: number, b: number): number =>
  a > 0 ? normalUpperTail(a) - normalUpperTail(b) : normalLowerTail(b) - normalLowerTail(a);

/** Where x stands among the values that are not nought, in standard deviations of ln X. */
function standing({ mu, sigma }: Lognormal, x: number): number {
  if (!(x > 0)) return -Infinity;
  const above = Math.log(x) - mu;
  // At sigma 0 all the mass stands at e^mu, which belongs to the interval that begins there.
  return sigma > 0 ? above / sigma : above > 0 ? Infinity : -Infinity;
}

/**
 * E[X^power · 1(from ≤ X < to)] over the values that are not nought: e^{kμ+k²σ²/2} [Φ(z_to − kσ) − Φ(z_from − kσ)], where
 * z_x = (ln x − μ)/σ. Power 0 is a probability, 1 a part of the mean. The point at nought adds nothing but to power 0
 * from 0 on, where the caller knows what nought means. Source: Johnson, Kotz and Balakrishnan, Continuous Univariate
 * Distributions 1, 14.3; checked against scipy's quadrature in test/reference/comp_expected_cost.json.
 */
export function lognormalPart(x: Lognormal, from: number, to: number, power: 0 | 1 | 2): number {
  const shift = power * x.sigma;
  const moment = Math.exp(power * x.mu + shift ** 2 / 2);
  return (1 - x.zero) * moment * normalBetween(standing(x, from) - shift, standing(x, to) - shift);
}

export const lognormalMean = (x: Lognormal): number => lognormalPart(x, 0, Infinity, 1);

/** P(X ≥ x). */
export const lognormalAtLeast = (distribution: Lognormal, x: number): number =>
  x <= 0 ? 1 : lognormalPart(distribution, x, Infinity, 0);
