import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import { activitiesOf, type ActivityRow } from '../../../support/activities';
import { asOf } from '../../../support/circumstances';
import type { DealRow } from '../../../support/dataset';
import { datasetOf, stageMapOf } from '../../../support/dataset';

const TODAY = 45_000;
const START = TODAY - 200;

/** New deals and calls of each; half of the deals are won, for 100.00 each. */
const PEOPLE = { Ann: [60, 120], Bob: [55, 130], Cy: [20, 300], Dee: [45, 30], Eve: [4, 0] } as const;

const deals: readonly DealRow[] = Object.entries(PEOPLE).flatMap(([owner, [n]]) =>
  Array.from({ length: n }, (_, i): DealRow => ({
    outcome: i % 2 ? 'won' : 'lost',
    created: START + (i % 60),
    closed: START + (i % 60) + 40,
    amount: 10_000,
    texts: { owner },
  })),
);
const calls: readonly ActivityRow[] = Object.entries(PEOPLE).flatMap(([owner, [, n]]) =>
  Array.from({ length: n }, (_, i): ActivityRow => ({ type: 'Call', owner, date: START + (i % 100) })),
);
const demos: readonly ActivityRow[] = [{ type: 'Demo', owner: 'Ann', date: START }];
const { people, formula } = runFunnel(
  { ...datasetOf(deals, stageMapOf('A'), 'none'), activities: activitiesOf([...calls, ...demos]) },
  {},
  asOf(TODAY),
).value!;
const callsOf = (name: string) =>
  people.find(({ person }) => person === name)!.activities.find(({ type }) => type === 'Call');

describe('activities for a new deal', () => {
  it('have the exact limits of a count, of all people compared who do it', () => {
    const [company] = formula!.ratios;
    expect(company).toMatchObject({ type: 'Call', count: 580, newDeals: 180, perNewDeal: 580 / 180 });
    expect(company!.test).toMatchObject({ method: 'chiSquare', groups: 4, df: 3, differ: true });
    // Near the limits of the normal approximation of the logarithm.
    expect(company!.low).toBeCloseTo((580 / 180) * Math.exp(-1.96 / Math.sqrt(180)), 1);
    expect(company!.high).toBeCloseTo((580 / 180) * Math.exp(1.96 / Math.sqrt(180)), 1);
  });

  it('say who needs more and who fewer, of everybody who made any, also with more deals than calls', () => {
    expect(callsOf('Ann')).toMatchObject({ count: 120, newDeals: 60, perNewDeal: 2, standing: 'above' });
    expect(callsOf('Cy')).toMatchObject({ perNewDeal: 15, standing: 'below' });
    expect(callsOf('Dee')).toMatchObject({ perNewDeal: 30 / 45, standing: 'above' });
    expect(callsOf('Eve')).toBeUndefined();
  });

  it('are drawn towards the others, the interval around the likely ratio', () => {
    const { perNewDeal, pooled } = callsOf('Cy')!;
    expect(pooled.estimate).toBeLessThan(perNewDeal!);
    expect(pooled.estimate).toBeGreaterThan(10);
    expect(pooled.low).toBeLessThan(pooled.estimate!);
    expect(pooled.high).toBeGreaterThan(pooled.estimate!);
  });

  it('are worth the wins that the company’s ratio would bring from the same activities', () => {
    const { pooled, worth } = callsOf('Cy')!;
    // 300 calls × (the company's deals a call − Cy's) × half of the deals won.
    const wins = 300 * (180 / 580 - 1 / pooled.estimate!) * (formula!.steps.at(-1)!.company.estimate ?? 0);
    expect(worth!.wins).toBeCloseTo(wins, 9);
    expect(worth!.amount).toBe(Math.round(wins * 10_000));
    expect(callsOf('Ann')!.worth).toBeNull();
  });

  it('are compared with nobody where one person alone does it', () => {
    const demo = people
      .find(({ person }) => person === 'Ann')!
      .activities.find(({ type }) => type === 'Demo')!;
    expect(demo).toMatchObject({ count: 1, newDeals: 60, standing: 'unclear', worth: null });
    expect(demo.pooled).toEqual({ estimate: null, low: null, high: null });
    expect(formula!.ratios[1]!.test.method).toBe('none');
  });

  it('leave a step blank for somebody of whom nothing is recorded', () => {
    const [step] = people.find(({ person }) => person === 'Eve')!.steps;
    expect(step).toMatchObject({ n: 0, pooled: { estimate: null }, chanceAbove: null, standing: 'unclear' });
  });
});
