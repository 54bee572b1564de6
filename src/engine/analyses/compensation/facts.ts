import type { RuleId } from './payout';
import type { RateUnit } from './plan';

/** What one component is paid on, for one person over one span of time. */
export interface Facts {
  /** Cents, or units. */
  readonly credited: number;
  /** In the unit of `credited`; null where there is none. */
  readonly quota: number | null;
  /** Target pay of the span, in cents. */
  readonly target: number;
  /** Factor of a ramp on the rate; 1 without. */
  readonly rateFactor: number;
  /** Credits by day; empty where the attainment was typed by hand. */
  readonly deals: readonly DealFact[];
}

/** What a deal counts for in a component. */
export interface DealFact {
  /** Row of the credits. */
  readonly credit: number;
  /** What it adds to `credited`. */
  readonly base: number;
  /** Properties that bands and multipliers may look at; NaN where not known. */
  readonly margin: number;
  readonly term: number;
  readonly discount: number;
  readonly amount: number;
}

export const attainmentOf = ({ credited, quota }: Facts): number | null =>
  quota === null ? null : credited / quota;

/** The attainment of a component by its name; null for one that has no quota. */
export type Measures = (component: string) => number | null;

/** A deal's part of a piece, not rounded. */
export interface Part {
  readonly credit: number;
  readonly base: number;
  readonly amount: number;
}

/** A slice before rounding: amounts in cents with fractions. */
export interface Piece {
  readonly rule: RuleId;
  readonly row: number;
  readonly base: number | null;
  readonly rate: number | null;
  readonly unit: RateUnit | null;
  readonly amount: number;
  /** Credit from `lo` to `hi` earns `perBase` each: tells which deal earned which part, in order of day. */
  readonly range?: { readonly lo: number; readonly hi: number; readonly perBase: number };
  /** Where the deals' parts are not told by a range. */
  readonly parts?: readonly Part[];
}

export const sumOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { amount }) => sum + amount, 0);
