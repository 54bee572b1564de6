import type { CurvePoint, DaysQuantiles, Estimate, Rate, WeightedRate } from './rates';

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
  /** Of the lost: the customer decided nothing. */
  readonly noDecision: number;
  /** Of the entered: neither yet, on the as-of day. */
  readonly open: number;
  /** Of the entered: moves back to an earlier stage from here, counted in deals. */
  readonly movedBack: number;
  /** Advanced ÷ (advanced + lost): of those decided. Biased when losses are quicker than wins; `incidence` is not. */
  readonly stepRate: Rate;
  /** The same weighted by amounts: of the money decided here, how much went on. Null without amounts. */
  readonly valueStepRate: WeightedRate | null;
  /** Advanced ÷ entered, open deals counted as not advanced: a floor. */
  readonly ofEntered: Rate;
  /** (Entered + passed) ÷ the same of the first stage: "of all deals that started, how many came this far". */
  readonly reached: Rate;
  /** Aalen–Johansen at the horizon assumed. `lost` holds those without a decision too; `noDecision` is null where none is. */
  readonly incidence: {
    readonly days: number;
    readonly advance: Estimate;
    readonly lost: Estimate;
    readonly noDecision: Estimate | null;
  };
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
  /** Cents of the deals with an amount above 0; null without amounts. */
  readonly value: {
    readonly entered: number;
    readonly advanced: number;
    readonly lost: number;
    readonly open: number;
  } | null;
  readonly curve: { readonly advance: readonly CurvePoint[]; readonly lost: readonly CurvePoint[] };
}

/** The two ways to draw a funnel: strictly in order, or any stage touched. The last step is Won. */
export interface FunnelStep {
  readonly name: string;
  /** Deals that entered this stage after entering every stage before it, one after the other. */
  readonly inOrder: number;
  /** Deals that entered this stage, by whatever way. */
  readonly touched: number;
}
