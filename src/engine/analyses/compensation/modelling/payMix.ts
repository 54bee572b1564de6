import { attainmentQuantile, type AttainmentModel } from './attainment';
import { pieceAt, payoutAt } from './payoutCurve';
import type { PlanCurve } from './planCurve';

/** How a person's pay is made up (C4); cents. What cannot be divided is null. */
export interface PayMix {
  readonly base: number;
  readonly target: number;
  /** On-target earnings: base + target pay. */
  readonly ote: number;
  /** Base ÷ OTE; the rest is at risk. */
  readonly baseShare: number | null;
  readonly quota: number;
  readonly quotaToOte: number | null;
  /** Payout at the attainment that one in ten exceeds, ÷ target pay. */
  readonly upside: number | null;
  readonly attainmentP90: number;
  /** What a point just above 100 % pays ÷ what a point pays on average up to 100 %: 2 is twice the rate beyond the quota. */
  readonly leverage: number | null;
}

export function payMixOf({ curve, target, volume }: PlanCurve, base: number, model: AttainmentModel): PayMix {
  const ote = base + target;
  const attainmentP90 = attainmentQuantile(model, 0.9);
  const atQuota = payoutAt(curve, 1);
  const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  return {
    base,
    target,
    ote,
    baseShare: share(base, ote),
    quota: volume,
    quotaToOte: share(volume, ote),
    upside: share(payoutAt(curve, attainmentP90), target),
    attainmentP90,
    leverage: share(curve.slope[pieceAt(curve, 1)]!, atQuota),
  };
}
