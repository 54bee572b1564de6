import fc from 'fast-check';
import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import type { ModifierOf } from '../../../../../src/engine/analyses/compensation/plan';
import { bookWith, periodsOf, planOf } from '../../../../support/compensation';

type Draw = ModifierOf<'draw'>;
const draw = (more: Partial<Draw>): Draw => ({
  kind: 'draw',
  value: 2000,
  how: 'recoverable',
  ...more,
});
/** Months in which so much is earned. */
const lines = (earned: readonly number[], row: Draw, forgivenAfter?: number) =>
  evaluate(
    planOf({ kind: 'rate', rate: 1, unit: 'ofAmount', period: 'month' }, [
      row,
      ...(forgivenAfter === undefined ? [] : [{ kind: 'forgiveness', to: forgivenAfter } as const]),
    ]),
    bookWith({
      periods: periodsOf('2026-01-01', earned.length),
      deals: earned.map((amount, i) => ({ day: `2026-${String(i + 1).padStart(2, '0')}-10`, amount })),
    }),
  ).lines;
const units = (of: readonly number[]): readonly number[] => of.map((cents) => cents / 100);

test('Siebel, Table 4: a recoverable draw of 2,000', () => {
  const paid = lines([2750, 3000, 1500, 2375, 3000, 2750], draw({}));
  expect(units(paid.map(({ payout }) => payout))).toEqual([2750, 3000, 2000, 2000, 2875, 2750]);
  expect(units(paid.map(({ owed }) => owed))).toEqual([0, 0, 500, 125, 0, 0]);
  expect(paid.reduce((sum, { payout }) => sum + payout, 0)).toBe(1_537_500);
});
test('QuotaPath help: a non-recoverable draw of 5,000, earned 3,200, tops up by 1,800', () => {
  const [line] = lines([3200], draw({ value: 5000, how: 'notRecoverable' }));
  expect(line).toMatchObject({ payout: 500_000, owed: 0 });
  expect(line!.slices.map(({ rule, amount }) => [rule, amount])).toEqual([
    ['rate', 320_000],
    ['draw', 180_000],
  ]);
});
test('on top: paid beside what is earned, and kept back when the draw has ended', () => {
  const paid = lines([500, 500, 3000, 3000], draw({ value: 1000, how: 'onTopRecoverable', to: 2 }));
  expect(units(paid.map(({ payout }) => payout))).toEqual([1500, 1500, 1000, 3000]);
  expect(units(paid.map(({ owed }) => owed))).toEqual([1000, 2000, 0, 0]);
});
test('on top and not recoverable it is a gift', () => {
  const paid = lines([500, 500], draw({ value: 1000, how: 'onTopNotRecoverable', to: 1 }));
  expect(units(paid.map(({ payout }) => payout))).toEqual([1500, 500]);
});
test('what is owed after three periods is forgiven', () => {
  const paid = lines([0, 0, 0, 5000], draw({ to: 3 }), 3);
  expect(units(paid.map(({ payout }) => payout))).toEqual([2000, 2000, 2000, 5000]);
  expect(paid[3]).toMatchObject({ forgiven: 600_000, owed: 0 });
});

test('a draw conserves: paid = earned + still owed + forgiven', () => {
  const earnings = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
  const draws = fc.record({
    value: fc.integer({ min: 0, max: 500_000 }).map((cents) => cents / 100),
    how: fc.constantFrom('recoverable' as const, 'onTopRecoverable' as const),
    to: fc.integer({ min: 1, max: 12 }),
  });
  const months = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined });
  fc.assert(
    fc.property(earnings, draws, months, (cents, row, forgivenAfter) => {
      const paid = lines(units(cents), draw(row), forgivenAfter);
      const sum = (of: (line: (typeof paid)[number]) => number): number =>
        paid.reduce((all, line) => all + of(line), 0);
      const owed = paid[paid.length - 1]!.owed;
      expect(sum(({ payout }) => payout)).toBe(
        sum(({ earned }) => earned) + owed + sum(({ forgiven }) => forgiven),
      );
      expect(owed).toBeGreaterThanOrEqual(0);
    }),
  );
});
