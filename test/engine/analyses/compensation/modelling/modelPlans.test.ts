import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import { PLAN_LIBRARY } from '../../../../../src/engine/analyses/compensation/library';
import { ifDealCloses } from '../../../../../src/engine/analyses/compensation/modelling/dealEstimate';
import { needForIncome } from '../../../../../src/engine/analyses/compensation/modelling/incomeGoal';
import {
  attainmentFor,
  curveOf,
} from '../../../../../src/engine/analyses/compensation/modelling/payoutCurve';
import type { Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { dayOf } from '../../../../../src/engine/core/day';
import { bookOf, bookWith, paid, periodsOf, planOf, tiersOf } from '../../../../support/compensation';
import { modelled, modelOf, TEAM } from '../../../../support/planHealth';

const ACCELERATED = planOf({
  tiers: tiersOf(
    [
      [0, 1, 1],
      [1, 1.3, 1.5],
      [1.3, null, 2],
    ],
    'timesTarget',
  ),
  objective: 'Growth',
});

/** No NaN, Infinity or undefined anywhere: a finding is written as JSON. */
const isPlain = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'object' && Object.values(value).every(isPlain));

describe('the payout curve', () => {
  const { typical } = modelOf(ACCELERATED);

  it('pays at each point what evaluation pays, to the cent', () => {
    for (const plan of [
      ACCELERATED,
      planOf({
        ...ACCELERATED.components[0]!,
        boundary: 'lower',
        tiers: tiersOf(
          [
            [0, 1, 0.5],
            [1, null, 1],
          ],
          'timesTarget',
          'whole',
        ),
      }),
    ]) {
      const { points } = modelOf(plan).typical!;
      expect(points.map(({ attainment }) => attainment)).toEqual(
        Array.from({ length: 41 }, (_, i) => (i * 5) / 100),
      );
      for (const { attainment, payout } of points)
        expect(payout / 100).toBe(paid(plan, { attainment, quota: 500_000, target: 100_000 }));
    }
  });

  it('has no cliff where tiers join, and prices those that do not', () => {
    expect(typical!.cliffs).toEqual([]);
    const { cliffs } = modelOf(
      planOf({
        tiers: tiersOf(
          [
            [0, 1, 0.8],
            [1, null, 1],
          ],
          'timesTarget',
          'whole',
        ),
      }),
    ).typical!;
    expect(cliffs).toEqual([
      {
        at: 1,
        before: expect.closeTo(8_000_000, 3),
        jump: expect.closeTo(2_000_000, 3),
        near: expect.any(Number),
      },
    ]);
    // Without history: LN with mean 1 and σ 0.5. scipy 1.17.1: norm.cdf(.25) − norm.cdf((ln .95 + .125)/.5)
    expect(cliffs[0]!.near).toBeCloseTo(0.040109185952583726, 12);
  });

  it('gives the mix of a typical person (bentega.io: 70,000 and 30,000 are an OTE of 100,000; quota 600,000)', () => {
    const book = bookWith({ people: [{ target: 3_000_000, base: 7_000_000 }], quota: 600_000 });
    const { mix } = modelled([ACCELERATED], {}, book).models[0]!.typical!;
    expect(mix).toMatchObject({
      ote: 10_000_000,
      baseShare: 0.7,
      quotaToOte: 6,
      leverage: expect.closeTo(1.5, 9),
    });
    // P90 of LN(−0.125, 0.5) is e^(−0.125 + 0.5 × 1.2815516): 167.5 % pays 1 + 0.45 + 2 × 0.375.
    expect(mix.attainmentP90).toBeCloseTo(1.67496, 4);
    expect(mix.upside).toBeCloseTo(1 + 0.45 + 2 * (mix.attainmentP90 - 1.3), 9);
  });
});

describe('the attainment that an income takes', () => {
  const curve = curveOf([
    { from: 0, base: 0, slope: 0 },
    { from: 0.5, base: 0, slope: 100 },
    { from: 1, base: 50, slope: 100 },
    { from: 2, base: 250, slope: 0 },
  ]);

  it('is the least that pays as much; a jump over it is its place, and beyond the most there is none', () => {
    expect([0, 10, 60, 100, 120, 200, 251].map((pay) => attainmentFor(curve, pay))).toEqual([
      0,
      0.5,
      0.6,
      1,
      1,
      1.5,
      null,
    ]);
  });

  it('leads on to deals, new deals and activities a week', () => {
    const selling = { dealSize: 50, winRate: 0.25, activitiesPerDeal: 12, weeks: 48 };
    expect(needForIncome(260, 200, { curve, volume: 1000 }, selling)).toEqual({
      income: 260,
      payout: 60,
      attainment: 0.6,
      credit: 600,
      deals: 12,
      newDeals: 48,
      activitiesPerWeek: 12,
    });
    const unknown = { dealSize: null, winRate: 0, activitiesPerDeal: null, weeks: 48 };
    expect(needForIncome(260, 200, { curve, volume: 1000 }, unknown)).toMatchObject({
      deals: null,
      newDeals: null,
    });
  });
});

