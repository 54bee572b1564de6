import { paid, planOf, tiersOf } from '../../../../support/compensation';

const tiers = tiersOf([[0, null, 1]], 'timesTarget');
const at = (how: 'hard' | 'linear', attainments: readonly number[]): readonly number[] =>
  attainments.map((attainment) =>
    paid(planOf({ tiers, modifiers: [{ kind: 'threshold', from: 0.5, how }] }), {
      attainment,
      quota: 1000,
      target: 100,
    }),
  );

test('hard: nothing below it, everything at it', () => {
  expect(at('hard', [0.49, 0.5, 0.8, 1.2])).toEqual([0, 50, 80, 120]);
});
test('linear: nothing at it, half way to the quota half of target pay, from the quota on as without it', () => {
  expect(at('linear', [0.49, 0.5, 0.75, 1, 1.2])).toEqual([0, 0, 50, 100, 120]);
});
test('exactly at the threshold is at it, although 0.7 × quota is not exact in binary', () => {
  const plan = planOf({ tiers, modifiers: [{ kind: 'threshold', from: 0.7, how: 'hard' }] });
  expect(paid(plan, { sold: 70_000, quota: 100_000, target: 100_000 })).toBe(70_000);
});
