import type { Facts, Piece } from '../facts';
import type { Component } from '../plan';
import { lumpOf } from '../units';

/**
 * Prizes by rank among all people of the plan (P11), from the most credited down. Who is credited with nothing has no
 * rank. People who tie share the prizes of the ranks that they take together, so that a tie costs no more than no tie.
 */
export function payContest(component: Component, facts: Facts): readonly Piece[] {
  const { group } = facts;
  const own = group?.credited[group.place] ?? 0;
  if (!group || own <= 0) return [];
  const rank = 1 + group.credited.filter((credited) => credited > own).length;
  const ties = group.credited.filter((credited) => credited === own).length;
  const prizes = Array.from({ length: ties }, (_, i) => prizeOf(component, rank + i, facts));
  const amount = prizes.reduce((sum, prize) => sum + prize, 0) / ties;
  if (amount === 0) return [];
  const row = tierOfRank(component, rank);
  return [{ rule: 'contest', row, base: rank, rate: null, unit: 'fixed', amount }];
}

const tierOfRank = ({ tiers }: Component, rank: number): number =>
  tiers.findIndex(({ from, to = from }) => rank >= from && rank <= to);

function prizeOf(component: Component, rank: number, facts: Facts): number {
  const tier = component.tiers[tierOfRank(component, rank)];
  return tier ? lumpOf(tier.rate, tier.unit, facts) : 0;
}
