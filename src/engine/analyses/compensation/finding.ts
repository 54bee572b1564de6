import type { ModellingFinding } from './modelling/finding';
import type { RuleId } from './payout';
import type { Plan, RateUnit } from './plan';

/** A deal's part of a slice: where the money comes from. */
export interface DealPartFinding {
  readonly id: string;
  readonly day: string;
  /** What the rate was applied to: cents, or units. */
  readonly base: number;
  readonly amount: number;
}

/** A part of a payout that explains itself; cents. See `Slice`. */
export interface SliceFinding {
  readonly component: string;
  readonly rule: RuleId;
  readonly row: number;
  readonly base: number | null;
  readonly rate: number | null;
  readonly unit: RateUnit | null;
  readonly amount: number;
  readonly deals: readonly DealPartFinding[];
}

/** How a quota came about, where a ramp or a proration changed it. */
export interface QuotaTerms {
  /** As set for the period; null where a fixed ramp stands in for none. */
  readonly set: number | null;
  /** By month of the period: position among the component's modifiers of kind `ramp`, null outside of the ramp. */
  readonly ramp: readonly (number | null)[];
  /** Days of work and days of the period; null where the plan does not prorate. */
  readonly active: number | null;
  readonly days: number;
}

/** One component of one person at the end of one period. Credit and quota are cents, or units. */
export interface ComponentFinding {
  readonly component: string;
  /** False in periods in which the component is not paid: its own period is longer. */
  readonly due: boolean;
  readonly credited: number;
  readonly quota: number | null;
  readonly attainment: number | null;
  readonly target: number;
  readonly pay: number;
  /** Absent where the quota is as set. */
  readonly quotaTerms?: QuotaTerms;
  /** The ramp's row for the rate, see `QuotaTerms.ramp`; absent outside of a ramp. */
  readonly rateRamp?: number;
  /** The person's own commission rate; absent where none is known. */
  readonly ownRate?: number;
}

/** One person in one period: the slices add up to the payout. Cents. */
export interface LineFinding {
  readonly person: string;
  readonly period: string;
  readonly quota: number | null;
  readonly credited: number;
  readonly attainment: number | null;
  readonly target: number;
  readonly components: readonly ComponentFinding[];
  readonly slices: readonly SliceFinding[];
  /** Counted from the start of the person, from 1: draws run by it. */
  readonly periodOfWork: number;
  readonly earned: number;
  readonly payout: number;
  readonly owed: number;
  readonly forgiven: number;
  readonly held: number;
}

export interface PlanFinding {
  readonly name: string;
  /** The plan that it is compared with and does not pay; null for a plan in force. */
  readonly alternativeTo: string | null;
  readonly document: Plan;
  readonly people: readonly LineFinding[];
  readonly totals: {
    readonly people: number;
    readonly target: number;
    /** Money credited to the first component that credits money; null where none does. */
    readonly credited: number | null;
    readonly payout: number;
  };
  /** Compensation cost of sales: payout ÷ credited; null without credited money. */
  readonly ccos: number | null;
}

export interface CompensationFinding extends ModellingFinding {
  readonly basis: {
    readonly asOf: string;
    readonly periods: readonly {
      readonly label: string;
      readonly start: string;
      readonly end: string;
      readonly months: number;
      /** False for the period of the as-of day when it is not over. */
      readonly over: boolean;
    }[];
    /** Month in which the plan year begins. */
    readonly yearStartMonth: number;
    readonly credits: 'opportunities' | 'bookings' | null;
    readonly people: number;
    /** Whether the plans were read from a sheet of the user's, or from Leadline's own tables (or the command line). */
    readonly plansFrom: 'sheet' | 'tables';
    /** True where the deals behind the slices are too many to be listed. */
    readonly dealsLeftOut: boolean;
  };
  readonly plans: readonly PlanFinding[];
}

/** What the payouts' own sheets show of a finding: the plans and whom they pay, without the models. */
export type PayFinding = Pick<CompensationFinding, 'basis' | 'plans'>;
