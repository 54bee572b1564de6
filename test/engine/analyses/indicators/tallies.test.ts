import fc from 'fast-check';
import { tallyAccounts } from '../../../../src/engine/analyses/indicators/accountTally';
import {
  mergeActivityTallies,
  tallyActivities,
  usualStage,
} from '../../../../src/engine/analyses/indicators/activityTally';
import { ofAll, ofPerson } from '../../../../src/engine/analyses/indicators/cube';
import {
  FROM_CREATION,
  fromStage,
  medianDays,
  mergeCycleTallies,
  tallyCycles,
} from '../../../../src/engine/analyses/indicators/cycle';
import {
  CREATED,
  DEALS_WON,
  EARLY,
  entriesTo,
  LATE,
  mergeDealTallies,
  standing,
  tallyDeals,
} from '../../../../src/engine/analyses/indicators/dealTally';
import { mergeLogTallies, tallyLog } from '../../../../src/engine/analyses/indicators/logSpan';
import { indexOf, type Periods } from '../../../../src/engine/analyses/indicators/periods';
import { personsOf } from '../../../../src/engine/analyses/indicators/persons';
import { dealsAsOf } from '../../../../src/engine/analyses/funnel/deals';
import { dayOf } from '../../../../src/engine/core/day';
import type { Dataset } from '../../../../src/engine/dataset/dataset';
import { activitiesOf, type ActivityRow } from '../../../support/activities';
import { datasetOf, stageMapOf, type DealRow } from '../../../support/dataset';

const AS_OF = dayOf(2024, 6, 30);
const STAGES = stageMapOf('Lead', 'Demo', 'Offer');
const PERIODS: Periods = { grain: 'month', first: indexOf('month', dayOf(2024, 1, 1)), count: 6 };

function tallied(deals: readonly DealRow[], activities: readonly ActivityRow[] = [], periods = PERIODS) {
  const dataset: Dataset = { ...datasetOf(deals, STAGES), activities: activitiesOf(activities) };
  const { opportunities, history, stages } = dataset;
  const all = dealsAsOf(opportunities!, history, stages, AS_OF);
  const persons = personsOf(dataset);
  const rows = { deals: all, opportunities: opportunities!, history, stages };
  return {
    dataset,
    all,
    persons,
    ofDeals: (from?: number, to?: number) => tallyDeals(rows, persons, periods, from, to),
    ofCycles: (goal: 'won' | number, from?: number, to?: number) =>
      tallyCycles(all, history, stages, goal, from, to),
    ofActivities: (from?: number, to?: number) =>
      tallyActivities(dataset.activities!, { opportunities, history, stages }, persons, periods, from, to),
  };
}

const DEALS: readonly DealRow[] = [
  {
    outcome: 'won',
    created: '2023-12-20',
    closed: '2024-03-31',
    amount: 50_000,
    texts: { owner: 'Ann', account: 'Acme' },
    path: [
      ['Lead', '2023-12-20'],
      ['Demo', '2024-01-31'],
      ['Offer', '2024-02-01'],
      ['Demo', '2024-02-15'],
      ['Offer', '2024-03-01'],
      ['Won', '2024-03-31'],
    ],
  },
  {
    outcome: 'open',
    created: '2024-01-02',
    amount: 20_000,
    texts: { owner: 'ann ', account: 'Brown' },
    path: [['Lead', '2024-01-02']],
  },
  {
    outcome: 'lost',
    created: '2024-02-29',
    closed: '2024-04-01',
    texts: { owner: 'Bob', account: 'acme' },
    path: [
      ['Lead', '2024-02-29'],
      ['Offer', '2024-03-05'],
    ],
  },
  { outcome: 'open', created: '2024-07-02', texts: { owner: 'Bob' }, path: [] },
];

