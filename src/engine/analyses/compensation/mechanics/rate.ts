import type { Facts, Piece } from '../facts';
import type { Component } from '../plan';
import { isLump, lumpOf, perBase } from '../units';

/**
 * One rate for all credit (P1). Without a rate it is target pay ÷ quota, so that exactly the target is paid at quota.
 * Negative credit earns nothing and takes nothing back: year-to-date logic and clawback do that.
 */
export function payRate(component: Component, facts: Facts): readonly Piece[] {
  const { rate = 1, unit = 'timesTarget' } = component;
  const base = Math.max(0, facts.credited);
  const each = perBase(rate, unit, component, facts);
  const amount = isLump(unit) ? (base > 0 ? lumpOf(rate, unit, facts) : 0) : each * base;
  return [
    {
      rule: 'rate',
      row: -1,
      base: isLump(unit) ? null : base,
      rate,
      unit,
      amount,
      ...(!isLump(unit) && { range: { lo: 0, hi: Infinity, perBase: each } }),
    },
  ];
}
