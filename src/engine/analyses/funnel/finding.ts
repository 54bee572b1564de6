/** What the funnel analysis finds. Documented for users in docs/json.md; conventions in docs/methods/funnel.md. */

/** x of n with its interval at the confidence assumed; n = 0: estimate null, interval [0, 1]. */
export interface Rate {
  readonly x: number;
  readonly n: number;
  readonly estimate: number | null;
  readonly low: number;
  readonly high: number;
}

/** A point of an estimated curve; limits are null where the estimator leaves them undefined. */
export interface Estimate {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Quantiles in days; null where the curve does not come down so far ("at least …"). */
export interface DaysQuantiles {
  readonly q25: number | null;
  readonly median: number | null;
  readonly q75: number | null;
}

export interface CurvePoint extends Estimate {
  readonly day: number;
}

export interface StageFinding {
  readonly name: string;
  /** Deals whose path has an entry to this stage. */
  readonly entered: number;
  /** Deals that reached a later stage or Won without entering this one. */
  readonly passed: number;
  /** Of the entered: went on to a later stage or Won at least once. */
  readonly advanced: number;
  /** Of the entered: lost before ever going on from here. */
  readonly lost: number;
  /** Of the entered: neither yet, on the as-of day. */
  readonly open: number;
  /** Of the entered: moves back to an earlier stage from here, counted in deals. */
  readonly movedBack: number;
  /** Advanced ÷ (advanced + lost): of those decided. Biased when losses are quicker than wins; `incidence` is not. */
  readonly stepRate: Rate;
  /** Advanced ÷ entered, open deals counted as not advanced: a floor. */
  readonly ofEntered: Rate;
  /** (Entered + passed) ÷ the same of the first stage: "of all deals that started, how many came this far". */
  readonly reached: Rate;
  /** Aalen–Johansen at the horizon assumed. */
  readonly incidence: { readonly days: number; readonly advance: Estimate; readonly lost: Estimate };
  /** Kaplan–Meier time until any exit (first move on, or loss). */
  readonly dwellDays: DaysQuantiles & {
    readonly events: number;
    readonly n: number;
    readonly restrictedMean: number | null;
    /** When the median is null: the longest time anyone was followed, "at least X days". */
    readonly atLeast: number | null;
  };
  /** Of the advanced, and of the lost, days in the stage: plain type-7 quantiles. Those still open are not in them. */
  readonly advancedDays: DaysQuantiles;
  readonly lostDays: DaysQuantiles;
  /** Of the entered: counted above but without a usable duration (a date missing, or a close before the entry). */
  readonly undated: number;
  /** Won value share etc. come with the full funnel; here: summed amounts in cents of entered and advanced, null without amounts. */
  readonly value: { readonly entered: number; readonly advanced: number } | null;
  readonly curve: { readonly advance: readonly CurvePoint[]; readonly lost: readonly CurvePoint[] };
}

export interface CohortFinding {
  /** "2023-Q1". */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly created: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  /** Won within the horizon, of those created; mature only when every deal has been observed that long. */
  readonly horizonDays: number;
  readonly mature: boolean;
  readonly wonWithin: Rate;
}

/** The two ways to draw a funnel: strictly in order, or any stage touched. The last step is Won. */
export interface FunnelStep {
  readonly name: string;
  /** Deals that entered this stage after entering every stage before it, one after the other. */
  readonly inOrder: number;
  /** Deals that entered this stage, by whatever way. */
  readonly touched: number;
}

export interface BreakdownGroup {
  readonly name: string;
  readonly created: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly winRate: Rate;
}

export interface FunnelFinding {
  readonly basis: {
    readonly shape: 'events' | 'wide' | 'snapshots' | 'none';
    readonly opportunities: number;
    readonly firstCreated: string | null;
    readonly lastCreated: string | null;
    readonly asOf: string;
    readonly confidence: number;
    /** Of a stage: `stages[].incidence` is read so many days after entering it. */
    readonly horizonDays: number;
    /** Of a deal: `winIncidence`, `wonWithinHorizon` and the cohorts are read so many days after its creation. */
    readonly dealHorizonDays: number;
    /** Snapshots: the widest spacing in days; a date is uncertain by half of it. */
    readonly snapshotSpacingDays: number | null;
    /** What this data cannot tell, as wording keys of `report/wording.ts`. */
    readonly limits: readonly (
      'noStageHistory' | 'wideFirstEntriesOnly' | 'snapshotMidpoints' | 'noAmounts' | 'fewDeals'
    )[];
  };
  /** Empty when stage conversion cannot be known (shape "none"). */
  readonly stages: readonly StageFinding[];
  /** Empty like `stages`. */
  readonly funnels: readonly FunnelStep[];
  readonly outcomes: { readonly won: number; readonly lost: number; readonly open: number };
  /** Won ÷ (won + lost). */
  readonly winRate: Rate;
  /** Aalen–Johansen from creation. */
  readonly winIncidence: {
    readonly days: number;
    readonly won: Estimate;
    readonly lost: Estimate;
    readonly curve: { readonly won: readonly CurvePoint[]; readonly lost: readonly CurvePoint[] };
  };
  /** Of the deals created at least the horizon before the as-of day: won within the horizon. */
  readonly wonWithinHorizon: Rate;
  /** Of the won deals, created to won, type-7 quantiles. */
  readonly daysToWin: DaysQuantiles;
  /** By stage, the step rate that a what-if supposes in place of the measured one; null: as measured. */
  readonly supposed: readonly (number | null)[];
  readonly cohorts: readonly CohortFinding[];
  readonly breakdown: {
    readonly by: string;
    readonly label: string;
    readonly groups: readonly BreakdownGroup[];
  } | null;
}
