import { shareAtLeast } from '../attainment';
import { pieceAt } from '../payoutCurve';
import { healthFinding, type HealthCheck } from './finding';

/** A line that fewer reach pays too few to be aimed at. */
const REACHED_BY = 0.6;

/** Where pay begins, by component: below it nothing is earned at all. */
export const thresholdUnreachable: HealthCheck = ({ components }) =>
  components.flatMap(({ name, curve, model }) => {
    const first = pieceAt(curve, 0);
    if (curve.base[first] !== 0 || curve.slope[first] !== 0 || curve.from.length < 2) return [];
    const at = curve.from[first + 1]!;
    const reach = shareAtLeast(model, at);
    return reach < REACHED_BY ? [healthFinding('thresholdUnreachable', 'problem', name, { at, reach })] : [];
  });
