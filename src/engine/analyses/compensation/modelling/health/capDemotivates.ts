import { shareAtLeast } from '../attainment';
import { healthFinding, type HealthCheck } from './finding';

/** Share of people beyond a cap from which on it is felt in a team. */
const FELT = 0.02;

/** Pay that ends where people are expected, by a cap or a last point: beyond it a deal is worth as much next period, or elsewhere. */
export const capDemotivates: HealthCheck = ({ curve: { curve }, model }) => {
  let from = curve.from.length - 1;
  if (curve.slope[from] !== 0 || curve.from[from]! <= 1) return [];
  while (from > 0 && curve.slope[from - 1] === 0) from--;
  const at = curve.from[from]!;
  const beyond = shareAtLeast(model, at);
  return at > 1 && beyond >= FELT ? [healthFinding('capDemotivates', 'watch', null, { at, beyond })] : [];
};
