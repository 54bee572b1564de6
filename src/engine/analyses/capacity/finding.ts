import type { InForce } from '../inForce';

/** What the hiring plan finds. Documented for users in docs/json.md; conventions in docs/methods/capacity.md. Money in cents. */

export type CapacityLimit = 'noPeople' | 'rampAssumed' | 'noCapacityGoal';

export interface RampMonth {
  readonly month: number;
  /** From people's start dates: what they won in this month of work ÷ what ramped people won; never falling; null: not told by the data. */
  readonly learned: number | null;
  /** Person-months behind it. */
  readonly n: number;
  /** As a person gave it on the Inputs sheet. */
  readonly given: number | null;
  /** In force: given, else learned, else the straight line. */
  readonly share: number;
}

/** Somebody of the plan: here today, or a planned hire. */
export interface PlanSeat {
  readonly name: string;
  readonly kind: 'here' | 'hire';
  /** Whole months worked before the plan's first month; null: ramped, or the start is not known. Of a hire null too. */
  readonly before: number | null;
  /** Month of the plan in which a hire starts; null for those here. */
  readonly starts: number | null;
  /** Last month of the plan worked in full; null: stays. */
  readonly until: number | null;
}

export interface CapacityMonth {
  readonly month: string;
  readonly staff: number;
  readonly hires: number;
  readonly backfills: number;
  readonly leavers: number;
  readonly namedLeavers: number;
  readonly ramped: number;
  readonly capacity: number;
}

export interface CapacityFinding {
  readonly basis: {
    readonly asOf: string;
    readonly months: number;
    readonly from: string;
    readonly to: string;
    readonly lookBackMonths: number;
    readonly timeToFill: number;
    readonly backfill: boolean;
    /** A year, as set. */
    readonly attrition: number;
    readonly overAssignment: number;
    readonly rampMonths: number;
    readonly limits: readonly CapacityLimit[];
  };
  readonly goal: InForce<'quotas' | 'wonBefore' | 'none'>;
  /** Won by a ramped person in a month. */
  readonly productivity: InForce<'won'> & {
    readonly personMonths: number;
    /** Of new deals, so many times as many are won under the conversions that a what-if supposes; 1 without one. */
    readonly timesWon: number;
  };
  /** What the people sheet shows of the last so many months: leavers ÷ person-years. */
  readonly attritionSeen: {
    readonly leavers: number;
    readonly personYears: number;
    readonly rate: number | null;
  };
  readonly ramp: readonly RampMonth[];
  readonly seats: readonly PlanSeat[];
  readonly months: readonly CapacityMonth[];
  readonly total: number;
  /** Goal − total; null without a goal. */
  readonly gap: number | null;
  readonly solved: {
    readonly reached: boolean;
    readonly hires: readonly {
      readonly month: string;
      readonly recruitFrom: string;
      readonly adds: number;
    }[];
  } | null;
  /** What if the person who wins most were made a manager: what is lost over the plan, and what the others must win more to make up for it. */
  readonly promotion: {
    readonly name: string;
    /** Own pace, drawn towards the others' by what chance explains of the differences; and the plain mean. */
    readonly perMonth: number;
    readonly raw: number;
    /** Won by staying, and by the successor. */
    readonly stays: number;
    readonly successor: number;
    readonly othersMustGain: number | null;
  } | null;
}
