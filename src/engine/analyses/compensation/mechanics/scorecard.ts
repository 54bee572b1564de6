import { attainmentOf, type Facts, type Measures, type Piece } from '../facts';
import { modifiersOf, type Component } from '../plan';
import { payoutAtPoints } from './curve';

/** A measure's attainment as it counts: never below zero, and not beyond its limit. */
const counted = (attainment: number | null, limit: number | undefined): number =>
  Math.min(Math.max(0, attainment ?? 0), limit ?? Infinity);

/**
 * A weighted scorecard, and management by objectives (P6): Σ weight × attainment. Without points the score × target pay is
 * paid, measure by measure; with points the score is looked up in them. A measure without a quota scores nothing.
 */
export function payScorecard(component: Component, facts: Facts, measures: Measures): readonly Piece[] {
  const rows = modifiersOf(component.modifiers, 'weight').map(({ measure, value, to }) => ({
    weight: value,
    score: counted(measures.attainment(measure), to),
  }));
  const score = rows.reduce((sum, row) => sum + row.weight * row.score, 0);
  if (component.tiers.length > 0)
    return [
      {
        rule: 'scorecard',
        row: -1,
        base: score,
        rate: null,
        unit: 'ofTarget',
        amount: payoutAtPoints(component.tiers, score, component, facts),
      },
    ];
  return rows.map(({ weight, score: attained }, row): Piece => {
    const amount = weight * attained * facts.target;
    return { rule: 'scorecard', row, base: attained, rate: weight, unit: 'ofTarget', amount };
  });
}

/** The score itself, as the scorecard's attainment. */
export function scoreOf(component: Component, measures: Measures): number {
  return modifiersOf(component.modifiers, 'weight').reduce(
    (sum, { measure, value, to }) => sum + value * counted(measures.attainment(measure), to),
    0,
  );
}

export const attainmentOfScorecard = (
  component: Component,
  facts: Facts,
  measures: Measures,
): number | null => (component.kind === 'scorecard' ? scoreOf(component, measures) : attainmentOf(facts));
