import type { Facts, Piece } from '../facts';
import type { Component } from '../plan';
import { roundCents, roundParts } from '../rounding';
import { lumpOf, perBase } from '../units';

/**
 * A pot shared among a team (P11): a lump, or a rate on all that the team is credited with, rounded to cents and shared
 * by largest remainder, so that the shares add up to the pot. By credit who is credited with nothing gets nothing;
 * equally everyone in the team gets the same.
 */
export function payPool(component: Component, facts: Facts): readonly Piece[] {
  const { rate = 0, unit = 'ofAmount', shared = 'byCredit' } = component;
  const { group } = facts;
  if (!group) return [];
  const weights = group.credited.map((credited) => (shared === 'equally' ? 1 : Math.max(0, credited)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const team = group.credited.reduce((sum, credited) => sum + Math.max(0, credited), 0);
  const pot = roundCents(lumpOf(rate, unit, facts) + perBase(rate, unit, component, facts) * team);
  if (all === 0 || pot === 0) return [];
  const shares = roundParts(
    weights.map((weight) => (pot * weight) / all),
    pot,
  );
  return [
    {
      rule: 'pool',
      row: -1,
      base: pot,
      rate: weights[group.place]! / all,
      unit,
      amount: shares[group.place]!,
    },
  ];
}
