import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import type { ModifierOf } from '../../../../../src/engine/analyses/compensation/plan';
import { bookWith, paid, payouts, planOf } from '../../../../support/compensation';

const cap = (from: number, more: Partial<ModifierOf<'cap'>> = {}): ModifierOf<'cap'> => ({
  kind: 'cap',
  from,
  unit: 'fixed',
  how: 'period',
  ...more,
});
const plan = (modifier: ModifierOf<'cap'>) =>
  planOf({ kind: 'rate', rate: 0.03, unit: 'ofAmount', modifiers: [modifier] });

test('sparrowgenie.com: 3 % of 400,000, cap 10,000, pays 10,000', () => {
  expect(paid(plan(cap(10_000)), { sold: 400_000 })).toBe(10_000);
  expect(paid(plan(cap(10_000)), { sold: 300_000 })).toBe(9_000);
});
test('soft: half of what lies above', () => {
  expect(paid(plan(cap(10_000, { value: 0.5 })), { sold: 400_000 })).toBe(11_000);
});
test('as a share of target pay', () => {
  expect(paid(plan(cap(1.5, { unit: 'ofTarget' })), { sold: 400_000, quota: 1, target: 5_000 })).toBe(7_500);
});
test('per deal, each alone', () => {
  const deals = [100_000, 500_000].map((amount) => ({ day: '2026-01-05', amount }));
  const { slices, payout } = evaluate(plan(cap(10_000, { how: 'deal' })), bookWith({ deals })).lines[0]!;
  expect(payout).toBe(1_300_000);
  expect(slices[1]!.deals).toEqual([{ credit: 1, base: 1_500_000, amount: -500_000 }]);
});
test('of the whole plan: the sum of its components', () => {
  const component = plan(cap(1e9)).components[0]!;
  const both = {
    name: 'Two',
    components: [component, { ...component, name: 'Again' }],
    modifiers: [cap(10_000)],
  };
  expect(payouts(both, bookWith({ deals: [{ day: '2026-01-05', amount: 200_000 }] }))).toEqual([10_000]);
});
