import type { Deal, Facts, Measures, Piece } from '../facts';
import type { Component } from '../plan';
import { lumpOf, perBase } from '../units';
import { propertyOf } from './perDeal';

/**
 * A deal paid by the band that its margin or its contract term is in (P9, P10): the whole deal at the rate of its band. A
 * margin of a third is in the band from 30 % to 36 %; a deal whose margin or term is not known is in none.
 */
export function payDealBand(
  component: Component,
  alone: Facts,
  deal: Deal,
  { credits }: Measures,
): readonly Piece[] {
  const { bandsOf = 'term', tiers, marginOn } = component;
  const value = propertyOf(credits, deal.credit, bandsOf, marginOn);
  const row = tiers.findIndex(({ from, to = Infinity }) => value >= from && value < to);
  const tier = tiers[row];
  if (!tier || deal.base <= 0) return [];
  const { rate, unit } = tier;
  const amount = lumpOf(rate, unit, alone) + perBase(rate, unit, component, alone) * deal.base;
  return [{ rule: 'tiers', row, base: deal.base, rate, unit, amount }];
}
