import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import type { Modifier, Plan, Tier } from '../../../../../src/engine/analyses/compensation/plan';
import { bookOf, planOf } from '../../../../support/compensation';

const weights: readonly Modifier[] = [
  { kind: 'weight', measure: 'Revenue', value: 0.5, to: 1.5 },
  { kind: 'weight', measure: 'Satisfaction', value: 0.3, to: 1 },
  { kind: 'weight', measure: 'Certificates', value: 0.2, to: 1 },
];
const plan = (tiers: readonly Tier[] = []): Plan => ({
  name: 'MBO',
  components: [
    planOf({ name: 'Objectives', kind: 'scorecard', basis: 'typed', tiers, modifiers: weights })
      .components[0]!,
    ...['Revenue', 'Satisfaction', 'Certificates'].map(
      (name) => planOf({ name, kind: 'measure', basis: 'typed' }).components[0]!,
    ),
  ],
  modifiers: [],
});
const line = (attained: readonly number[], tiers?: readonly Tier[]) =>
  evaluate(plan(tiers), {
    ...bookOf({ target: 10_000 }),
    typed: ['Revenue', 'Satisfaction', 'Certificates'].map((measure, i) => ({
      person: 0,
      period: 0,
      measure,
      attainment: attained[i]!,
    })),
  }).lines[0]!;

test('each objective pays its weight × its attainment, up to its limit', () => {
  const { payout, slices } = line([1.2, 0.9, 1.3]);
  expect(slices.map(({ amount }) => amount / 100)).toEqual([6_000, 2_700, 2_000]);
  expect(payout).toBe(1_070_000);
});
test('with points the score is looked up in them', () => {
  const points: readonly Tier[] = [
    { from: 0.8, rate: 0, unit: 'ofTarget' },
    { from: 1, rate: 1, unit: 'ofTarget' },
  ];
  // .5 × .9 + .3 + .2 = .95
  expect(line([0.9, 1, 1], points).payout).toBe(750_000);
  expect(line([0.9, 1, 1], points).components[0]!.attainment).toBeCloseTo(0.95, 12);
});
test('an objective of which nothing is known scores nothing, one below zero too', () => {
  const { payout } = evaluate(plan(), {
    ...bookOf({ target: 10_000 }),
    typed: [{ person: 0, period: 0, measure: 'Revenue', attainment: -1 }],
  }).lines[0]!;
  expect(payout).toBe(0);
});
