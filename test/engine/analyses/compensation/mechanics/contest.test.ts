import { bookWith, payouts, planOf } from '../../../../support/compensation';

const plan = planOf({
  kind: 'contest',
  tiers: [
    { from: 1, rate: 3000, unit: 'fixed' },
    { from: 2, rate: 1000, unit: 'fixed' },
    { from: 3, to: 4, rate: 500, unit: 'fixed' },
  ],
});
const contest = (sold: readonly number[]): readonly number[] =>
  payouts(
    plan,
    bookWith({
      people: sold.map(() => ({})),
      deals: sold.flatMap((amount, person) => (amount === 0 ? [] : [{ person, day: '2026-03-01', amount }])),
    }),
  );

test('prizes by rank', () => {
  expect(contest([10, 50, 30, 20, 40])).toEqual([0, 3000, 500, 500, 1000]);
});
test('a tie shares the prizes of the ranks it takes', () => {
  expect(contest([50, 50, 30])).toEqual([2000, 2000, 500]);
  expect(contest([50, 30, 30, 30])).toEqual([3000, 666.67, 666.67, 666.67]);
});
test('who sold nothing has no rank', () => {
  expect(contest([0, 0, 10])).toEqual([0, 0, 3000]);
});
