import type { Component, Modifier } from '../../../../../src/engine/analyses/compensation/plan';
import {
  isExpressible,
  MOST_FACTORS,
  MOST_POINTS,
} from '../../../../../src/engine/analyses/compensation/sheet/expressible';
import { planOf } from '../../../../support/compensation';
import { findingOf, sheetsOf } from '../../../../support/compensationSheets';
import { halfYear } from '../../../../support/mechanicCases';

const measure = planOf({ name: 'Quality', kind: 'measure', basis: 'typed', period: 'month' }).components[0]!;
/** What makes the formulas as long as they get. */
const ramp: Modifier = { kind: 'ramp', from: 1, to: 2, value: 0.5, unit: 'share', how: 'rate' };
const points = (count: number): Component['tiers'] =>
  Array.from({ length: count }, (_, i) => ({ from: i / 20, rate: i / 20, unit: 'ofTarget' }));
const factors = (count: number, matrix: boolean): readonly Modifier[] =>
  Array.from({ length: count }, (_, i) => ({
    kind: 'multiplier',
    measure: 'Quality',
    from: i / 20,
    to: (i + 1) / 20,
    value: 1 + i / 100,
    ...(matrix && { and: { measure: 'Sales', from: 0, to: 9 } }),
  }));

const LONGEST: readonly (readonly [string, (more: number) => Partial<Component>])[] = [
  [
    'points of a curve',
    (more) => ({
      kind: 'curve',
      tiers: points(MOST_POINTS + more),
      modifiers: [{ kind: 'threshold', from: 0.1, how: 'linear' }, ramp],
    }),
  ],
  [
    'points of a scorecard',
    (more) => ({
      name: 'Score',
      kind: 'scorecard',
      basis: 'typed',
      tiers: points(MOST_POINTS + more),
      modifiers: [{ kind: 'weight', measure: 'Quality', value: 1 }, ramp],
    }),
  ],
  ['multipliers', (more) => ({ kind: 'rate', modifiers: factors(MOST_FACTORS.one + more, false) })],
  ['a matrix', (more) => ({ kind: 'rate', modifiers: factors(MOST_FACTORS.matrix + more, true) })],
];

/** The formulas of the Payout sheet, with addresses as long as a plan sheet of another name and thousands of rows make them. */
function formulasOf(component: Partial<Component>): readonly string[] {
  const own = planOf({ period: 'month', ...component });
  const placements = sheetsOf(findingOf([{ ...own, components: [...own.components, measure] }], halfYear()));
  return placements.flatMap((placement) =>
    placement.kind === 'cells' && placement.sheet === 'payout'
      ? placement.values
          .flat()
          .flatMap((cell) => (cell !== null && typeof cell === 'object' ? [cell.formula] : []))
          .map((formula) =>
            formula
              .replaceAll("'Leadline Plan'!", "'Leadline Plan (2)'!")
              .replace(/(\$?[A-Z]+\$?\d+)/g, '$199'),
          )
      : [],
  );
}

const depth = (formula: string): number => {
  let [open, most] = [0, 0];
  for (const letter of formula) {
    if (letter === '(') most = Math.max(most, ++open);
    if (letter === ')') open--;
  }
  return most;
};

// https://support.microsoft.com: Excel specifications and limits: 8,192 characters, 64 levels of nested functions.
test.each(LONGEST)(
  '%s: as many as are put into a formula are taken by Excel, and one more is a value',
  (_, component) => {
    const longest = formulasOf(component(0));
    expect(isExpressible(planOf(component(0)).components[0]!)).toBe(true);
    expect(Math.max(...longest.map((formula) => formula.length))).toBeGreaterThan(3500);
    expect(Math.max(...longest.map((formula) => formula.length))).toBeLessThan(8192);
    expect(Math.max(...longest.map(depth))).toBeLessThan(64);
    expect(isExpressible(planOf(component(1)).components[0]!)).toBe(false);
    expect(Math.max(0, ...formulasOf(component(1)).map((formula) => formula.length))).toBeLessThan(1000);
  },
);
