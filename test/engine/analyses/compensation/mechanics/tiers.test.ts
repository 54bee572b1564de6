import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import type { Component } from '../../../../../src/engine/analyses/compensation/plan';
import { bookOf, lineOf, paid, planOf, tiersOf } from '../../../../support/compensation';

const whole = 'whole';
const byAmount = { bandsOf: 'amount' } as const satisfies Partial<Component>;

describe('tiers of published plans', () => {
  test('revopsmasters.com: 1× to 100 %, 1.5× to 130 %, 2× above; 650,000 of 500,000 pay 145,000 of 100,000', () => {
    const plan = planOf({
      tiers: tiersOf(
        [
          [0, 1, 1],
          [1, 1.3, 1.5],
          [1.3, null, 2],
        ],
        'timesTarget',
      ),
    });
    expect(paid(plan, { sold: 650_000, quota: 500_000, target: 100_000 })).toBe(145_000);
  });

  test('excelforum.com 861932: 5 % to 100,000, 6 % to 125,000, 7 % above; 150,000 pay 8,250 in three slices', () => {
    const plan = planOf({
      ...byAmount,
      tiers: tiersOf([
        [0, 100_000, 0.05],
        [100_000, 125_000, 0.06],
        [125_000, null, 0.07],
      ]),
    });
    const { payout, slices } = lineOf(plan, { sold: 150_000 });
    expect(payout).toBe(825_000);
    expect(slices.map(({ amount }) => amount)).toEqual([500_000, 150_000, 175_000]);
  });

  test('biggestcalculatorhub.com: 3/5/7 % at 300,000 and 600,000; 600,000 pay 24,000, 750,000 pay 34,500', () => {
    const plan = planOf({
      ...byAmount,
      tiers: tiersOf([
        [0, 300_000, 0.03],
        [300_000, 600_000, 0.05],
        [600_000, null, 0.07],
      ]),
    });
    expect(paid(plan, { sold: 600_000 })).toBe(24_000);
    expect(paid(plan, { sold: 750_000 })).toBe(34_500);
  });

  test('sparrowgenie.com: 3/5/7 % at 300,000 and 500,000; 600,000 pay 26,000', () => {
    const plan = planOf({
      ...byAmount,
      tiers: tiersOf([
        [0, 300_000, 0.03],
        [300_000, 500_000, 0.05],
        [500_000, null, 0.07],
      ]),
    });
    expect(paid(plan, { sold: 600_000 })).toBe(26_000);
  });

  test('spiff.com: the whole amount at the rate of the tier reached; 220,000 at 8 % pay 17,600', () => {
    const plan = planOf({
      ...byAmount,
      tiers: tiersOf(
        [
          [0, 100_000, 0.05],
          [100_000, 200_000, 0.06],
          [200_000, null, 0.08],
        ],
        'ofAmount',
        whole,
      ),
    });
    expect(paid(plan, { sold: 220_000 })).toBe(17_600);
  });

  test('Oracle 2582565.1: at exactly 1,500,000 the bound belongs to the lower tier only where the plan says so', () => {
    const tiers = tiersOf(
      [
        [0, 1_500_000, 0.0175],
        [1_500_000, null, 0.025],
      ],
      'ofAmount',
      whole,
    );
    expect(paid(planOf({ ...byAmount, tiers, boundary: 'lower' }), { sold: 1_500_000 })).toBe(26_250);
    expect(paid(planOf({ ...byAmount, tiers }), { sold: 1_500_000 })).toBe(37_500);
  });

  test('salescookie.com: 6 % to the quota of 100,000, 8 % above; 110,000 pay 6,800 marginal, 8,800 retroactive', () => {
    const rows = [
      [0, 1, 0.06],
      [1, 1.5, 0.08],
      [1.5, null, 0.1],
    ] as const;
    const year = { sold: 110_000, quota: 100_000 };
    expect(paid(planOf({ tiers: tiersOf(rows) }), year)).toBe(6_800);
    expect(paid(planOf({ tiers: tiersOf(rows, 'ofAmount', whole) }), year)).toBe(8_800);
  });

  test('quotapath.com: 5 % below half, 10 % back to the first unit, 20 % above quota of 33,000', () => {
    const plan = planOf({
      tiers: [
        { from: 0, to: 0.5, rate: 0.05, unit: 'ofAmount' },
        { from: 0.5, to: 1, rate: 0.1, unit: 'ofAmount', how: 'whole' },
        { from: 1, rate: 0.2, unit: 'ofAmount' },
      ],
    });
    expect([15_000, 20_000, 40_000].map((sold) => paid(plan, { sold, quota: 33_000 }))).toEqual([
      750, 2_000, 4_700,
    ]);
  });
});

describe('tiers, conventions', () => {
  const plan = planOf({ tiers: tiersOf([[0, 1, 1]], 'timesTarget') });

  test('without a quota an attainment cannot be told, and nothing is paid', () => {
    expect(lineOf(plan, { sold: 500, target: 100 })).toMatchObject({ payout: 0, attainment: null });
  });
  test('negative credit pays nothing', () => {
    expect(paid(plan, { sold: -500, quota: 1000, target: 100 })).toBe(0);
  });
  test('lumps add up as marginal tiers and replace each other as whole ones', () => {
    const rows = [
      [0.8, 1, 250],
      [1, null, 1000],
    ] as const;
    const year = { attainment: 1.1, quota: 1000 };
    expect(paid(planOf({ tiers: tiersOf(rows, 'fixed') }), year)).toBe(1250);
    expect(paid(planOf({ tiers: tiersOf(rows, 'fixed', whole) }), year)).toBe(1000);
  });
  test('the slices add up to the payout, to the cent', () => {
    const thirds = planOf({
      ...byAmount,
      tiers: tiersOf([
        [0, 100.1, 0.05],
        [100.1, 200.2, 0.05],
        [200.2, null, 0.05],
      ]),
    });
    const { lines } = evaluate(thirds, bookOf({ sold: 300.3 }));
    expect(lines[0]!.payout).toBe(1502); // 15.015 rounded once; three times 5.005 rounded each would be 15.03
    expect(lines[0]!.slices.reduce((sum, { amount }) => sum + amount, 0)).toBe(1502); // 15.015 rounded once; three times 5.005 rounded each would be 15.03
  });
});
