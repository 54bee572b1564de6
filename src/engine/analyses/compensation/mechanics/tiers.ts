import { filling, type Facts, type Piece } from '../facts';
import type { Component, Tier } from '../plan';
import { snapped } from '../rounding';
import { isLump, lumpOf, perBase } from '../units';

/** A bound of a band in the unit of `credited`; NaN when it is an attainment and there is no quota. */
export function boundOf(
  { bandsOf = 'attainment', basis }: Component,
  bound: number,
  { quota }: Facts,
): number {
  if (bandsOf === 'attainment') return quota === null ? NaN : snapped(bound * quota);
  return basis === 'units' || basis === 'deals' ? bound : bound * 100;
}

/** A tier with its band in the unit of `credited`. */
interface Band {
  readonly tier: Tier;
  readonly row: number;
  readonly lo: number;
  readonly hi: number;
}

/**
 * Where a deal crosses a bound and is not to be split there, the bound moves: down to where the deal begins, so that the
 * whole deal is in the upper tier, or up to where it ends.
 */
function movedBound(bound: number, { crossing = 'split' }: Component, { deals }: Facts): number {
  if (crossing === 'split' || bound <= 0 || bound === Infinity) return bound;
  let before = 0;
  for (const { base } of deals) {
    const after = before + base;
    if (before < bound && after > bound) return crossing === 'upper' ? before : after;
    before = after;
  }
  return bound;
}

function bandsOf(component: Component, facts: Facts): readonly Band[] {
  return component.tiers.map((tier, row) => {
    const bound = (b: number): number => movedBound(boundOf(component, b, facts), component, facts);
    return { tier, row, lo: bound(tier.from), hi: tier.to === undefined ? Infinity : bound(tier.to) };
  });
}

/** Whether credit has come as far as a band: at its lower bound, or beyond it where the bound belongs to the lower tier. */
export const reaches = (credited: number, lo: number, { boundary = 'upper' }: Component): boolean =>
  boundary === 'upper' ? credited >= lo : credited > lo;

/**
 * Bands, each with its rate (P2, P3). A `marginal` tier pays its rate on what lies in its band; a `whole` tier, once
 * reached, pays its rate on everything from zero, in place of the tiers below. A lump is paid once its band is reached;
 * a `whole` lump takes the place of the lumps below. Below zero nothing is paid.
 */
export function payTiers(component: Component, facts: Facts): readonly Piece[] {
  const { credited } = facts;
  if (credited < 0) return [];
  const reached = bandsOf(component, facts).filter(({ lo }) => reaches(credited, lo, component));
  const from = reached.map(({ tier }) => tier.how).lastIndexOf('whole');
  return reached.slice(Math.max(0, from)).map(({ tier, row, lo, hi }, i): Piece => {
    const { rate, unit } = tier;
    const common = { rule: 'tiers', row, rate, unit } as const;
    if (isLump(unit)) return { ...common, base: null, amount: lumpOf(rate, unit, facts) };
    const start = i === 0 && from >= 0 ? 0 : lo;
    const each = perBase(rate, unit, component, facts);
    const base = Math.max(0, Math.min(credited, hi) - start);
    return { ...common, base, amount: each * base, parts: filling(facts.deals, start, hi, each) };
  });
}
