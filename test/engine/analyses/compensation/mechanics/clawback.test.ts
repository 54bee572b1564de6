import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import type { ModifierOf } from '../../../../../src/engine/analyses/compensation/plan';
import { bookWith, payouts, periodsOf, planOf, type TestDeal } from '../../../../support/compensation';

const months = periodsOf('2026-01-01', 12);
const paid = (deal: Partial<TestDeal>, row: Partial<ModifierOf<'clawback'>>): readonly number[] => {
  const plan = planOf({ kind: 'rate', rate: 0.1, unit: 'ofAmount', period: 'month' }, [
    { kind: 'clawback', value: 1, how: 'full', ...row },
  ]);
  const deals = [{ day: '2026-01-15', amount: 100_000, cancelled: '2026-07-20', ...deal }];
  return payouts(plan, bookWith({ periods: months, deals })).filter((pay) => pay !== 0);
};

test('Core8: half of the 10,000 earned comes back', () => {
  expect(paid({}, { value: 0.5 })).toEqual([10_000, -5_000]);
});
test('Centify: of 1,000 earned 500 have been paid, and 500 come back', () => {
  expect(paid({ amount: 10_000, paid: 500 }, { how: 'paidPart' })).toEqual([1_000, -500]);
});
test('Zepys: a contract of 12 months cancelled in month 6 gives half back', () => {
  expect(paid({ term: 12 }, { how: 'prorated' })).toEqual([10_000, -5_000]);
  expect(paid({ term: 4 }, { how: 'prorated' })).toEqual([10_000]);
});
test('past its window nothing comes back', () => {
  expect(paid({}, { to: 6 })).toEqual([10_000, -10_000]);
  expect(paid({}, { to: 5 })).toEqual([10_000]);
});
test('what comes back is what this deal earned, multipliers and caps included', () => {
  const plan = planOf(
    {
      kind: 'rate',
      rate: 0.1,
      unit: 'ofAmount',
      period: 'month',
      modifiers: [
        { kind: 'multiplier', measure: 'term', from: 24, value: 1.5 },
        { kind: 'cap', from: 1_500, unit: 'fixed', how: 'period' },
      ],
    },
    [{ kind: 'clawback', value: 1, how: 'full' }],
  );
  const deals = [
    { day: '2026-01-15', amount: 10_000, term: 12 },
    { day: '2026-01-20', amount: 10_000, term: 24, cancelled: '2026-02-10' },
  ];
  const { lines } = evaluate(plan, bookWith({ periods: months.slice(0, 2), deals }));
  // 1,000 + 1,500, cut to 1,500 in proportion: the cancelled deal earned 900 of it.
  expect(lines.map(({ payout }) => payout / 100)).toEqual([1_500, -900]);
});
