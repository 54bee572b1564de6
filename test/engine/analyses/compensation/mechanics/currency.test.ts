import { bookWith, payouts, planOf } from '../../../../support/compensation';

test('money of another currency at the rate fixed on a date; the plan’s own as it is', () => {
  const plan = planOf({ kind: 'rate', rate: 0.1, unit: 'ofAmount' }, [
    { kind: 'currency', measure: 'EUR', value: 1.08, how: '2026-01-02' },
  ]);
  const deals = [
    { day: '2026-02-01', amount: 1000, currency: 'eur' },
    { day: '2026-02-01', amount: 1000, currency: 'USD' },
    { day: '2026-02-01', amount: 1000 },
  ];
  expect(payouts(plan, bookWith({ deals }))).toEqual([308]);
});
test('each credit is rounded to cents when it is converted', () => {
  const plan = planOf({ kind: 'rate', rate: 1, unit: 'ofAmount' }, [
    { kind: 'currency', measure: 'EUR', value: 1.005 },
  ]);
  const deals = [1, 1].map((amount) => ({ day: '2026-02-01', amount, currency: 'EUR' }));
  expect(payouts(plan, bookWith({ deals }))).toEqual([2.02]);
});
