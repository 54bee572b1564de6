import type { Component } from '../../../../../src/engine/analyses/compensation/plan';
import { bookWith, payouts, planOf } from '../../../../support/compensation';

/** eHow: margin up to 35 % pays 10 %, to 60 % 25 %, above 40 % of the margin. */
const plan = (marginOn: NonNullable<Component['marginOn']>) =>
  planOf({
    basis: 'margin',
    bandsOf: 'margin',
    marginOn,
    tiers: [
      { from: -1, to: 0.355, rate: 0.1, unit: 'ofAmount' },
      { from: 0.355, to: 0.605, rate: 0.25, unit: 'ofAmount' },
      { from: 0.605, rate: 0.4, unit: 'ofAmount' },
    ],
  });
const deal = (amount: number, cost?: number) => ({
  day: '2026-01-01',
  amount,
  ...(cost !== undefined && { cost }),
});

test('eHow: cost 100, price 150 pays 12.50 with margin on cost (its own figure) and 5.00 with margin on price', () => {
  // The source calls the margin 50 % where it is a markup; on the price it is a third. The plan says which is meant.
  const book = bookWith({ deals: [deal(150, 100)] });
  expect(payouts(plan('cost'), book)).toEqual([12.5]);
  expect(payouts(plan('price'), book)).toEqual([5]);
});
test('each deal is paid in its own band; a deal without a cost is in none', () => {
  const deals = [deal(100, 80), deal(100, 50), deal(100, 10), deal(100)];
  expect(payouts(plan('price'), bookWith({ deals }))).toEqual([2 + 12.5 + 36]);
});
test('tiers per deal: each deal climbs them alone', () => {
  const byDeal = planOf({
    perDeal: true,
    bandsOf: 'amount',
    tiers: [
      { from: 0, to: 100, rate: 0.1, unit: 'ofAmount' },
      { from: 100, rate: 0.2, unit: 'ofAmount' },
    ],
  });
  expect(payouts(byDeal, bookWith({ deals: [deal(80), deal(80), deal(150)] }))).toEqual([8 + 8 + 20]);
});
