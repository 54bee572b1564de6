/** The kinds of number that findings are made of. */

/** x of n with its interval at the confidence assumed; n = 0: estimate null, interval [0, 1]. */
export interface Rate {
  readonly x: number;
  readonly n: number;
  readonly estimate: number | null;
  readonly low: number;
  readonly high: number;
}

/** A rate weighted by amounts: x and n are cents, `deals` those with an amount, `effective` as many equal ones would tell as much. */
export interface WeightedRate extends Rate {
  readonly deals: number;
  readonly effective: number;
}

/** An estimate with its limits; null where the estimator leaves them undefined. */
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

/** Won, lost and open deals; `noDecision` are those of the lost that the customer decided nothing about. */
export interface OutcomeCounts {
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly noDecision: number;
}

/** Cents of the deals with an amount above 0. */
export interface OutcomeAmounts {
  readonly won: number;
  readonly lost: number;
  readonly open: number;
}

/** Do groups differ beyond chance? */
export interface GroupTest {
  readonly method: 'none' | 'fisher' | 'chiSquare' | 'permutation';
  /** Groups that were compared. */
  readonly groups: number;
  readonly statistic: number | null;
  readonly df: number;
  readonly p: number;
  /** p is below 1 − confidence. */
  readonly differ: boolean;
}
