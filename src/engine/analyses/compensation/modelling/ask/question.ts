import type { NumberAssumption } from '../../../../core/assumption';
import type { Severity } from '../../../../core/issue';
import type { UncheckedValue } from '../../../../core/assumptionValues';
import type { Plan } from '../../plan';
import type { DealFacts } from '../dealFacts';
import type { PlanComparison } from '../finding';
import type { Cliff, CurvePoint } from '../planCurve';

/**
 * What a person asks of plans while shaping them; each is answered from the data of the last run, at once and without a
 * new run. Plain data both ways: questions and answers may be posted. Money in cents, attainment 1 for 100 %.
 */
export type PlanQuestion =
  /** What a plan pays and costs, and what is wrong with it; `changes` are those of a scenario, by parameter id. */
  | { readonly ask: 'try'; readonly plan: Plan; readonly changes: Readonly<Record<string, UncheckedValue>> }
  /** How far its cost may lie from the expected one. */
  | { readonly ask: 'risk'; readonly plan: Plan }
  | { readonly ask: 'compare'; readonly a: Plan; readonly b: Plan }
  | {
      readonly ask: 'seek';
      readonly plan: Plan;
      readonly parameter: string;
      readonly budget: number;
    }
  | { readonly ask: 'deal'; readonly plan: Plan; readonly deal: AskedDeal }
  /** Who is paid, and which deals are open. */
  | { readonly ask: 'book'; readonly plan: Plan };

export type QuestionOf<A extends PlanQuestion['ask']> = Extract<PlanQuestion, { readonly ask: A }>;

export interface AskedDeal {
  readonly person: string;
  /** ISO. */
  readonly day: string;
  readonly amount: number;
  readonly margin?: number;
  readonly units?: number;
  readonly term?: number;
  /** By field id: { type: 'New' }. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** A remark on the part of a plan that it is about. */
export interface PlanRemark {
  /** Positions among the components, and among the tiers or modifiers of that component, or the plan's modifiers; null for none. */
  readonly component: number | null;
  readonly tier: number | null;
  readonly modifier: number | null;
  /** The column of the plan's tables that it is about; null for the part as a whole. */
  readonly column: string | null;
  readonly severity: Severity;
  readonly message: string;
}

export interface TriedPlan {
  /** The plan with the changes; as it was where they are not possible. */
  readonly plan: Plan;
  readonly remarks: readonly PlanRemark[];
  readonly parameters: readonly NumberAssumption[];
  /** The changes in words. */
  readonly changes: readonly string[];
  /** Of the person with the middle target pay; null where nobody is paid by it, or it cannot be paid. */
  readonly curve: {
    readonly person: string;
    readonly target: number;
    readonly quota: number;
    readonly points: readonly CurvePoint[];
    readonly cliffs: readonly Cliff[];
  } | null;
  readonly cost: { readonly people: number; readonly expected: number; readonly target: number } | null;
}

export interface PlanRisk {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly ccos: number | null;
  readonly runs: number;
}

export interface SoughtBudget {
  readonly found: 'solution' | 'outOfReach' | 'notMonotone' | 'unknownParameter';
  /** "Sales, tier 2: rate: 10% → 12.4%" for a solution; else what to do. */
  readonly says: string;
  readonly cost: number | null;
  readonly value: number | null;
}

export interface EarnedByDeal {
  readonly earns: number;
  readonly rate: number | null;
  readonly before: number;
  readonly after: number;
  readonly othersEarn: number;
  readonly lines: readonly { readonly says: string; readonly amount: number }[];
}

/** A deal of the data that may close, with what a plan asks of it; null and '' where its sheet does not say. */
export interface OpenDeal {
  readonly id: string;
  readonly name: string;
  readonly person: string;
  readonly amount: number;
  /** ISO; '' where none is expected. */
  readonly closes: string;
  readonly margin: number | null;
  readonly units: number | null;
  readonly term: number | null;
  readonly texts: Readonly<Record<string, string>>;
}

export interface AskedBook {
  readonly people: readonly string[];
  readonly deals: readonly OpenDeal[];
  /** What the plan asks of a deal; its text fields with all values that there are. */
  readonly asks: DealFacts;
  /** First and last day that pay. */
  readonly from: string;
  readonly to: string;
}

/** The answer to each question. */
export interface PlanAnswers {
  readonly try: TriedPlan;
  readonly risk: PlanRisk;
  readonly compare: PlanComparison;
  readonly seek: SoughtBudget;
  readonly deal: EarnedByDeal;
  readonly book: AskedBook;
}
export type PlanAnswer = PlanAnswers[PlanQuestion['ask']];
