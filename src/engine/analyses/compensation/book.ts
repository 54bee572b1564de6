import type { Day } from '../../core/day';
import type { KeyColumn, Origin, TextColumn } from '../../dataset/dataset';

/** A payout period, both ends included. */
export interface Period {
  /** "2026-01", "2026 Q1", "2026". */
  readonly label: string;
  readonly start: Day;
  readonly end: Day;
  readonly months: number;
}

export interface Person {
  readonly name: string;
  readonly manager?: string;
  readonly role?: string;
  readonly team?: string;
  readonly region?: string;
  /** First and last day of work; absent: from before, or to after, every period. */
  readonly start?: Day;
  readonly end?: Day;
  /** Target variable pay and base pay of a year, in cents. */
  readonly target: number;
  readonly base: number;
  /** Own commission rate, a share of the credit: what a rate of “% of credit” without a number pays. */
  readonly commission?: number;
}

/** A quota of a person in hundredths: cents of money, hundredths of a unit. */
export interface PersonQuota {
  readonly person: number;
  readonly measure?: string;
  readonly start: Day;
  readonly end: Day;
  readonly amount: number;
}

/** An attainment typed by hand, in place of credits: a share of the quota, or what is credited itself (hundredths). */
export interface TypedAttainment {
  readonly person: number;
  readonly period: number;
  /** The component's name, or its quota's. Absent: every component. */
  readonly measure?: string;
  readonly attainment?: number;
  readonly credited?: number;
}

/** Credits as columns, one row a person's share of a deal. Money in integer cents; NaN where not known. */
export interface Credits {
  readonly count: number;
  readonly origin: Origin;
  /** Ids of the deals or orders. */
  readonly ids: KeyColumn;
  /** Row of the people; −1 for a person who is not among them. */
  readonly person: Int32Array;
  readonly day: Float64Array;
  /** The person's share of the deal: 1 is all of it. */
  readonly share: Float64Array;
  /** The parts credited to the person. The shares of a deal that is split among people add up to it. */
  readonly amount: Float64Array;
  readonly margin?: Float64Array;
  readonly units?: Float64Array;
  /** Of the whole deal. */
  readonly whole: Float64Array;
  readonly wholeMargin?: Float64Array;
  /** Contract term in months. */
  readonly term?: Float64Array;
  /** Serial of the cancellation; NaN for deals that stand. */
  readonly cancelled?: Float64Array;
  /** Commission paid so far on a deal, where a sheet says so. */
  readonly paid?: Float64Array;
  /** type, product, segment, region, currency … */
  readonly texts: Readonly<Record<string, TextColumn>>;
}

/** All that pay depends on beside the plan. */
export interface CompensationBook {
  /** In order, without gaps. */
  readonly periods: readonly Period[];
  readonly people: readonly Person[];
  readonly quotas: readonly PersonQuota[];
  readonly credits?: Credits;
  readonly typed: readonly TypedAttainment[];
  /** Month in which the plan year begins, 1 for January. */
  readonly yearStartMonth: number;
}
