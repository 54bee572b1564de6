import type { Money } from '../../core/money';
import type { RateUnit } from './plan';

/** The rule that a slice comes from: a mechanic, by the name of its file. */
export type RuleId =
  | 'rate'
  | 'tiers'
  | 'curve'
  | 'scorecard'
  | 'contest'
  | 'pool'
  | 'threshold'
  | 'gate'
  | 'multiplier'
  | 'cap'
  | 'yearToDate'
  | 'draw'
  | 'clawback'
  | 'holdback';

/** A deal's part of a slice. The parts add up to the slice, but for what no deal earned (lumps, typed attainments). */
export interface DealPart {
  /** Row of the credits. */
  readonly credit: number;
  readonly base: number;
  readonly amount: Money;
}

/**
 * A part of a payout that explains itself: component → rule → slice → deal. `amount` = `base` × `rate` (in its unit) for
 * slices of a rate; an adjustment (gate, multiplier, cap, draw …) has the amount by which it changes the pay.
 */
export interface Slice {
  /** '' for a rule of the whole plan. */
  readonly component: string;
  readonly rule: RuleId;
  /** Position among the component's tiers, or among its modifiers of the rule's kind (those of the whole plan come last); −1 where the rule has no rows. */
  readonly row: number;
  /** What the rate was applied to (cents or units; for an adjustment the pay before it); null for a lump. */
  readonly base: number | null;
  readonly rate: number | null;
  readonly unit: RateUnit | null;
  readonly amount: Money;
  readonly deals: readonly DealPart[];
}

/** One component of one person and period. */
export interface ComponentPay {
  readonly component: string;
  /** Cents, or units. */
  readonly credited: number;
  readonly quota: number | null;
  /** credited ÷ quota; null without a quota. */
  readonly attainment: number | null;
  readonly target: Money;
  /** Of this period; 0 in periods in which the component is not yet due. */
  readonly pay: Money;
}

/** One person in one period: the slices add up to the payout, in whole cents. */
export interface PayoutLine {
  readonly person: number;
  readonly period: number;
  /** Of the first component that has a quota; null without one. */
  readonly quota: number | null;
  readonly credited: number;
  readonly attainment: number | null;
  readonly components: readonly ComponentPay[];
  readonly slices: readonly Slice[];
  readonly payout: Money;
  /** Earned by the components, before draw, clawback and holdback. */
  readonly earned: Money;
  /** Still owed of a recoverable draw, forgiven of it, and still held back, at the period's end. */
  readonly owed: Money;
  readonly forgiven: Money;
  readonly held: Money;
}

export interface Payout {
  readonly plan: string;
  /** By person, then period; people for whom the plan is not have none. */
  readonly lines: readonly PayoutLine[];
  readonly total: Money;
}
