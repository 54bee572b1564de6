import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import type { ModifierOf, Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { bookOf, planOf, tiersOf } from '../../../../support/compensation';

/** Three measures of one plan, each with a quota of 1,000 and a target of 100, and accelerated above it. */
function planWith(gates: readonly ModifierOf<'gate'>[]): Plan {
  const tiers = tiersOf(
    [
      [0, 1, 1],
      [1, null, 2],
    ],
    'timesTarget',
  );
  const components = ['A', 'B', 'C'].map((name) => planOf({ name, tiers, target: 100 }).components[0]!);
  return { name: 'Hurdle', components, modifiers: gates };
}
function payoutsOf(plan: Plan, attainments: Readonly<Record<string, number>>): readonly number[] {
  const typed = Object.entries(attainments).map(([measure, attainment]) => ({
    person: 0,
    period: 0,
    measure,
    attainment,
  }));
  return evaluate(plan, { ...bookOf({ quota: 1000 }), typed }).lines[0]!.components.map(
    ({ pay }) => pay / 100,
  );
}
const hurdles = (how: 'noAcceleration' | 'factor'): readonly ModifierOf<'gate'>[] =>
  ['A', 'B', 'C'].map((measure) => ({ kind: 'gate', measure, from: 0.95, how }));

test('Cichelli: A and B over quota, C at 80 %, below its 95 %: no accelerated rates on any', () => {
  const attained = { A: 1.2, B: 1.1, C: 0.8 };
  expect(payoutsOf(planWith(hurdles('noAcceleration')), attained)).toEqual([120, 110, 80]);
});
test('with C at 95 % the accelerated rates are paid', () => {
  expect(payoutsOf(planWith(hurdles('noAcceleration')), { A: 1.2, B: 1.1, C: 0.95 })).toEqual([140, 120, 95]);
});
test('a factor, nothing where none is said', () => {
  const attained = { A: 1.2, B: 1.1, C: 0.8 };
  expect(payoutsOf(planWith([{ kind: 'gate', measure: 'C', from: 0.95, how: 'factor' }]), attained)).toEqual([
    0, 0, 0,
  ]);
  const half = { kind: 'gate', measure: 'C', from: 0.95, value: 0.5, how: 'factor' } as const;
  expect(payoutsOf(planWith([half]), attained)).toEqual([70, 60, 40]);
});
test('a measure of which nothing is known keeps the gate closed', () => {
  expect(payoutsOf(planWith([{ kind: 'gate', measure: 'D', from: 0, how: 'factor' }]), { A: 2 })).toEqual([
    0, 0, 0,
  ]);
});