describe('if this deal closes', () => {
  const plan = planOf({
    bandsOf: 'amount',
    tiers: tiersOf([
      [0, 1000, 0.05],
      [1000, null, 0.1],
    ]),
  });
  const book = bookWith({
    people: [{ name: 'Ann' }, { name: 'Max' }],
    deals: [{ person: 0, day: '2026-02-01', amount: 900 }],
  });

  it('earns the plan with it less the plan without it, split at the line that it crosses', () => {
    const estimate = ifDealCloses(plan, book, { person: 0, day: dayOf(2026, 5, 1), amount: 30_000 });
    expect(estimate).toEqual({
      before: 4500,
      after: 4500 + 500 + 2000,
      earns: 2500,
      othersEarn: 0,
      rate: 2500 / 30_000,
      lines: [
        { component: 'Sales', rule: 'tiers', row: 0, amount: 500 },
        { component: 'Sales', rule: 'tiers', row: 1, amount: 2000 },
      ],
    });
    expect(evaluate(plan, book).total).toBe(4500);
  });

  it('tells what a manager earns by it', () => {
    const override: Plan = planOf({ kind: 'rate', rate: 0.01, unit: 'ofAmount', whose: 'team' });
    const team = bookWith({ people: [{ name: 'Ann', manager: 'Max' }, { name: 'Max' }], deals: [] });
    const estimate = ifDealCloses(override, team, { person: 0, day: dayOf(2026, 5, 1), amount: 30_000 });
    expect([estimate.earns, estimate.othersEarn]).toEqual([0, 300]);
  });

  it('is added to an attainment that is typed by hand', () => {
    const of = (typed: ReturnType<typeof bookOf>) =>
      ifDealCloses(ACCELERATED, typed, { person: 0, day: dayOf(2026, 5, 1), amount: 25_000_000 });
    const earns = of(bookOf({ attainment: 1, quota: 500_000, target: 100_000 })).earns;
    // Half of the quota: 30 points at 1.5, 20 points at 2.
    expect(earns).toBe(8_500_000);
    expect(of(bookOf({ sold: 500_000, quota: 500_000, target: 100_000 })).earns).toBe(8_500_000);
  });

  it('outside of the periods earns nothing', () => {
    expect(ifDealCloses(plan, book, { person: 0, day: dayOf(2030, 1, 1), amount: 100 })).toMatchObject({
      earns: 0,
      lines: [],
    });
  });
});

describe('everything that is modelled', () => {
  it('is plain data for every plan of the library, with and without history', () => {
    const deals = Array.from({ length: 60 }, (_, i) => ({
      person: i % 3,
      day: `2026-${String(1 + (i % 12)).padStart(2, '0')}-10`,
      amount: 10_000 + 700 * i,
      cost: 4_000,
      units: 3,
      term: 12 * (1 + (i % 3)),
      type: i % 2 ? 'New' : 'Renewal',
    }));
    const book = bookWith({
      people: [1, 2, 3].map((i) => ({
        target: 6_000_000,
        base: 5_000_000,
        ...(i > 1 && { manager: 'Person 1' }),
      })),
      quota: 60_000,
      periods: periodsOf('2026-01-01', 12),
      deals,
    });
    for (const plan of PLAN_LIBRARY) {
      for (const day of ['2025-12-31', '2026-12-31']) {
        const finding = modelled(
          [plan],
          { payRuns: 200, payBudget: 100_000, salesTarget: 2_000_000, spiffUsual: 10 },
          book,
          day,
        );
        expect([plan.name, isPlain(finding)]).toEqual([plan.name, true]);
        const { p10, p50, p90, bins } = finding.cost;
        expect(p10 <= p50 && p50 <= p90).toBe(true);
        expect(bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      }
    }
  });

  it('compares an alternative with its plan, on the same deals and the same draws', () => {
    const cheaper: Plan = {
      ...planOf({
        ...ACCELERATED.components[0]!,
        tiers: tiersOf(
          [
            [0, 1, 1],
            [1, 1.3, 1.25],
            [1.3, null, 2],
          ],
          'timesTarget',
        ),
      }),
      name: 'B',
      modifiers: [{ kind: 'alternativeTo', measure: 'test' }],
    };
    const book = {
      ...TEAM,
      typed: [0.5, 1.2, 1.4].map((attainment, person) => ({ person, period: 0, attainment })),
    };
    const { comparison, cost, models } = modelled([ACCELERATED, cheaper], {}, book);
    // 25 points of target less for each point above 100 %, up to 130 %.
    expect(comparison).toEqual([
      expect.objectContaining({
        a: 'Test',
        b: 'B',
        winners: 0,
        losers: 2,
        same: 1,
        lost: (0.2 + 0.3) * 0.25 * 10_000_000,
        changes: ['Sales, tier 2: rate: 1.5 × → 1.25 ×'],
      }),
    ]);
    const { expected } = comparison[0]!;
    expect(expected.b).toBeLessThan(expected.a);
    // It pays more in no year; in which nobody passes the quota, the same.
    expect(expected.low).toBeLessThan(expected.b - expected.a);
    expect(expected.high).toBeLessThanOrEqual(0);
    // An alternative pays nobody: the cost is that of the plan in force.
    expect(cost.mean).toBe(models[0]!.cost.mean);
    expect(models.map(({ inForce }) => inForce)).toEqual([true, false]);
  });

  it('adds up plans for different people, and tells the chance to exceed a budget', () => {
    const forOne = (name: string, person: string): Plan => ({
      ...ACCELERATED,
      name,
      modifiers: [{ kind: 'appliesTo', measure: 'person', values: [person] }],
    });
    const plans = [forOne('One', 'Person 1'), forOne('Two', 'Person 2')];
    const { cost, models } = modelled(plans, { payBudget: 200_000 });
    expect(cost.mean).toBeCloseTo(models[0]!.cost.mean + models[1]!.cost.mean, 3);
    expect(cost.overBudget).toBeGreaterThan(0.3);
    expect(cost.overBudget).toBeLessThan(0.8);
    expect(modelled(plans).cost.overBudget).toBeNull();
  });

  it('is the same in every run', () => {
    expect(modelled([ACCELERATED])).toEqual(modelled([ACCELERATED]));
  });
});
