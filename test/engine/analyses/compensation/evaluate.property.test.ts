import fc from 'fast-check';
import { evaluate } from '../../../../src/engine/analyses/compensation/evaluate';
import { modifiersOf, type Plan, type Tier } from '../../../../src/engine/analyses/compensation/plan';
import type { PayoutLine } from '../../../../src/engine/analyses/compensation/payout';
import { bookWith, paid, planOf, type TestDeal } from '../../../support/compensation';
import { halfYear } from '../../../support/mechanicCases';
import { arbitraryPlan, arbitraryWholePlan } from '../../../support/randomPlan';

const deals = (min = 1): fc.Arbitrary<readonly TestDeal[]> =>
  fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}-15`),
      amount: fc.integer({ min, max: 40_000_000 }).map((cents) => cents / 100),
    }),
    { minLength: 1, maxLength: 8 },
  );
const bookOf = (rows: readonly TestDeal[], quota = 500_000, target = 6_543_210) =>
  bookWith({ deals: rows, quota, people: [{ target }] });
const lineOf = (plan: Plan, rows: readonly TestDeal[]): PayoutLine => evaluate(plan, bookOf(rows)).lines[0]!;

test('200 plans: the slices add up to the payout, those of a component to its pay, whole cents all', () => {
  fc.assert(
    fc.property(arbitraryPlan(), deals(-40_000_000), (plan, rows) => {
      const { payout, slices, components } = lineOf(plan, rows);
      const sum = (of: readonly { amount: number }[]): number =>
        of.reduce((all, { amount }) => all + amount, 0);
      expect(sum(slices)).toBe(payout);
      for (const { component, pay } of components)
        expect(sum(slices.filter((slice) => slice.component === component))).toBe(pay);
      for (const { amount } of slices) expect(Number.isSafeInteger(amount)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('200 plans over six months, with draw, cap, ramp, holdback and year to date: the slices add up, and nothing of a draw is lost', () => {
  fc.assert(
    fc.property(arbitraryWholePlan('month'), (plan) => {
      const { lines, total } = evaluate(plan, halfYear());
      const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);
      for (const { slices, payout } of lines) expect(sum(slices.map(({ amount }) => amount))).toBe(payout);
      expect(sum(lines.map(({ payout }) => payout))).toBe(total);
      for (const person of [0, 1, 2]) {
        const own = lines.filter((line) => line.person === person);
        const of = (...rules: readonly string[]): number =>
          sum(
            own.flatMap(({ slices }) =>
              slices.flatMap((s) => (rules.includes(s.rule) && s.component === '' ? [s.amount] : [])),
            ),
          );
        const last = own[own.length - 1]!;
        expect(sum(own.map(({ payout }) => payout))).toBe(
          sum(own.map(({ earned }) => earned)) + of('cap', 'clawback', 'draw', 'holdback'),
        );
        expect(of('holdback') + last.held).toBe(0);
        const recoverable = modifiersOf(plan.modifiers, 'draw').some(
          ({ how }) => how === 'recoverable' || how === 'onTopRecoverable',
        );
        if (recoverable) expect(of('draw')).toBe(last.owed + sum(own.map(({ forgiven }) => forgiven)));
      }
    }),
    { numRuns: 200 },
  );
});

test('200 plans: what is credited lies in exactly one tier', () => {
  fc.assert(
    fc.property(arbitraryPlan(), deals(), (plan, rows) => {
      for (const component of plan.components) {
        // Without modifiers and `whole` tiers, every cent of the credit is the base of one slice.
        if (component.kind !== 'tiers') continue;
        const tiers = component.tiers.map((tier): Tier => ({
          ...tier,
          how: 'marginal',
          unit: 'ofAmount',
          rate: 0.1,
        }));
        const { slices, credited } = lineOf(planOf({ ...component, tiers, modifiers: [] }), rows);
        expect(slices.reduce((sum, { base }) => sum + (base ?? 0), 0)).toBeCloseTo(credited, 4);
        for (const slice of slices) {
          const parts = slice.deals.reduce((sum, { base }) => sum + base, 0);
          expect(parts).toBeCloseTo(slice.base ?? 0, 4);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('one tier pays the same, marginal or retroactive', () => {
  const units = ['ofAmount', 'timesTarget', 'perPoint', 'fixed', 'ofTarget'] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...units),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 0, max: 2_000_000 }),
      (unit, rate, sold) => {
        const plan = (how: NonNullable<Tier['how']>): Plan =>
          planOf({ tiers: [{ from: 0, rate: rate / 100, unit, how }] });
        const year = { sold: sold / 100, quota: 10_000, target: 5_000 };
        expect(paid(plan('whole'), year)).toBe(paid(plan('marginal'), year));
      },
    ),
  );
});

test('marginal tiers with rates of nought or more never pay less for more', () => {
  fc.assert(
    fc.property(arbitraryPlan(), fc.nat(9_999), fc.nat(9_999), (plan, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      const component = plan.components[0]!;
      const tiers = component.tiers.map((tier): Tier => ({ ...tier, how: 'marginal' }));
      const marginal = planOf({ ...component, tiers, modifiers: [], kind: 'tiers' });
      const year = { quota: 5_000, target: 12_345.67 };
      expect(paid(marginal, { ...year, sold: less })).toBeLessThanOrEqual(
        paid(marginal, { ...year, sold: more }),
      );
    }),
    { numRuns: 200 },
  );
});

test('a deal split among people is worth to them together what it is worth to one, to a cent each', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90_000_000 }),
      fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 5 }),
      (cents, weights) => {
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        const plan = planOf({ kind: 'rate', rate: 0.07, unit: 'ofAmount' });
        const deal = { day: '2026-05-01', amount: cents / 100 };
        const split = weights.map((weight, person) => ({ ...deal, person, share: weight / all }));
        const people = weights.map(() => ({}));
        const one = evaluate(plan, bookWith({ deals: [deal] })).total;
        expect(Math.abs(evaluate(plan, bookWith({ people, deals: split })).total - one)).toBeLessThanOrEqual(
          weights.length,
        );
      },
    ),
  );
});

test('the parts of the deals add up to the slice, where deals earned all of it', () => {
  fc.assert(
    fc.property(arbitraryPlan(), deals(), (plan, rows) => {
      const { slices } = lineOf(planOf({ ...plan.components[0]!, kind: 'rate', modifiers: [] }), rows);
      for (const { amount, deals: parts } of slices)
        expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
    }),
    { numRuns: 100 },
  );
});
