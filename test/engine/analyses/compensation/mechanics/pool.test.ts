import fc from 'fast-check';
import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import { bookWith, payouts, planOf } from '../../../../support/compensation';

const bookOf = (sold: readonly number[], teams: readonly string[] = []) =>
  bookWith({
    people: sold.map((_, i) => (teams[i] === undefined ? {} : { team: teams[i] })),
    deals: sold.map((amount, person) => ({ person, day: '2026-03-01', amount })),
  });
const pool = { kind: 'pool', rate: 0.01, unit: 'ofAmount' } as const;

test('a share of what the team sold, by credit', () => {
  expect(payouts(planOf(pool), bookOf([1000, 3000]))).toEqual([10, 30]);
});
test('equally: the first gets the cent left over', () => {
  const equally = planOf({ ...pool, rate: 100, unit: 'fixed', shared: 'equally' });
  expect(payouts(equally, bookOf([5, 1, 0]))).toEqual([33.34, 33.33, 33.33]);
});
test('each team has a pot of its own', () => {
  expect(payouts(planOf({ ...pool, shared: 'equally' }), bookOf([1000, 3000, 500], ['N', 'N', 'S']))).toEqual(
    [20, 20, 5],
  );
});
test('the shares add up to the pot, to the cent', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 9 }), (cents) => {
      const sold = cents.map((c) => c / 100);
      const { total } = evaluate(planOf({ ...pool, rate: 999.99, unit: 'fixed' }), bookOf(sold));
      expect(total).toBe(cents.some((c) => c > 0) ? 99_999 : 0);
    }),
  );
});
