import { wantedBudgets } from '../../../../../src/engine/analyses/compensation/modelling/soughtBudgets';
import { planOf, tiersOf } from '../../../../support/compensation';
import { modelled, TEAM } from '../../../../support/planHealth';

const plan = planOf({
  tiers: tiersOf(
    [
      [0, 1, 1],
      [1, null, 1.5],
    ],
    'timesTarget',
  ),
});

test('rows that name no number or no budget wait; a blank plan is the first in force', () => {
  const planSeeks = [
    { plan: null, parameter: ' Sales/tier 2/rate ', budget: 35_000_000 },
    { plan: 'Test', parameter: '', budget: 1 },
    { plan: 'Test', parameter: 'Sales/tier 1/rate', budget: null },
    { plan: 'Test', parameter: 'Sales/tier 1/rate', budget: 'soon' },
  ];
  expect(wantedBudgets({ planSeeks })).toEqual([
    { plan: null, parameter: 'Sales/tier 2/rate', budget: 35_000_000 },
  ]);
  expect(wantedBudgets({})).toEqual([]);
});

test('each question has its answer, in words too', () => {
  const wanted = [
    { plan: null, parameter: 'Sales/tier 2/rate', budget: 35_000_000 },
    { plan: 'test', parameter: 'Sales, tier 2: rate', budget: 1 },
    { plan: 'Other', parameter: 'Sales/tier 2/rate', budget: 1 },
    { plan: 'Test', parameter: 'Sales/tier 3/rate', budget: 1 },
  ];
  const { seeks } = modelled([plan], {}, TEAM, '2025-12-31', wanted);
  expect(seeks.map(({ plan: name, found }) => [name, found])).toEqual([
    ['Test', 'solution'],
    ['Test', 'outOfReach'],
    ['Other', 'unknownPlan'],
    ['Test', 'unknownParameter'],
  ]);
  expect(Math.round(seeks[0]!.cost!)).toBe(35_000_000);
  expect(seeks[0]!.says).toMatch(/^Sales, tier 2: rate: 1\.5 × → \d\.\d{1,5} ×$/);
  expect(seeks[1]!.says).toMatch(/^No value does\. The nearest is Sales, tier 2: rate: 1\.5 × → 0 ×, at /);
  expect(seeks[3]!.says).toBe(
    'The plan has no such number. It has: Sales/tier 1/rate; Sales/tier 2/from; Sales/tier 2/rate.',
  );
});

test('quotas that end before the plan year does are said', () => {
  const periods = [0, 1, 2, 3].map((q) => ({ ...TEAM.periods[0]!, label: `Q${q + 1}`, months: 3 }));
  const ends = [90, 181, 273, 365];
  const book = {
    ...TEAM,
    periods: periods.map((period, q) => ({
      ...period,
      start: (period.start + (q === 0 ? 0 : ends[q - 1]!)) as typeof period.start, // days of 2026
      end: (period.start + ends[q]! - 1) as typeof period.end,
    })),
  };
  const quarterly = { ...plan, components: [{ ...plan.components[0]!, period: 'quarter' as const }] };
  expect(modelled([quarterly], {}, book).modelLimits).not.toContain('quotasEnd');
  const half = { ...book, quotas: book.quotas.map((quota) => ({ ...quota, end: book.periods[1]!.end })) };
  expect(modelled([quarterly], {}, half).modelLimits).toContain('quotasEnd');
});
