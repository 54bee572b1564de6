import type { Credits } from './book';
import type { RuleId } from './payout';
import type { RateUnit } from './plan';

/** What one component is paid on, for one person over one span of time. */
export interface Facts {
  /** Cents, or units. */
  readonly credited: number;
  /** In the unit of `credited`; null where there is none. */
  readonly quota: number | null;
  /** Target pay of the span, in whole cents. */
  readonly target: number;
  /** Factor of a ramp on the rate; 1 without. */
  readonly rateFactor: number;
  /** The person's own commission rate, where one is known. */
  readonly ownRate?: number;
  /** Credits by day; empty where the attainment was typed by hand. */
  readonly deals: readonly Deal[];
  /** Of contests and pools: what everyone in it is credited with, and which of them this person is. */
  readonly group?: { readonly credited: readonly number[]; readonly place: number };
}

/** What a deal counts for in a component. */
export interface Deal {
  /** Row of the credits. */
  readonly credit: number;
  /** What it adds to `credited`. */
  readonly base: number;
}

export const attainmentOf = ({ credited, quota }: Facts): number | null =>
  quota === null ? null : credited / quota;

/** What gates, multipliers and scorecards look at. */
export interface Measures {
  /** The attainment of a component by its name; null for one without quota. */
  readonly attainment: (component: string) => number | null;
  /** Where the deals are; absent when all attainments are typed. */
  readonly credits?: Credits | undefined;
}

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
  /** Which deal earned which part; absent for what no deal earned. Asked only where the parts are wanted. */
  readonly parts?: () => readonly Part[];
}

export const sumOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { amount }) => sum + amount, 0);

/** Deals fill the credit from `lo` to `hi` one after the other, by day; each cent or unit of it earns `perBase`. */
export function filling(
  deals: readonly Deal[],
  lo: number,
  hi: number,
  perBase: number,
): () => readonly Part[] {
  return () => {
    const filled = (credit: number): number => Math.min(Math.max(credit, lo), hi);
    const found: Part[] = [];
    let before = 0;
    for (const { credit, base } of deals) {
      const inside = filled(before + base) - filled(before);
      before += base;
      if (inside !== 0) found.push({ credit, base: inside, amount: inside * perBase });
    }
    return found;
  };
}

/** What each deal earned in these pieces together, by credit. */
export function earnedByDeal(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  const earned = new Map<number, number>();
  for (const piece of pieces)
    for (const { credit, amount } of piece.parts?.() ?? [])
      earned.set(credit, (earned.get(credit) ?? 0) + amount);
  return earned;
}

/** The parts of an adjustment that changes what every deal earned by the same factor. */
export const scaled =
  (pieces: readonly Piece[], factor: number): (() => readonly Part[]) =>
  () =>
    [...earnedByDeal(pieces)].map(([credit, amount]) => ({ credit, base: amount, amount: amount * factor }));
