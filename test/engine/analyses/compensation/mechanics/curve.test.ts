import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import type { Tier } from '../../../../../src/engine/analyses/compensation/plan';
import { bookWith, paid, planOf } from '../../../../support/compensation';

const tiers: readonly Tier[] = [
  { from: 0.5, rate: 0.2, unit: 'ofTarget' },
  { from: 1, rate: 1, unit: 'ofTarget' },
  { from: 1.5, rate: 2, unit: 'ofTarget' },
];
const at = (attainments: readonly number[], plan = planOf({ kind: 'curve', tiers })): readonly number[] =>
  attainments.map((attainment) => paid(plan, { attainment, quota: 1000, target: 100 }));

test('between points a straight line, at both ends as at the end points', () => {
  expect(at([0, 0.5, 0.75, 1, 1.25, 1.5, 3])).toEqual([20, 20, 60, 100, 150, 200, 200]);
});
test('beyond the last point on along the last line where the plan says so', () => {
  expect(at([2], planOf({ kind: 'curve', tiers, beyond: 'line' }))).toEqual([300]);
});
test('steps pay what the point below pays', () => {
  const steps = planOf({ kind: 'curve', tiers, join: 'step' });
  expect(at([0.99, 1, 1.49, 1.5, 2], steps)).toEqual([20, 100, 100, 200, 200]);
});
test('one point is a flat payout, no point none', () => {
  expect(at([0.2, 2], planOf({ kind: 'curve', tiers: tiers.slice(0, 1), beyond: 'line' }))).toEqual([20, 20]);
  expect(at([1], planOf({ kind: 'curve', tiers: [] }))).toEqual([0]);
});
test('a deal earned what the curve rose by when it came', () => {
  const deals = [600, 500].map((amount, i) => ({ day: `2026-0${i + 1}-01`, amount }));
  const book = bookWith({ deals, quota: 1000, people: [{ target: 10_000 }] });
  const [slice] = evaluate(planOf({ kind: 'curve', tiers }), book).lines[0]!.slices;
  // 60 % pays 36, 110 % pays 120; the 20 paid at nought no deal earned.
  expect(slice).toMatchObject({ amount: 12_000 });
  expect(slice!.deals.map(({ amount }) => amount)).toEqual([1_600, 8_400]);
});
