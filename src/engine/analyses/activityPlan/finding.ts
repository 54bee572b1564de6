import type { Rate } from '../funnel/finding';
import type { InForce } from '../inForce';

/** What the activity plan finds. Documented for users in docs/json.md; conventions in docs/methods/activityPlan.md. */

export type PlanLimit = 'noGoal' | 'noDealSize' | 'noStageHistory' | 'noActivities' | 'fewDecided';

/** A step on the way to a win: of the deals that came as far as here, how many came further. */
export interface PlanStep {
  readonly name: string;
  /** Decided deals that came as far as here, and those of them that came further. */
  readonly rate: Rate;
  /** The rate that a what-if supposes in its place; null: as measured. */
  readonly supposed: number | null;
  /** Under the what-if, of the deals that come as far as here so many times as many are won as measured; 1 without one. */
  readonly timesWon: number;
  /** So many must come as far as here for one win, as measured: the median, and what suffices with the chosen probability. */
  readonly perWin: { readonly median: number; readonly sure: number };
  /** For the goal, under the what-if; null without a goal. */
  readonly needed: { readonly median: number; readonly sure: number } | null;
  /** Which rate here would reach the goal with today's volume, all else equal; null where none does, or without a goal. */
  readonly rateForGoal: number | null;
}

export interface PlannedActivity {
  readonly type: string;
  /** In the months in which new deals are counted. */
  readonly count: number;
  /** Per deal created in these months; null without new deals. */
  readonly perNewDeal: number | null;
  readonly neededPerPersonAndMonth: number | null;
  /** Over the months in which a person did anything: the median, and the upper quartile, a strong month. */
  readonly usual: number | null;
  readonly strong: number | null;
}

/** Cents. */
export interface FirstQuarter {
  readonly from: string;
  readonly to: string;
  /** What stands on day one: signed, recurring, and what today's open deals bring in these months on average. */
  readonly backlog: number;
  readonly recurring: number;
  readonly carried: number;
  /** Deals that do not exist yet, on average. */
  readonly fresh: number;
  /** Won at least, of open and new deals, with the probability that the goal shall be sure. */
  readonly wonAtLeast: number;
  /** Backlog + recurring + won at least: the goal that is reached with this probability. */
  readonly suggested: number;
  /** Of the quotas of these months, and how likely they are reached; null without quotas. */
  readonly quotas: number | null;
  readonly chanceOfQuotas: number | null;
  /** What of the quotas (without them, of the suggested goal) does not stand on day one. */
  readonly toCome: number;
  /** Of deals that begin in these months, the share won in them: far less than is won in the end where a deal takes long. */
  readonly wonWithin: number;
  /** So many must begin in these months for it, on average; null where the deal size is not known, or none is won so soon. */
  readonly newDealsForIt: number | null;
}

export interface ActivityPlanFinding {
  readonly basis: {
    readonly asOf: string;
    readonly months: number;
    readonly from: string;
    readonly to: string;
    readonly lookBackMonths: number;
    readonly lookBackFrom: string;
    readonly assurance: number;
    readonly confidence: number;
    readonly limits: readonly PlanLimit[];
  };
  /** In force, and what the data alone say. Cents. */
  readonly goal: InForce<'quotas' | 'wonBefore' | 'none'>;
  readonly dealSize: InForce<'wonDeals' | 'none'> & { readonly deals: number };
  readonly people: {
    readonly value: number;
    readonly fromData: number;
    readonly source: 'given' | 'people' | 'owners';
  };
  readonly winsNeeded: number | null;
  readonly steps: readonly PlanStep[];
  /** Deals created in so many whole months: those looked back on, as far back as the data go; and a month under the what-if. */
  readonly newDeals: { readonly count: number; readonly months: number; readonly perMonth: number };
  /** Wins of as many new deals as the goal's months bring, whenever they are won: those of these months in a steady state. */
  readonly winsExpected: number;
  /** So many times today's new deals would reach the goal at today's rates; null without a goal or without wins so far. */
  readonly volumeForGoal: number | null;
  readonly medianDaysToWin: number | null;
  /** The first three months of the plan: what stands on day one, and which goal is highly achievable; null where nothing can be forecast. */
  readonly firstQuarter: FirstQuarter | null;
  readonly activities: readonly PlannedActivity[];
  readonly income: {
    readonly goal: number;
    readonly base: number;
    readonly perDeal: number;
    readonly deals: number;
  } | null;
}
