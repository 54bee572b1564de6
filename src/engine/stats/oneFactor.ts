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
