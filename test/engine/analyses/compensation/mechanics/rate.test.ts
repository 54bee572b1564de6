import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import { bookWith, lineOf, paid, payouts, planOf } from '../../../../support/compensation';

test('bentega.com: 70,000 + 30,000 over a quota of 600,000 is a rate of 5 %, and target pay at quota', () => {
  const plan = planOf({ kind: 'rate' });
  expect(paid(plan, { sold: 100_000, quota: 600_000, target: 30_000 })).toBe(5_000);
  expect(paid(plan, { sold: 600_000, quota: 600_000, target: 30_000 })).toBe(30_000);
});

describe('SPIFFs (bentega.com)', () => {
  const deals = Array.from({ length: 4 }, () => ({ day: '2026-03-10', amount: 12_500, type: 'New' }));

  test('250 for each of four deals is 1,000', () => {
    const plan = planOf({ kind: 'rate', basis: 'deals', rate: 250, unit: 'perUnit' });
    expect(payouts(plan, bookWith({ deals }))).toEqual([1_000]);
  });
  test('2 % of 50,000 is 1,000', () => {
    const plan = planOf({ kind: 'rate', rate: 0.02, unit: 'ofAmount' });
    expect(payouts(plan, bookWith({ deals }))).toEqual([1_000]);
  });
  test('only deals of its six weeks and of its kind count', () => {
    const more = [
      ...deals,
      { day: '2026-05-01', amount: 12_500, type: 'New' },
      { day: '2026-03-10', amount: 12_500, type: 'Renewal' },
    ];
    const plan = planOf({
      kind: 'rate',
      basis: 'deals',
      rate: 250,
      unit: 'perUnit',
      only: { type: ['new', 'Upgrade'] },
      starts: '2026-03-01',
      ends: '2026-04-15',
    });
    expect(payouts(plan, bookWith({ deals: more }))).toEqual([1_000]);
  });
});

test('prowi.com: a deal of 100,000 at 10 % split 60/40 pays 6,000 and 4,000', () => {
  const deals = [
    { person: 0, day: '2026-02-01', amount: 100_000, share: 0.6 },
    { person: 1, day: '2026-02-01', amount: 100_000, share: 0.4 },
  ];
  const plan = planOf({ kind: 'rate', rate: 0.1, unit: 'ofAmount' });
  expect(payouts(plan, bookWith({ people: [{}, {}], deals }))).toEqual([6_000, 4_000]);
});

test('a manager is paid an override on the team, directly and through others, and not on their own deals', () => {
  const people = [
    { name: 'Max' },
    { name: 'Ann', manager: 'max' },
    { name: 'Bob', manager: 'Ann' },
    { name: 'Eve' },
  ];
  const deals = [0, 1, 2, 3].map((person) => ({ person, day: '2026-02-01', amount: 1_000 * (person + 1) }));
  const plan = planOf({ kind: 'rate', rate: 0.01, unit: 'ofAmount', whose: 'team' });
  expect(payouts(plan, bookWith({ people, deals }))).toEqual([50, 30, 0, 0]);
});

test('each deal’s part is told, and the parts add up to the slice', () => {
  const deals = [33.33, 66.67, 0.01].map((amount) => ({ day: '2026-02-01', amount }));
  const plan = planOf({ kind: 'rate', rate: 0.1, unit: 'ofAmount' });
  const [slice] = evaluate(plan, bookWith({ deals })).lines[0]!.slices;
  expect(slice!.amount).toBe(1000);
  expect(slice!.deals.map(({ amount }) => amount)).toEqual([333, 667, 0]);
});

test('a lump is paid where anything is credited; negative credit earns nothing', () => {
  const lump = planOf({ kind: 'rate', rate: 500, unit: 'fixed' });
  expect([0, 1, 1000, -1].map((sold) => paid(lump, { sold }))).toEqual([0, 500, 500, 0]);
  expect(lineOf(planOf({ kind: 'rate', rate: 0.1, unit: 'ofAmount' }), { sold: -500 }).payout).toBe(0);
});

test('money for each point of attainment', () => {
  const plan = planOf({ kind: 'rate', rate: 120, unit: 'perPoint' });
  expect(paid(plan, { sold: 87_500, quota: 100_000 })).toBe(10_500);
});
