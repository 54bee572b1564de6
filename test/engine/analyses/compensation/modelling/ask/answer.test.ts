import { runCompensation } from '../../../../../../src/engine/analyses/compensation/compute';
import { PLAN_LIBRARY } from '../../../../../../src/engine/analyses/compensation/library';
import { planAnswerer } from '../../../../../../src/engine/analyses/compensation/modelling/ask/answer';
import type {
  PlanAnswers,
  PlanQuestion,
  QuestionOf,
} from '../../../../../../src/engine/analyses/compensation/modelling/ask/question';
import { planTables } from '../../../../../../src/engine/analyses/compensation/planRows/writePlans';
import type { Plan } from '../../../../../../src/engine/analyses/compensation/plan';
import { asOf } from '../../../../../support/circumstances';
import { ANN_AND_BOB, planOf, tiersOf } from '../../../../../support/compensation';
import { readTables, type WrittenTable } from '../../../../../support/read';

const AS_OF = '2026-06-30';
const deals: WrittenTable = {
  role: 'opportunities',
  rows: [
    ['id', 'owner', 'status', 'created', 'closed', 'expectedClose', 'amount'],
    ['A1', 'Ann', 'Won', '2026-01-03', '2026-02-03', null, 250_000],
    ['A2', 'Ann', 'Won', '2026-01-05', '2026-03-03', null, 100_000],
    ['B1', 'Bob', 'Won', '2026-02-05', '2026-05-03', null, 75_000],
    ['A3', 'Ann', 'Open', '2026-05-05', null, '2026-08-03', 400_000],
    ['B2', 'Bob', 'Open', '2026-05-06', null, null, 50_000],
  ],
};
const tiersTo = (above: number) =>
  tiersOf(
    [
      [0, 1, 1],
      [1, null, above],
    ],
    'timesTarget',
  );
/** 1 × target pay up to quota, 2 × above: Ann's quarter is 300,000 with 15,000 of target pay. */
const plan: Plan = { ...planOf({ period: 'quarter', tiers: tiersTo(2) }), name: 'AE 2026' };

const { dataset } = readTables([ANN_AND_BOB, deals], { asOf: AS_OF });
const circumstances = asOf(AS_OF);
const answer = planAnswerer({ dataset: dataset!, values: {}, tables: {}, ...circumstances });
const asked = <A extends PlanQuestion['ask']>(question: QuestionOf<A> & { readonly ask: A }) =>
  // An answer is of its question's kind.
  answer(question) as PlanAnswers[A];
const run = (tables: readonly Plan[]) =>
  runCompensation(dataset!, {}, circumstances, planTables(tables)).value!;

