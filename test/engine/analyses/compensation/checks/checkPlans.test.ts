import { checkPlans } from '../../../../../src/engine/analyses/compensation/checks';
import type { Component, Modifier, Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { readPlans } from '../../../../../src/engine/analyses/compensation/planRows/readPlans';
import { planTables } from '../../../../../src/engine/analyses/compensation/planRows/writePlans';
import { wordIssue } from '../../../../../src/engine/report/wording';
import { planOf, planRowsOf, tiersOf } from '../../../../support/compensation';

/** The sentences on plans that came from a sheet, with the cell that each points at. */
const said = (...plans: readonly Plan[]): readonly string[] => {
  const { plans: read, rowOf, issues } = readPlans(planRowsOf(planTables(plans)));
  return [...issues, ...checkPlans(read, rowOf)].map(
    (issue) =>
      `${issue.severity} ${issue.place?.sheet ?? ''} ${issue.place?.column ?? ''}${issue.place?.row ?? ''}: ${wordIssue(issue)}`,
  );
};
const tiers = (...rows: readonly (readonly [number, number | null, number])[]) => tiersOf(rows);
const withModifiers = (modifiers: readonly Modifier[], more: Partial<Component> = {}) =>
  planOf({ kind: 'rate', rate: 0.05, unit: 'ofAmount', modifiers, ...more });

test('bands that meet are fine, also when a decimal is not exact in binary, and may begin above nought', () => {
  expect(said(planOf({ tiers: tiers([0.1, 0.1 + 0.2, 0.05], [0.3, null, 0.06]) }))).toEqual([]);
});
test('QuotaPath’s sibling plan with bands 0–60 and 50–100 is rejected', () => {
  expect(said(planOf({ tiers: tiers([0, 0.6, 0.05], [0.5, 1, 0.1], [1, null, 0.2]) }))).toEqual([
    'blocking Tiers from3: In plan “Test”, component “Sales”: 0% to 60% and 50% to 100% overlap, so that the plan does not say which of them pays. Let one begin where the other ends.',
  ]);
});
test('a band without an end before another overlaps it', () => {
  expect(said(planOf({ tiers: tiers([0, null, 0.05], [0.5, null, 0.1]) }))).toHaveLength(1);
});
test('a gap between amounts', () => {
  expect(said(planOf({ bandsOf: 'amount', tiers: tiers([0, 100_000, 0.05], [100_001, null, 0.1]) }))).toEqual(
    [
      'blocking Tiers from3: In plan “Test”, component “Sales”: nothing is said for 100000 to 100001. Let the next band begin at 100000.',
    ],
  );
});
test('an empty band, and no band at all', () => {
  expect(said(planOf({ tiers: tiers([0.5, 0.5, 0.05]) }))).toEqual([
    'blocking Tiers to2: In plan “Test”, component “Sales”: the band 50% to 50% ends before it begins. Correct From or To.',
  ]);
  expect(said(planOf({ tiers: [] }))).toEqual([
    'blocking Components component2: In plan “Test”, component “Sales” has no rows among the tiers, so that nothing says what it pays. Add them.',
  ]);
});
test('points of a curve and ranks of a contest stand once each', () => {
  const lump = (from: number, to?: number) => ({
    from,
    rate: 1,
    unit: 'ofTarget' as const,
    ...(to !== undefined && { to }),
  });
  expect(said(planOf({ kind: 'curve', tiers: [lump(0.5), lump(1), lump(1)] }))).toHaveLength(1);
  expect(said(planOf({ kind: 'contest', tiers: [lump(1), lump(2, 4), lump(4)] }))).toHaveLength(1);
  expect(said(planOf({ kind: 'contest', tiers: [lump(1), lump(2, 4), lump(5)] }))).toEqual([]);
});
test('an unknown measure, with what it may be', () => {
  expect(said(withModifiers([{ kind: 'gate', measure: 'Qualty', from: 0.9, how: 'factor' }]))).toEqual([
    'blocking Modifiers measure2: In plan “Test”, component “Sales” looks at the measure “Qualty”, which nothing in the plan is called. It may be: Sales.',
  ]);
  expect(said(withModifiers([{ kind: 'multiplier', measure: 'margin', from: 0.2, value: 1.1 }]))).toEqual([]);
});
test('multipliers of one table overlap', () => {
  const row = (from: number, to: number | undefined, term?: number): Modifier => ({
    kind: 'multiplier',
    measure: 'margin',
    from,
    ...(to !== undefined && { to }),
    value: 1.1,
    ...(term !== undefined && { and: { measure: 'term', from: term, to: term + 12 } }),
  });
  expect(said(withModifiers([row(0, 0.3), row(0.2, undefined)]))).toHaveLength(1);
  expect(said(withModifiers([row(0, 0.3), row(0.3, undefined)]))).toEqual([]);
  expect(said(withModifiers([row(0, 0.3, 0), row(0, 0.3, 12)]))).toEqual([]);
});
test('units that do not fit, negative rates and a missing percent sign', () => {
  expect(said(withModifiers([], { basis: 'units' }))).toEqual([
    'blocking Components unit2: In plan “Test”, component “Sales”: a rate in “% of credit” cannot be paid on units. Choose another unit or another credit.',
  ]);
  expect(said(withModifiers([], { rate: -0.05 }))).toHaveLength(1);
  expect(said(withModifiers([], { rate: 5 }))).toEqual([
    'warning Components rate2: In plan “Test”, component “Sales” pays 500% of the credit. If a percent sign is missing, add it.',
  ]);
  const { unit: _, ...unitless } = withModifiers([]).components[0]!;
  expect(said({ ...withModifiers([]), components: [unitless] })).toHaveLength(1);
});
test('numbers that a modifier cannot have: what would be kept for ever, and shares that lack their percent sign', () => {
  const plan = withModifiers([{ kind: 'multiplier', measure: 'margin', from: 0.2, value: -1 }]);
  const of = (...modifiers: readonly Modifier[]): readonly string[] =>
    said({ ...withModifiers([]), modifiers });
  expect(said(plan)).toEqual([
    'blocking Modifiers value2: In plan “Test”, component “Sales”: -1 in Value of Multiplier makes no sense. It is nought or more.',
  ]);
  expect(of({ kind: 'holdback', value: 0.1, to: 0 })).toEqual([
    'blocking Modifiers to2: In plan “Test”, the plan as a whole: 0 in To of Holdback makes no sense. It is how many periods later it is paid: 1, 2, 3 and so on.',
  ]);
  expect(of({ kind: 'holdback', value: 0.1, to: 1.5 })).toHaveLength(1);
  expect(of({ kind: 'holdback', value: 10, to: 1 })).toEqual([
    'blocking Modifiers value2: In plan “Test”, the plan as a whole: 1000% in Value of Holdback makes no sense. It is a share: 0% to 100%.',
  ]);
  expect(of({ kind: 'draw', value: -1000, how: 'recoverable' })).toHaveLength(1);
  expect(of({ kind: 'holdback', value: 0.1, to: 1 }, { kind: 'draw', value: 0, how: 'recoverable' })).toEqual(
    [],
  );
});
test('weights that are not all of it', () => {
  const score = planOf({
    name: 'Score',
    kind: 'scorecard',
    basis: 'typed',
    modifiers: [{ kind: 'weight', measure: 'Sales', value: 0.9 }],
  });
  expect(said({ ...score, components: [...score.components, ...withModifiers([]).components] })).toEqual([
    'warning Components component2: In plan “Test”, component “Score”: the weights add up to 90%, not to 100%.',
  ]);
});
test('names: a component twice, an alternative to nothing, a plan without components', () => {
  const plan = withModifiers([]);
  expect(
    checkPlans([{ ...plan, components: [...plan.components, ...plan.components] }]).map(wordIssue),
  ).toEqual(['In plan “Test”, component “Sales” stands there twice. Give each component its own name.']);
  expect(said({ ...plan, modifiers: [{ kind: 'alternativeTo', measure: 'Old' }] })).toHaveLength(1);
  expect(checkPlans([{ name: 'Empty', components: [], modifiers: [] }]).map(({ code }) => code)).toEqual([
    'planWithoutComponents',
  ]);
});
