import { filling, type Facts, type Piece } from '../facts';
import type { Component } from '../plan';
import { baseRateOf, isLump, lumpOf, perBase } from '../units';

/**
 * One rate for all credit (P1): the component's base rate.
 * Negative credit earns nothing and takes nothing back: year-to-date logic and clawback do that.
 */
export function payRate(component: Component, facts: Facts): readonly Piece[] {
  const { rate, unit } = baseRateOf(component, facts);
  const base = Math.max(0, facts.credited);
  const common = { rule: 'rate', row: -1, rate, unit } as const;
  if (isLump(unit)) return base > 0 ? [{ ...common, base: null, amount: lumpOf(rate, unit, facts) }] : [];
  const each = perBase(rate, unit, component, facts);
  return [{ ...common, base, amount: each * base, parts: filling(facts.deals, 0, Infinity, each) }];
}