describe('a plan that is tried', () => {
  it('is worth what a run with it says: curve, expected cost, target', () => {
    const { curve, cost, remarks } = asked({ ask: 'try', plan, changes: {} });
    const { models, curve: ofRun } = run([plan]);
    expect(remarks).toEqual([]);
    expect(curve!.points.map(({ attainment, payout }) => ({ attainment, payout }))).toEqual(ofRun);
    expect(cost).toEqual({ people: 2, expected: models[0]!.cost.mean, target: models[0]!.cost.target });
    // 100 % pays the target, 150 % as much and twice the half of it.
    expect(curve!.points[20]!.payout).toBe(6_000_000);
    expect(curve!.points[30]!.payout).toBe(12_000_000);
  });

  it('takes the changes of a scenario, in words, and is the plan that has them', () => {
    const found = asked({ ask: 'try', plan, changes: { 'Sales/tier 2/rate': 3 } });
    expect(found.changes).toEqual(['Sales, tier 2: rate: 2 × → 3 ×']);
    expect(found.plan.components[0]!.tiers).toEqual(tiersTo(3));
    expect(found.curve!.points[30]!.payout).toBe(15_000_000);
    const whole = asked({ ask: 'try', plan: found.plan, changes: {} });
    expect(whole.cost).toEqual(found.cost);
  });

  it('may be an alternative to a plan that is not at hand', () => {
    const alternative: Plan = { ...plan, modifiers: [{ kind: 'alternativeTo', measure: 'Another plan' }] };
    expect(asked({ ask: 'try', plan: alternative, changes: {} })).toMatchObject({
      remarks: [],
      cost: asked({ ask: 'try', plan, changes: {} }).cost,
    });
  });

  it('is left as it is where a change is impossible, and says so', () => {
    const found = asked({ ask: 'try', plan, changes: { 'Sales/tier 2/rate': -4 } });
    expect(found.plan).toEqual(plan);
    expect(found.remarks).toMatchObject([{ component: null, severity: 'blocking' }]);
    expect(found.cost).toBeNull();
  });

  it('has its remarks at the field that they are about', () => {
    const overlap: Plan = {
      ...plan,
      components: [
        {
          ...plan.components[0]!,
          tiers: tiersOf([
            [0, 0.6, 1],
            [0.5, 1, 2],
          ]),
          modifiers: [{ kind: 'gate', measure: 'Renewals', from: 0.8, how: 'factor' }],
        },
      ],
    };
    const { remarks, curve } = asked({ ask: 'try', plan: overlap, changes: {} });
    expect(curve).toBeNull();
    expect(remarks).toContainEqual({
      component: 0,
      tier: 1,
      modifier: null,
      column: 'from',
      severity: 'blocking',
      message:
        'In plan “AE 2026”, component “Sales”: 0% to 60% and 50% to 100% overlap, so that the plan does not say which of them pays. Let one begin where the other ends.',
    });
    expect(remarks).toContainEqual(expect.objectContaining({ component: 0, modifier: 0, column: 'measure' }));
    const empty = asked({ ask: 'try', plan: { ...plan, components: [] }, changes: {} });
    expect(empty.remarks).toMatchObject([{ component: null, severity: 'blocking' }]);
  });

  it.each(PLAN_LIBRARY.map((own) => [own.name, own] as const))(
    'from the library can be paid: %s',
    (_, own) => {
      const { remarks, cost } = asked({ ask: 'try', plan: own, changes: {} });
      expect(remarks.filter(({ severity }) => severity === 'blocking')).toEqual([]);
      expect(cost!.people).toBe(2);
      expect(Number.isFinite(cost!.expected)).toBe(true);
    },
  );
});

test('the risk of a plan lies around its expected cost', () => {
  const { mean, p10, p50, p90, runs } = asked({ ask: 'risk', plan });
  expect(p10).toBeLessThan(p50);
  expect(p50).toBeLessThan(p90);
  expect(mean).toBe(asked({ ask: 'try', plan, changes: {} }).cost!.expected);
  expect(runs).toBe(1000);
});

test('two plans on the same deals, as the run compares them', () => {
  const other: Plan = {
    ...planOf({ period: 'quarter', tiers: tiersTo(3) }, [{ kind: 'alternativeTo', measure: 'AE 2026' }]),
    name: 'Steeper',
  };
  const found = asked({ ask: 'compare', a: plan, b: other });
  expect(found).toEqual(run([plan, other]).comparison[0]);
  // Ann sold 350,000 of 300,000: the 50,000 above pay 5,000 at 2 × and 7,500 at 3 ×.
  expect(found).toMatchObject({ winners: 1, losers: 0, same: 1, gained: 250_000 });
});

test('a budget is met to the cent, or the sentence says why not', () => {
  const { cost } = asked({ ask: 'try', plan, changes: { 'Sales/tier 2/rate': 2.5 } });
  const found = asked({ ask: 'seek', plan, parameter: 'Sales/tier 2/rate', budget: cost!.expected });
  expect(found.found).toBe('solution');
  expect(found.value).toBeCloseTo(2.5, 5);
  expect(found.says).toContain('Sales, tier 2: rate: 2 × → 2.5 ×');
  expect(asked({ ask: 'seek', plan, parameter: 'Sales/tier 2/rate', budget: 1 })).toMatchObject({
    found: 'outOfReach',
  });
  expect(asked({ ask: 'seek', plan, parameter: 'nothing', budget: 1 })).toMatchObject({
    found: 'unknownParameter',
    value: null,
  });
});

