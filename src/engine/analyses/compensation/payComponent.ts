import type { Facts, Measures, Piece } from './facts';
import { capped } from './mechanics/cap';
import { payRate } from './mechanics/rate';
import { withThreshold } from './mechanics/threshold';
import { payTiers } from './mechanics/tiers';
import { modifiersOf, type Component, type ComponentKind } from './plan';

type Curve = (component: Component, facts: Facts, measures: Measures) => readonly Piece[];

const nothing: Curve = () => [];

/** What each kind of component pays on its credit, before gates, multipliers and caps. */
const CURVES: Readonly<Record<ComponentKind, Curve>> = {
  rate: payRate,
  tiers: payTiers,
  curve: nothing,
  scorecard: nothing,
  contest: nothing,
  pool: nothing,
  measure: nothing,
};

/**
 * What a component pays on these facts, unrounded, in the stated order: threshold → curve → gate → multiplier → cap. Draw,
 * true-up and clawback look at several periods and come later (`evaluate`).
 */
export function payComponent(component: Component, facts: Facts, measures: Measures): readonly Piece[] {
  const { facts: counted, below } = withThreshold(component, facts);
  if (below) return [below];
  let pieces = CURVES[component.kind](component, counted, measures);
  for (const [row, cap] of modifiersOf(component.modifiers, 'cap').entries())
    pieces = capped(cap, row, pieces, facts.target);
  return pieces;
}
