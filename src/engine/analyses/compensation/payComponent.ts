import { sumOf, type Facts, type Measures, type Piece } from './facts';
import { capped } from './mechanics/cap';
import { payContest } from './mechanics/contest';
import { payCurve } from './mechanics/curve';
import { payDealBand } from './mechanics/dealBands';
import { gated, withoutAcceleration } from './mechanics/gate';
import { multiplied } from './mechanics/multiplier';
import { eachDeal, paysPerDeal } from './mechanics/perDeal';
import { payPool } from './mechanics/pool';
import { payRate } from './mechanics/rate';
import { payScorecard, scoreOf } from './mechanics/scorecard';
import { withThreshold } from './mechanics/threshold';
import { payTiers } from './mechanics/tiers';
import { modifiersOf, type Component, type ComponentKind } from './plan';

export type Curve = (component: Component, facts: Facts, measures: Measures) => readonly Piece[];

/** What each kind of component pays on its credit, before gates, multipliers and caps. */
export const CURVES: Readonly<Record<ComponentKind, Curve>> = {
  rate: payRate,
  tiers: payTiers,
  curve: payCurve,
  scorecard: payScorecard,
  contest: payContest,
  pool: payPool,
  measure: () => [],
};

function payCredit(component: Component, facts: Facts, measures: Measures): readonly Piece[] {
  const { kind, bandsOf } = component;
  if (!paysPerDeal(component)) return CURVES[kind](component, facts, measures);
  return eachDeal(facts, (alone, deal) =>
    kind === 'tiers' && (bandsOf === 'margin' || bandsOf === 'term')
      ? payDealBand(component, alone, deal, measures)
      : CURVES[kind](component, alone, measures),
  );
}

/**
 * What a component pays on these facts, unrounded, in the stated order: threshold → curve → gate → multiplier → cap. Draw,
 * true-up and clawback look at several periods and come later (`settle`).
 */
export function payComponent(component: Component, facts: Facts, measures: Measures): readonly Piece[] {
  const { facts: counted, below } = withThreshold(component, scored(component, facts, measures));
  if (below) return [below];
  const curve = payCredit(component, counted, measures);
  const { modifiers } = component;
  let pieces = curve;
  for (const [row, gate] of modifiersOf(modifiers, 'gate').entries())
    pieces = gated(gate, row, pieces, measures, () =>
      payCredit(withoutAcceleration(component, counted), counted, measures),
    );
  pieces = multiplied(component, pieces, measures);
  for (const [row, cap] of modifiersOf(modifiers, 'cap').entries())
    pieces = capped(cap, row, pieces, facts.target);
  return pieces;
}

/** A scorecard's threshold is a line of its score. */
const scored = (component: Component, facts: Facts, measures: Measures): Facts =>
  component.kind === 'scorecard' ? { ...facts, credited: scoreOf(component, measures), quota: 1 } : facts;

/** The same in one number, in cents and not rounded: what curves and simulations ask for. */
export const amountOf = (component: Component, facts: Facts, measures: Measures): number =>
  sumOf(payComponent(component, facts, measures));
