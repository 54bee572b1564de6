import fc from 'fast-check';
import { comparePlans } from '../../../../../src/engine/analyses/compensation/modelling/comparePlans';
import { contestCost } from '../../../../../src/engine/analyses/compensation/modelling/contestCost';
import {
  fairnessOf,
  type PaidPerson,
} from '../../../../../src/engine/analyses/compensation/modelling/fairness';
import { setQuotas } from '../../../../../src/engine/analyses/compensation/modelling/quotaSetting';
import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import { bookWith, planOf } from '../../../../support/compensation';

describe('plan A against plan B', () => {
  const book = bookWith({
    people: [{}, {}, {}],
    deals: [
      { person: 0, day: '2026-02-01', amount: 1000 },
      { person: 1, day: '2026-02-01', amount: 100_000 },
    ],
  });
  const flat = planOf({ kind: 'rate', rate: 0.05, unit: 'ofAmount' });
  const lump = planOf({ tiers: [{ from: 0, rate: 100, unit: 'fixed' }], bandsOf: 'amount' });

  it('says who wins and who loses on the same deals', () => {
    expect(comparePlans(evaluate(flat, book), evaluate(lump, book))).toEqual({
      people: [
        { person: 0, a: 5000, b: 10_000 },
        { person: 1, a: 500_000, b: 10_000 },
        { person: 2, a: 0, b: 10_000 },
      ],
      a: 505_000,
      b: 30_000,
      winners: 2,
      losers: 1,
      same: 0,
      gained: 15_000,
      lost: 490_000,
    });
  });

  it('finds nothing between a plan and itself, and the whole difference between any two', () => {
    const same = comparePlans(evaluate(flat, book), evaluate(flat, book));
    expect([same.winners, same.losers, same.gained, same.lost]).toEqual([0, 0, 0, 0]);
    const { a, b, gained, lost } = comparePlans(evaluate(flat, book), evaluate(lump, book));
    expect(b - a).toBe(gained - lost);
  });
});

describe('a SPIFF', () => {
  it('costs 250 × 4 = 1,000 (bentega.io)', () => {
    expect(contestCost({ prize: 25_000, fixed: 0, usual: 4, lift: 0, margin: 0 }).cost).toBe(100_000);
  });

  it('breaks even where the extra margin pays for all prizes, those of usual sales too', () => {
    const plan = { prize: 10_000, fixed: 50_000, usual: 40, margin: 60_000 };
    const { breakEven } = contestCost({ ...plan, lift: 0.2 });
    // (100 × 40 + 500) ÷ ((600 − 100) × 40) = 4,500 ÷ 20,000
    expect(breakEven).toBeCloseTo(0.225, 12);
    expect(contestCost({ ...plan, lift: breakEven! }).net).toBeCloseTo(0, 6);
  });

  it('never does where a unit brings no more than its prize', () => {
    expect(contestCost({ prize: 500, fixed: 0, usual: 10, lift: 1, margin: 500 }).breakEven).toBeNull();
    expect(contestCost({ prize: 0, fixed: 0, usual: 0, lift: 0, margin: 0 }).breakEven).toBe(0);
  });

  it('gains with the lift beyond the break-even, and loses below it', () => {
    const cents = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(
        cents,
        fc.nat(1e6),
        fc.integer({ min: 1, max: 500 }),
        cents,
        (prize, fixed, usual, more) => {
          const plan = { prize, fixed, usual, margin: prize + more };
          const { breakEven } = contestCost({ ...plan, lift: 0 });
          expect(contestCost({ ...plan, lift: breakEven! * 1.01 + 1e-6 }).net).toBeGreaterThan(0);
          expect(contestCost({ ...plan, lift: breakEven! * 0.99 }).net).toBeLessThan(0);
        },
      ),
    );
  });
});

describe('fairness', () => {
  const person = (person: number, part: Partial<PaidPerson>): PaidPerson => ({
    person,
    name: `Person ${person}`,
    manager: null,
    base: 0,
    payout: 0,
    credited: 0,
    attainment: null,
    ...part,
  });

  it('names the best seller who earns more than the manager', () => {
    const team = [
      person(0, { name: 'Mia', base: 9_000, payout: 1_000 }),
      person(1, { manager: 'mia ', base: 5_000, payout: 6_000 }),
      person(2, { manager: 'Mia', base: 5_000, payout: 7_000 }),
      person(3, { manager: 'Mia', payout: 10 }),
    ];
    expect(fairnessOf(team, 0.95).inversions).toEqual([
      { manager: 'Mia', managerPay: 10_000, seller: 'Person 2', sellerPay: 12_000 },
    ]);
    expect(fairnessOf(team.slice(0, 1), 0.95).inversions).toEqual([]);
  });

  it('counts who is at quota, of those who have one', () => {
    const { atQuota } = fairnessOf(
      [person(0, { attainment: 1 }), person(1, { attainment: 0.999 }), person(2, {})],
      0.95,
    );
    expect(atQuota).toMatchObject({ x: 1, n: 2, estimate: 0.5 });
    expect(fairnessOf([], 0.95)).toMatchObject({ people: 0, gini: null, atQuota: { n: 0, estimate: null } });
  });
});

describe('quotas by capacity', () => {
  const people = [
    { person: 0, quota: 120, sold: 80, capacity: 1 },
    { person: 1, quota: 100, sold: 120, capacity: 1 },
    { person: 2, quota: null, sold: null, capacity: 0.5 },
  ];

  it('share out the target with what is assigned beyond it', () => {
    const set = setQuotas(people, 0.3, 200, 0.1);
    expect(set.suggested).toBeCloseTo(220, 9);
    expect(set.overAssignment).toBeCloseTo(220 / 200, 12);
    // Typical full year 100: expected 90, 110 and 50.
    expect(set.capacity).toBeCloseTo(250, 9);
    expect(set.people.map(({ suggested }) => suggested)).toEqual(
      [90, 110, 50].map((x) => expect.closeTo((x * 220) / 250, 9)),
    );
  });

  it('say how likely each quota is reached: 50 % where the quota is the median', () => {
    const one = { person: 0, quota: 100 * Math.exp(-(0.4 ** 2) / 2), sold: 100, capacity: 1 };
    expect(setQuotas([one], 0.4, null, 0).people[0]!.reaches).toBeCloseTo(0.5, 12);
  });

  it('know nothing of a team that has sold nothing', () => {
    const set = setQuotas([{ person: 0, quota: 5, sold: null, capacity: 1 }], 0.3, 100, 0);
    expect(set).toMatchObject({ capacity: 0, suggested: 0 });
    expect(set.people[0]!.reaches).toBe(0);
  });
});
