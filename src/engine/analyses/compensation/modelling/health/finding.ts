import type { AttainmentModel } from '../attainment';
import type { PlanCost } from '../cost';
import type { ModelledPlan } from '../costModel';
import type { ObjectiveSpend } from '../objectives';
import type { PayMix } from '../payMix';
import type { PlanCurve } from '../planCurve';
import type { PayoutCurve } from '../payoutCurve';

/** What each check says, fact by fact; the sentence stands in `wording.ts`. Shares are fractions, money is cents. */
export interface HealthFacts {
  /** A hair more of attainment pays a lump more. */
  cliff: { at: number; jump: number; before: number; near: number };
  /** More attainment pays less. */
  paysLessForMore: { at: number; drop: number };
  /** From here on nothing more is paid; this share of people is expected beyond. */
  capDemotivates: { at: number; beyond: number };
  thresholdUnreachable: { at: number; reach: number };
  /** Nothing is paid for what goes beyond the quota. */
  noUpside: Record<never, never>;
  /** A point beyond the quota pays less than one below it. */
  slowsDown: { leverage: number };
  tooManyMeasures: { measures: number; most: number };
  weightTooLight: { weight: number; least: number };
  weightsNotWhole: { sum: number };
  noObjective: { share: number };
  /** Expected cost against the pay at target: convexity costs. */
  costAboveTarget: { cost: number; target: number; ratio: number; atMean: number };
  costBelowTarget: { cost: number; target: number; ratio: number };
  quotaOutOfReach: { share: number; wanted: number };
  quotaTooEasy: { share: number; wanted: number };
  quotaToOteLow: { ratio: number; least: number };
}
export type HealthCheckId = keyof HealthFacts;

/** `problem`: mend it. `watch`: wanted by some plans, and to be looked at. */
export type HealthTone = 'problem' | 'watch';

export type HealthFinding = {
  [C in HealthCheckId]: {
    readonly check: C;
    readonly tone: HealthTone;
    /** Name of the component; null for the whole plan. */
    readonly component: string | null;
    readonly facts: HealthFacts[C];
  };
}[HealthCheckId];

export function healthFinding<C extends HealthCheckId>(
  check: C,
  tone: HealthTone,
  component: string | null,
  facts: HealthFacts[C],
): HealthFinding {
  // A mapped union cannot be inferred from a generic id; the parameter types above have checked the pair.
  return { check, tone, component, facts } as HealthFinding;
}

/** One component as the typical person has it, over all its pay days. */
export interface ComponentHealth {
  readonly name: string;
  readonly curve: PayoutCurve;
  readonly model: AttainmentModel;
}

/** What checks look at. */
export interface HealthContext {
  readonly modelled: ModelledPlan;
  readonly curve: PlanCurve;
  readonly components: readonly ComponentHealth[];
  /** Of the component that attainment is spoken of. */
  readonly model: AttainmentModel;
  readonly cost: PlanCost;
  readonly mix: PayMix;
  readonly spend: readonly ObjectiveSpend[];
}

export type HealthCheck = (context: HealthContext) => readonly HealthFinding[];
