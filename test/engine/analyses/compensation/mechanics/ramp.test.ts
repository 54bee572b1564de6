import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import type { Modifier } from '../../../../../src/engine/analyses/compensation/plan';
import { bookWith, iso, payouts, periodsOf, planOf } from '../../../../support/compensation';

const quotaRamp = (
  rows: readonly [number, number | undefined, number][],
  unit: 'share' | 'fixed',
): readonly Modifier[] =>
  rows.map(([from, to, value]) => ({
    kind: 'ramp',
    how: 'quota',
    from,
    ...(to !== undefined && { to }),
    value,
    unit,
  }));

test('salescookie.com: quotas of 10,000, 20,000, 30,000, then 45,000 a month', () => {
  const plan = planOf({
    kind: 'rate',
    period: 'month',
    modifiers: quotaRamp(
      [
        [1, 1, 10_000],
        [2, 2, 20_000],
        [3, 3, 30_000],
        [4, undefined, 45_000],
      ],
      'fixed',
    ),
  });
  const book = bookWith({ periods: periodsOf('2026-01-01', 6), people: [{ start: iso('2026-02-16') }] });
  expect(evaluate(plan, book).lines.map(({ quota }) => (quota ?? 0) / 100)).toEqual([
    0, 10_000, 20_000, 30_000, 45_000, 45_000,
  ]);
});
test('as shares of the quota; a quarter is the sum of its months', () => {
  const plan = planOf({
    kind: 'rate',
    period: 'quarter',
    modifiers: quotaRamp(
      [
        [1, 2, 0.5],
        [3, 3, 0.8],
      ],
      'share',
    ),
  });
  const book = bookWith({
    periods: periodsOf('2026-01-01', 2, 3),
    people: [{ start: iso('2026-02-01') }],
    quota: 90_000,
  });
  // January lies before the start; February and March half, April 80 %.
  expect(evaluate(plan, book).lines.map(({ quota }) => quota! / 100)).toEqual([60_000, 84_000]);
});
test('a ramped rate pays more in the first months, and without a start date nobody ramps', () => {
  const plan = planOf({
    kind: 'rate',
    rate: 0.1,
    unit: 'ofAmount',
    period: 'month',
    modifiers: [{ kind: 'ramp', how: 'rate', from: 1, to: 2, value: 1.5, unit: 'share' }],
  });
  const deals = ['2026-01-10', '2026-02-10', '2026-03-10'].map((day) => ({ day, amount: 100 }));
  const periods = periodsOf('2026-01-01', 3);
  expect(payouts(plan, bookWith({ periods, deals, people: [{ start: iso('2026-01-05') }] }))).toEqual([
    15, 15, 10,
  ]);
  expect(payouts(plan, bookWith({ periods, deals }))).toEqual([10, 10, 10]);
});
