import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import { bookWith, periodsOf, planOf } from '../../../../support/compensation';

test('a fifth of each payout is kept and paid two months later', () => {
  const plan = planOf({ kind: 'rate', rate: 1, unit: 'ofAmount', period: 'month' }, [
    { kind: 'holdback', value: 0.2, to: 2 },
  ]);
  const deals = [100, 200].map((amount, i) => ({ day: `2026-0${i + 1}-10`, amount }));
  const { lines } = evaluate(plan, bookWith({ periods: periodsOf('2026-01-01', 4), deals }));
  expect(lines.map(({ payout }) => payout / 100)).toEqual([80, 160, 20, 40]);
  expect(lines.map(({ held }) => held / 100)).toEqual([20, 60, 40, 0]);
});
