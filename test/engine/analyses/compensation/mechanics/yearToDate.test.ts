import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import { bookWith, payouts, periodsOf, planOf, tiersOf } from '../../../../support/compensation';

const plan = planOf({
  period: 'quarter',
  yearToDate: true,
  tiers: tiersOf(
    [
      [0, 1, 0.1],
      [1, null, 0.2],
    ],
    'ofAmount',
  ),
});
const quarters = periodsOf('2026-01-01', 5, 3);

test('the year so far less what was paid before; the next year begins anew', () => {
  const deals = [
    { day: '2026-01-10', amount: 2000 },
    { day: '2026-05-10', amount: 500 },
    { day: '2026-12-10', amount: 2000 },
    { day: '2027-01-10', amount: 100 },
  ];
  // 2,000 of 1,000 pay 300 in the first quarter; with the year's quota of 4,000 at its end 400 + 100 are due.
  const book = bookWith({ periods: quarters, deals, quota: 1000 });
  expect(payouts(plan, book)).toEqual([300, 0, -50, 250, 10]);
  const year = evaluate(plan, book).lines.slice(0, 4);
  expect(year.reduce((sum, { payout }) => sum + payout, 0)).toBe(50_000);
});
test('negative bookings take back what they earned', () => {
  const deals = [
    { day: '2026-01-10', amount: 800 },
    { day: '2026-05-10', amount: -300 },
  ];
  expect(payouts(plan, bookWith({ periods: quarters.slice(0, 2), deals, quota: 1000 }))).toEqual([80, -30]);
});
test('without it each quarter is paid alone', () => {
  const deals = [
    { day: '2026-01-10', amount: 2000 },
    { day: '2026-05-10', amount: 500 },
  ];
  const alone = planOf({ ...plan.components[0]!, yearToDate: false });
  expect(payouts(alone, bookWith({ periods: quarters.slice(0, 2), deals, quota: 1000 }))).toEqual([300, 50]);
});
test('a yearly component of a monthly plan is paid in December', () => {
  const months = periodsOf('2026-01-01', 12);
  const yearly = planOf({ kind: 'rate', rate: 0.01, unit: 'ofAmount', period: 'year' });
  const deals = [1, 6, 12].map((month) => ({
    day: `2026-${String(month).padStart(2, '0')}-10`,
    amount: 1000,
  }));
  expect(payouts(yearly, bookWith({ periods: months, deals }))).toEqual([...Array<number>(11).fill(0), 30]);
});
