import { meanAttainment } from '../attainment';
import { healthFinding, type HealthCheck } from './finding';

const APART = 0.05;

/**
 * The expected cost beside the pay at target. Accelerators make it dearer than the mean attainment would: at a mean of
 * 100 % and σ = 0.5, tiers of 1, 1.5 and 2 cost 113 % of target. The budget is the expected cost, not the target pay.
 */
export const expectedCost: HealthCheck = ({ cost: { mean, target }, model }) => {
  if (!(target > 0)) return [];
  const ratio = mean / target;
  if (ratio > 1 + APART)
    return [
      healthFinding('costAboveTarget', 'watch', null, {
        cost: mean,
        target,
        ratio,
        atMean: meanAttainment(model),
      }),
    ];
  return ratio < 1 - APART
    ? [healthFinding('costBelowTarget', 'watch', null, { cost: mean, target, ratio })]
    : [];
};