describe('deals by period', () => {
  const { ofDeals, persons } = tallied(DEALS);
  const { counts, amounts, moves } = ofDeals();
  const series = (kind: number): readonly number[] => [...ofAll(counts, kind)];

  it('count creation, wins and first entries in the month that they fall in', () => {
    expect(series(CREATED)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(series(DEALS_WON)).toEqual([0, 0, 1, 0, 0, 0]);
    expect(series(entriesTo(0))).toEqual([1, 1, 0, 0, 0, 0]);
    expect(series(entriesTo(1))).toEqual([1, 0, 0, 0, 0, 0]);
    expect(series(entriesTo(2))).toEqual([0, 1, 1, 0, 0, 0]);
    expect([...ofAll(amounts, DEALS_WON)]).toEqual([0, 0, 50_000, 0, 0, 0]);
  });

  it('tell people apart by name, whatever its case and spaces', () => {
    expect(persons.names).toEqual(['Ann', 'Bob']);
    expect([...ofPerson(counts, CREATED, 0)]).toEqual([1, 0, 0, 0, 0, 0]);
    expect([...ofPerson(counts, CREATED, 1)]).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it('stand in early and late stages at the end of a month, those from before included', () => {
    // Lead is early, Offer late, Demo neither. The won deal stood in Lead before January and left it on its last day.
    expect([...standing(ofAll(moves, EARLY))]).toEqual([1, 2, 1, 1, 1, 1]);
    expect([...standing(ofAll(moves, LATE))]).toEqual([0, 0, 1, 0, 0, 0]);
  });
});

describe('the time to a goal', () => {
  const path = (days: number, outcome: DealRow['outcome'] = 'won'): DealRow => ({
    outcome: outcome!,
    created: AS_OF - 300,
    ...(outcome !== 'open' && { closed: AS_OF - 300 + days }),
    path: [
      ['Lead', AS_OF - 300],
      ['Demo', AS_OF - 300 + Math.floor(days / 2)],
    ],
  });

  it('is the day by which half of those who reach it have', () => {
    const { ofCycles } = tallied([path(10), path(20), path(30), path(40), path(50), path(5, 'lost')]);
    expect(medianDays(ofCycles('won'), FROM_CREATION)).toBe(30);
    expect(medianDays(ofCycles('won'), fromStage(1))).toBe(15);
  });

  it('does not wait for deals that were lost, nor count open ones as never won', () => {
    const lost = Array.from({ length: 20 }, () => path(60, 'lost'));
    const { ofCycles } = tallied([path(10), path(20), path(30), ...lost, path(90, 'open')]);
    expect(medianDays(ofCycles('won'), FROM_CREATION)).toBe(20);
  });

  it('to a stage ends with the first entry, or with passing it', () => {
    const { ofCycles } = tallied([path(10), path(20), path(30), path(40), path(50)]);
    expect(medianDays(ofCycles(1), FROM_CREATION)).toBe(15);
    expect(medianDays(ofCycles(2), FROM_CREATION)).toBeNull();
  });

  it('is not told by fewer than three', () => {
    expect(medianDays(tallied([path(10), path(20)]).ofCycles('won'), FROM_CREATION)).toBeNull();
    expect(medianDays(tallied([path(10, 'open')]).ofCycles('won'), FROM_CREATION)).toBeNull();
  });
});

describe('activities by period', () => {
  const { ofActivities, persons, dataset } = tallied(DEALS, [
    { type: 'Call', date: '2024-01-31', owner: 'Ann', deal: 0 },
    { type: 'call', date: '2024-02-20', owner: 'Bob', deal: 0, quantity: 3 },
    { type: 'Visit', date: '2024-02-01', owner: 'Bob', deal: 2 },
    { type: 'Visit', date: '2024-05-05', owner: 'Bob', deal: 2 },
    { type: 'Visit', date: '2023-11-01', owner: 'Ann', deal: 1 },
    { type: 'Mail', date: '2024-02-01', quantity: 0 },
  ]);

  it('are counted by type and person', () => {
    const { types, counts, amounts, all, withAmount } = ofActivities();
    expect(types).toEqual(['Call', 'Visit', 'Mail']);
    expect([...ofAll(counts, 0)]).toEqual([1, 3, 0, 0, 0, 0]);
    expect([...ofPerson(counts, 0, persons.names.indexOf('Bob'))]).toEqual([0, 3, 0, 0, 0, 0]);
    expect([...ofAll(amounts, 0)]).toEqual([50_000, 150_000, 0, 0, 0, 0]);
    expect([...all]).toEqual([4, 2, 0]);
    expect([...withAmount]).toEqual([4, 0, 0]);
  });

  it('belong to the stage in which most of their deals stood; after the close to none', () => {
    const tally = ofActivities();
    // Calls: the deal stood in Demo each time. Visits: one before its deal began; another of a closed deal does not count.
    expect(usualStage(tally, 0)).toBe(fromStage(1));
    expect(usualStage(tally, 1)).toBe(FROM_CREATION);
  });

  it('meet an account first once', () => {
    const tally = tallyAccounts(dataset.activities!, dataset.opportunities, persons)!;
    // Visits only, for something is called so: Acme (also “acme”) on 1 February by Bob, Brown before.
    expect([...tally.first].sort((a, b) => a - b)).toEqual([dayOf(2023, 11, 1), dayOf(2024, 2, 1)]);
  });
});

const day = fc.integer({ min: AS_OF - 400, max: AS_OF + 5 });
const deal: fc.Arbitrary<DealRow> = fc
  .record({
    outcome: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
    created: day,
    closed: day,
    amount: fc.integer({ min: 0, max: 9_000_000 }),
    owner: fc.constantFrom('Ada', 'Bo', 'Cy'),
    path: fc.array(fc.tuple(fc.constantFrom('Lead', 'Demo', 'Offer', 'Won', 'Lost'), day), { maxLength: 6 }),
  })
  .map(({ owner, closed, path, ...row }) => ({
    ...row,
    ...(row.outcome !== 'open' && { closed }),
    texts: { owner },
    path: [...path].sort(([, a], [, b]) => a - b),
  }));
const activity: fc.Arbitrary<ActivityRow> = fc.record({
  type: fc.constantFrom('Call', 'Visit', 'Mail'),
  date: day,
  owner: fc.constantFrom('Ada', 'Bo', 'Di'),
  deal: fc.integer({ min: -1, max: 0 }),
  quantity: fc.integer({ min: 0, max: 5 }),
});

it('tallies of any two parts, merged, are the tally of the whole', () => {
  fc.assert(
    fc.property(
      fc.array(deal, { minLength: 1, maxLength: 15 }),
      fc.array(activity, { minLength: 1, maxLength: 15 }),
      fc.nat(15),
      (deals, activities, at) => {
        const { ofDeals, ofCycles, ofActivities, dataset } = tallied(deals, activities);
        const cut = Math.min(at, deals.length);
        expect(mergeDealTallies(ofDeals(0, cut), ofDeals(cut))).toEqual(ofDeals());
        for (const goal of ['won', 1] as const)
          expect(mergeCycleTallies(ofCycles(goal, 0, cut), ofCycles(goal, cut))).toEqual(ofCycles(goal));
        const split = Math.min(at, activities.length);
        expect(mergeActivityTallies(ofActivities(0, split), ofActivities(split))).toEqual(ofActivities());
        const { date } = dataset.activities!;
        expect(
          mergeLogTallies(
            tallyLog(date.subarray(0, split), PERIODS),
            tallyLog(date.subarray(split), PERIODS),
          ),
        ).toEqual(tallyLog(date, PERIODS));
      },
    ),
    { numRuns: 25 },
  );
});

it('every deal created in the periods is counted once, whoever owns it', () => {
  fc.assert(
    fc.property(fc.array(deal, { minLength: 1, maxLength: 15 }), (deals) => {
      const { ofDeals } = tallied(deals);
      const inside = deals.filter(
        ({ created }) => (created as number) >= dayOf(2024, 1, 1) && (created as number) <= AS_OF,
      );
      expect(ofAll(ofDeals().counts, CREATED).reduce((sum, n) => sum + n, 0)).toBe(inside.length);
      for (const n of standing(ofAll(ofDeals().moves, LATE))) expect(n).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 100 },
  );
});