const nothingMore = { margin: null, units: null, term: null, texts: {} };
test('the book tells who is paid and which deals are open, the largest first', () => {
  expect(asked({ ask: 'book', plan })).toEqual({
    people: ['Ann', 'Bob'],
    deals: [
      { id: 'A3', name: 'A3', person: 'Ann', amount: 40_000_000, closes: '2026-08-03', ...nothingMore },
      { id: 'B2', name: 'B2', person: 'Bob', amount: 5_000_000, closes: '', ...nothingMore },
    ],
    asks: { margin: false, units: false, term: false, texts: {} },
    from: '2026-01-01',
    to: '2026-12-31',
  });
});

test('a deal earns the plan with it less the plan without it', () => {
  const deal = { person: 'Ann', day: '2026-08-03', amount: 40_000_000 };
  const found = asked({ ask: 'deal', plan, deal });
  // The quarter's 300,000 at 1 × and 100,000 at 2 ×, of 15,000 for 300,000.
  expect(found).toMatchObject({ earns: 2_500_000, othersEarn: 0, rate: 0.0625 });
  expect(found.lines).toEqual([
    { says: 'Sales, tier 1', amount: 1_500_000 },
    { says: 'Sales, tier 2', amount: 1_000_000 },
  ]);
  expect(asked({ ask: 'deal', plan, deal: { ...deal, person: 'Nobody' } })).toMatchObject({
    earns: 0,
    lines: [],
  });
  expect(asked({ ask: 'deal', plan, deal: { ...deal, day: 'soon' } })).toMatchObject({ earns: 0 });
});

describe('a plan that looks at more of a deal than its amount', () => {
  const only = (type: string, rate: number): Plan['components'][number] => ({
    ...planOf({ kind: 'rate', basis: 'margin', rate, unit: 'ofAmount' }).components[0]!,
    name: type,
    only: { type: [type] },
  });
  const byType: Plan = {
    name: 'By type',
    components: [only('New', 0.1), only('Renewal', 0.02)],
    modifiers: [],
  };
  const withTypes = readTables(
    [
      ANN_AND_BOB,
      {
        role: 'opportunities',
        rows: [
          ['id', 'owner', 'status', 'created', 'closed', 'expectedClose', 'amount', 'type', 'margin'],
          ['A1', 'Ann', 'Won', '2026-01-03', '2026-02-03', null, 250_000, 'Renewal', 100_000],
          ['A3', 'Ann', 'Open', '2026-05-05', null, '2026-08-03', 400_000, 'New', 150_000],
          ['A4', 'Ann', 'Open', '2026-05-05', null, '2026-08-03', 90_000, null, null],
        ],
      },
    ],
    { asOf: AS_OF },
  ).dataset!;
  const ask = planAnswerer({ dataset: withTypes, values: {}, tables: {}, ...circumstances });
  // The answer to each is of its kind.
  const book = ask({ ask: 'book', plan: byType }) as PlanAnswers['book'];
  const earns = (deal: Omit<PlanAnswers['book']['deals'][number], 'closes' | 'id' | 'name'>): number => {
    const { person, amount, margin, texts } = deal;
    const asking = { person, day: '2026-08-03', amount, texts, ...(margin !== null && { margin }) };
    return (ask({ ask: 'deal', plan: byType, deal: asking }) as PlanAnswers['deal']).earns;
  };

  it('says what it asks, with every value that there is', () => {
    expect(book.asks).toEqual({
      margin: true,
      units: false,
      term: false,
      texts: { type: ['New', 'Renewal'] },
    });
  });

  it('pays an open deal by its own type and margin, and one that does not tell them nothing', () => {
    const [a3, a4] = book.deals;
    expect(a3).toMatchObject({ margin: 15_000_000, units: null, texts: { type: 'New' } });
    expect(a4).toMatchObject({ margin: null, texts: { type: '' } });
    expect(earns(a3!)).toBe(1_500_000);
    expect(earns({ ...a3!, texts: { type: 'renewal' } })).toBe(300_000);
    expect(earns(a4!)).toBe(0);
  });
});
