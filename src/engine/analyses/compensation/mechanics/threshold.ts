import type { Facts, Piece } from '../facts';
import { modifiersOf, type Component } from '../plan';
import { snapped } from '../rounding';
import { boundOf } from './tiers';

/**
 * Nothing below the threshold (P4). `hard`: at it, everything is paid as without it. `linear`: pay begins at zero there
 * and meets the plan again at 100 % of quota; credit c between threshold t and quota q counts as q(c − t)/(q − t).
 * Without a quota there is no attainment to compare, and nothing is paid.
 */
export function withThreshold(
  component: Component,
  facts: Facts,
): { readonly facts: Facts; readonly below: Piece | undefined } {
  const [threshold] = modifiersOf(component.modifiers, 'threshold');
  if (!threshold) return { facts, below: undefined };
  const { credited, quota } = facts;
  const line = boundOf(component, threshold.from, facts);
  if (!(credited >= line))
    return {
      facts,
      below: { rule: 'threshold', row: 0, base: credited, rate: threshold.from, unit: null, amount: 0 },
    };
  if (threshold.how === 'hard' || quota === null || credited >= quota || line >= quota)
    return { facts, below: undefined };
  const counted = snapped((quota * (credited - line)) / (quota - line));
  const share = credited === 0 ? 0 : counted / credited;
  const deals = facts.deals.map((deal) => ({ ...deal, base: deal.base * share }));
  return { facts: { ...facts, credited: counted, deals }, below: undefined };
}
