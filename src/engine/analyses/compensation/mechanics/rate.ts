import { filling, type Facts, type Piece } from '../facts';
import type { Component } from '../plan';
import { isLump, lumpOf, perBase } from '../units';

/**
 * One rate for all credit (P1). Without a rate it is target pay ÷ quota, so that exactly the target is paid at quota.
 * Negative credit earns nothing and takes nothing back: year-to-date logic and clawback do that.
 */
export function payRate(component: Component, facts: Facts): readonly Piece[] {
  const { rate = 1, unit = 'timesTarget' } = component;
  const base = Math.max(0, facts.credited);
  const common = { rule: 'rate', row: -1, rate, unit } as const;
  if (isLump(unit)) return base > 0 ? [{ ...common, base: null, amount: lumpOf(rate, unit, facts) }] : [];
  const each = perBase(rate, unit, component, facts);
  return [{ ...common, base, amount: each * base, parts: filling(facts.deals, 0, Infinity, each) }];
}
