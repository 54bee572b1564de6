import { normalLowerTail, normalQuantile } from './normal';
import { normalNodes } from './normalNodes';

/**
 * Events that share one source of chance (Vasicek 1987, a Gaussian copula of one factor): event i happens iff
 * √ρ·Z + √(1−ρ)·eᵢ < Φ⁻¹(pᵢ), with Z common to all and eᵢ its own. Each keeps its probability pᵢ; with ρ > 0 good and
 * bad luck come together, so that sums spread more widely.
 */

/** P(event | Z = z), from its threshold Φ⁻¹(p). A high z makes every event less likely. */
export const probabilityGiven = (threshold: number, rho: number, z: number): number =>
  normalLowerTail((threshold - Math.sqrt(rho) * z) / Math.sqrt(1 - rho));

const NODES = normalNodes(201);

/** P(both events), by quadrature over the common factor. */
export function jointProbability(p1: number, p2: number, rho: number): number {
  if (rho === 0) return p1 * p2;
  const [t1, t2] = [normalQuantile(p1), normalQuantile(p2)];
  let sum = 0;
  NODES.z.forEach((z, i) => {
    sum += NODES.weight[i]! * probabilityGiven(t1, rho, z) * probabilityGiven(t2, rho, z);
  });
  return sum;
}

/** Events of one period with about the same probability. */
export interface EventClass {
  readonly count: number;
  readonly p: number;
}

/** The variance of how many of these events happen. */
export function countVariance(classes: readonly EventClass[], rho: number): number {
  const independent = classes.reduce((sum, { count, p }) => sum + count * p * (1 - p), 0);
  if (rho === 0) return independent;
  const thresholds = classes.map(({ p }) => normalQuantile(p));
  let [mean, square, own] = [0, 0, 0];
  NODES.z.forEach((z, i) => {
    let [expected, spread] = [0, 0];
    classes.forEach(({ count }, c) => {
      const p = probabilityGiven(thresholds[c]!, rho, z);
      expected += count * p;
      spread += count * p * (1 - p);
    });
    const weight = NODES.weight[i]!;
    mean += weight * expected;
    square += weight * expected * expected;
    own += weight * spread;
  });
  return own + Math.max(0, square - mean * mean);
}
