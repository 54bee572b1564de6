import { pieceAt, payoutAt } from '../payoutCurve';
import { healthFinding, type HealthCheck } from './finding';

/** What lies beyond the quota pays nothing, or less than what lies below it. */
export const noUpside: HealthCheck = ({ curve: { curve }, mix: { leverage } }) => {
  const slope = curve.slope[pieceAt(curve, 1)]!;
  const rises = payoutAt(curve, 2) > payoutAt(curve, 1);
  if (payoutAt(curve, 1) > 0 && !rises) return [healthFinding('noUpside', 'problem', null, {})];
  return leverage !== null && slope > 0 && leverage < 0.95
    ? [healthFinding('slowsDown', 'watch', null, { leverage })]
    : [];
};
