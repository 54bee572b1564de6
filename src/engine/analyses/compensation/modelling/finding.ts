import type { PlanCost } from './cost';
import type { CostSpread } from './costDifference';
import type { ContestCost, ContestPlan } from './contestCost';
import type { Fairness } from './fairness';
import type { HealthFinding } from './health/finding';
import type { IncomeNeed, Selling } from './incomeGoal';
import type { ObjectiveSpend } from './objectives';
import type { PayMix } from './payMix';
import type { Cliff, CurvePoint } from './planCurve';
import type { TornadoBar } from './tornado';

/** What modelling finds of the plans of a book. Money in cents, attainment 1 for 100 %. */
export interface ModellingFinding {
  /** One for each plan, in their order; alternatives too. */
  readonly models: readonly PlanModel[];
  /** Of all plans in force together. */
  readonly cost: PlanCost & {
    /** Under a what-if so many times as much is sold as measured; 1 without one. */
    readonly timesSold: number;
    readonly runs: number;
    /** Share of the runs above the budget; null without one. */
    readonly overBudget: number | null;
    readonly budget: number | null;
  };
  readonly tornado: { readonly plan: string; readonly bars: readonly TornadoBar[] };
  /** Each alternative beside the plan that it is for. */
  readonly comparison: readonly PlanComparison[];
  /** What the first plan in force pays a typical person; see `models[].typical` for the others. */
  readonly curve: readonly { readonly attainment: number; readonly payout: number }[];
  /** Of all plans, in their order; problems of a plan first. */
  readonly health: readonly (HealthFinding & { readonly plan: string })[];
  readonly fairness: Fairness & { readonly payForPerformance: RankCorrelation | null };
  readonly quotas: QuotaFinding | null;
  /** What was asked for on the Inputs sheet or the command line, in that order. */
  readonly seeks: readonly BudgetSeek[];
  readonly contest: (ContestPlan & ContestCost) | null;
  readonly modelLimits: readonly ModellingLimit[];
}

export interface PlanModel {
  readonly plan: string;
  readonly inForce: boolean;
  readonly people: number;
  /** How attainment is spread, for each measure that is counted differently. */
  readonly spreads: readonly SpreadFinding[];
  readonly cost: PlanCost;
  /** Of the person with the middle target pay; null for a plan of nobody. */
  readonly typical: TypicalPay | null;
  readonly objectives: readonly ObjectiveSpend[];
}

export interface SpreadFinding {
  /** The components that share it. */
  readonly components: readonly string[];
  readonly source: 'history' | 'given' | 'assumed';
  /** Attainments of periods that are over. */
  readonly seen: number;
  /** Whether it is a lognormal, or these attainments themselves drawn again. */
  readonly kind: 'lognormal' | 'observed';
  readonly mean: number;
  readonly sigma: number | null;
  readonly zero: number;
  readonly atQuota: number;
  readonly together: number;
  readonly persistent: number;
}

export interface TypicalPay {
  readonly person: string;
  readonly components: readonly string[];
  readonly points: readonly CurvePoint[];
  readonly cliffs: readonly Cliff[];
  readonly mix: PayMix;
  readonly incomes: readonly IncomeNeed[];
  readonly selling: Selling;
}

export interface PlanComparison {
  readonly a: string;
  readonly b: string;
  readonly people: readonly { readonly person: string; readonly a: number; readonly b: number }[];
  readonly paid: { readonly a: number; readonly b: number };
  readonly winners: number;
  readonly losers: number;
  readonly same: number;
  readonly gained: number;
  readonly lost: number;
  /** Expected; year by year on the same draws B costs by `low` to `high` more than A in four years of five. */
  readonly expected: { readonly a: number; readonly b: number } & CostSpread;
  /** What of B differs, in words. */
  readonly changes: readonly string[];
}

/** The value of one number of a plan at which its expected cost meets a budget. Cents. */
export interface BudgetSeek {
  readonly plan: string;
  readonly parameter: string;
  readonly budget: number;
  readonly found: 'solution' | 'outOfReach' | 'notMonotone' | 'unknownParameter' | 'unknownPlan';
  /** Of a solution, or the nearest bound where no value does. */
  readonly value: number | null;
  /** Expected, at that value. */
  readonly cost: number | null;
  readonly says: string;
}

/** Spearman's ρ with its interval. */
export interface RankCorrelation {
  readonly n: number;
  readonly rho: number;
  readonly low: number;
  readonly high: number;
}

export interface QuotaFinding {
  readonly target: number | null;
  readonly overAssigned: number;
  readonly sigma: number;
  readonly quotas: number;
  readonly suggested: number;
  readonly overAssignment: number | null;
  readonly capacity: number;
  readonly people: readonly {
    readonly person: string;
    readonly quota: number | null;
    readonly expected: number;
    readonly suggested: number;
    readonly reaches: number | null;
    readonly reachesSuggested: number;
  }[];
}

/** What these data, or these models, cannot tell. */
export type ModellingLimit =
  | 'noAttainments'
  | 'quotasEnd'
  | 'fewAttainments'
  | 'dealByDeal'
  | 'recoverableDraw'
  | 'clawbackLeftOut'
  | 'measuresApart';
