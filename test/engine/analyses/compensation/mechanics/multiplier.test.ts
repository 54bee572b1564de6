import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import type { ModifierOf } from '../../../../../src/engine/analyses/compensation/plan';
import { bookWith, paid, payouts, planOf } from '../../../../support/compensation';

const times = (value: number, measure = 'Sales'): ModifierOf<'multiplier'> => ({
  kind: 'multiplier',
  measure,
  value,
});

test('sparrowgenie.com: 5 % × 200,000 × 1.1 × 1.2 is 13,200', () => {
  const plan = planOf({
    kind: 'rate',
    rate: 0.05,
    unit: 'ofAmount',
    // Tables of different measures multiply; both are always open.
    modifiers: [times(1.1), { ...times(1.2), and: { measure: 'Sales', from: 0 } }],
  });
  expect(paid(plan, { sold: 200_000, quota: 200_000 })).toBe(13_200);
});

describe('quotapath.com, multi-year: 10, 12.5, 15 % for 1, 2, 3 years; × 1.25 at 100 % of 175,000', () => {
  const plan = planOf({
    bandsOf: 'term',
    tiers: [
      { from: 0, to: 24, rate: 0.1, unit: 'ofAmount' },
      { from: 24, to: 36, rate: 0.125, unit: 'ofAmount' },
      { from: 36, rate: 0.15, unit: 'ofAmount' },
    ],
    modifiers: [{ ...times(1.25), from: 1 }],
  });
  const book = (last: number) =>
    bookWith({
      quota: 175_000,
      deals: [12, 24, 36].map((term, i) => ({
        day: `2026-0${i + 1}-01`,
        amount: i === 2 ? last : 50_000,
        term,
      })),
    });
  test('at quota 12.5, 15.625 and 18.75 %', () => {
    expect(payouts(plan, book(75_000))).toEqual([6_250 + 7_812.5 + 14_062.5]);
  });
  test('a cent below quota 10, 12.5 and 15 %', () => {
    expect(payouts(plan, book(74_999.99))).toEqual([5_000 + 6_250 + 11_250]);
  });
});

test('rows of one measure are a table; outside of it × 1', () => {
  const plan = planOf({
    kind: 'rate',
    rate: 0.1,
    unit: 'ofAmount',
    modifiers: [
      { ...times(0.5), from: 0, to: 0.5 },
      { ...times(2), from: 1, to: 2 },
    ],
  });
  const at = [400, 500, 999, 1000, 1999, 2000].map((sold) => paid(plan, { sold, quota: 1000 }));
  expect(at).toEqual([20, 50, 99.9, 200, 399.8, 200]);
});

test('a matrix of margin and contract term multiplies deal by deal', () => {
  const row = (from: number, term: number, value: number): ModifierOf<'multiplier'> => ({
    ...times(value, 'margin'),
    from,
    ...(from === 0 && { to: 0.4 }),
    and: { measure: 'term', from: term, ...(term === 0 && { to: 24 }) },
  });
  const plan = planOf({
    kind: 'rate',
    rate: 0.1,
    unit: 'ofAmount',
    modifiers: [row(0, 0, 0.5), row(0, 24, 0.8), row(0.4, 0, 1), row(0.4, 24, 1.5)],
  });
  const deals = [
    { day: '2026-01-01', amount: 100, cost: 80, term: 12 },
    { day: '2026-01-01', amount: 100, cost: 80, term: 24 },
    { day: '2026-01-01', amount: 100, cost: 60, term: 12 },
    { day: '2026-01-01', amount: 100, cost: 60, term: 36 },
    { day: '2026-01-01', amount: 100 },
  ];
  // The last deal has no margin: it is in no band, and × 1.
  const line = evaluate(plan, bookWith({ deals })).lines[0]!;
  expect(line.payout).toBe(500 + 800 + 1000 + 1500 + 1000);
  expect(line.slices.map(({ amount }) => amount)).toEqual([5000, -500, -200, 500]);
});
