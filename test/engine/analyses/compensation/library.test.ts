import { checkPlans } from '../../../../src/engine/analyses/compensation/checks';
import { evaluate } from '../../../../src/engine/analyses/compensation/evaluate';
import { PLAN_LIBRARY } from '../../../../src/engine/analyses/compensation/library';
import { readPlans } from '../../../../src/engine/analyses/compensation/planRows/readPlans';
import { planTables } from '../../../../src/engine/analyses/compensation/planRows/writePlans';
import { bookWith, periodsOf, planRowsOf } from '../../../support/compensation';

test('eight plans, each of another name', () => {
  expect(new Set(PLAN_LIBRARY.map(({ name }) => name)).size).toBe(8);
});

test.each(PLAN_LIBRARY.map((plan) => [plan.name, plan] as const))('%s makes sense and pays', (_, plan) => {
  const { plans, issues } = readPlans(planRowsOf(planTables([plan])));
  expect(plans).toEqual([plan]);
  expect([...issues, ...checkPlans([plan])]).toEqual([]);
  const book = bookWith({
    periods: periodsOf('2026-01-01', 12),
    people: [
      { name: 'Max', target: 6_000_000 },
      { manager: 'Max', target: 6_000_000 },
    ],
    quota: 50_000,
    deals: [0, 1].map((person) => ({
      person,
      day: '2026-03-10',
      amount: 170_000,
      cost: 80_000,
      term: 24,
      type: 'New',
    })),
  });
  expect(evaluate(plan, book).total).toBeGreaterThan(0);
});
