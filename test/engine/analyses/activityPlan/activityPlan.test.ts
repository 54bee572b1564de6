import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { activityPlan } from '../../../../src/engine/analyses/activityPlan';
import { runForecast } from '../../../../src/engine/analyses/forecast/compute';
import { assumptions } from '../../../../src/engine/analyses/activityPlan/assumptions';
import { incomeOf } from '../../../../src/engine/analyses/activityPlan/compute';
import type { ActivityPlanFinding } from '../../../../src/engine/analyses/activityPlan/finding';
import { ratesOf } from '../../../../src/engine/analyses/activityPlan/steps';
import { assumptions as funnelAssumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import { initialValues, showValue } from '../../../../src/engine/core/assumptionValues';
import type { EditedTables } from '../../../../src/engine/report/editableTable';
import type { Activities, Dataset } from '../../../../src/engine/dataset/dataset';
import { asOf } from '../../../support/circumstances';
import { datasetOf, type DealRow, serial, stageMapOf, textColumn } from '../../../support/dataset';
import { disagreeing, recomputed } from '../../../support/described';
import { STAMP } from '../../../support/report';

const ALL = [...funnelAssumptions, ...activityPlan.assumptions];
const EDITABLE = activityPlan.editableTables ?? [];
const valuesWith = (changes: AssumptionValues = {}): AssumptionValues => ({
  ...initialValues(ALL),
  ...changes,
});
const AS_OF = '2024-06-30';
const LEVERED = { leverConversion: 0.2, leverDealSize: -0.1, leverNewDeals: 0.5 };
const GIVEN: AssumptionValues = { planGoal: 60_000, planDealSize: 9_000 };
const DEMO: EditedTables = { stageLevers: [{ stage: 'demo', conversion: 0.8 }] };

function activitiesOf(rows: readonly (readonly [type: string, owner: string, day: string])[]): Activities {
  return {
    count: rows.length,
    origin: { table: new Uint16Array(rows.length), row: Int32Array.from(rows, (_, i) => i + 2) },
    date: Float64Array.from(rows, ([, , day]) => serial(day)),
    type: textColumn(rows.map(([type]) => type)),
    owner: textColumn(rows.map(([, owner]) => owner)),
    quantity: new Float64Array(rows.length).fill(1),
    texts: {},
    numbers: {},
  };
}

/** So many deals of each end: lost at Lead, lost at Demo, won; created a year before, decided in May 2024. */
function pipeline(lostAtLead: number, lostAtDemo: number, won: number): Dataset {
  const deal = (outcome: 'won' | 'lost', path: DealRow['path'] & object): DealRow => ({
    outcome,
    created: '2023-07-01',
    closed: '2024-05-05',
    amount: 1_000_000,
    texts: { owner: 'Ann' },
    path,
  });
  const lead = ['Lead', '2023-07-01'] as const;
  const demo = ['Demo', '2024-04-05'] as const;
  return datasetOf(
    [
      ...Array.from({ length: lostAtLead }, () => deal('lost', [lead])),
      ...Array.from({ length: lostAtDemo }, () => deal('lost', [lead, demo])),
      ...Array.from({ length: won }, () => deal('won', [lead, demo])),
    ],
    stageMapOf('Lead', 'Demo'),
  );
}
const planOf = (
  dataset: Dataset,
  changes?: AssumptionValues,
  tables: EditedTables = {},
): ActivityPlanFinding | undefined =>
  activityPlan.run(dataset, valuesWith(changes), asOf(AS_OF), tables).value;

describe('the chain of rates', () => {
  it('multiplies to wins ÷ decided deals', () => {
    const rates = ratesOf(Int32Array.of(5, 3, 2), 0.95);
    expect(rates.map(({ x, n }) => [x, n])).toEqual([
      [5, 10],
      [2, 5],
    ]);
  });

  it('needs 35, 70, 200 and 2,000 for 14 wins at 40, 50, 35 and 10% (published reverse funnel)', () => {
    // As counts: 10,000 calls, 1,000 go on (10%), 350 (35%), 175 (50%), 70 won (40%).
    const rates = ratesOf(Int32Array.of(9000, 650, 175, 105, 70), 0.95);
    const needed = rates.map((_, j) => 14 / rates.slice(j).reduce((p, { x, n }) => (p * x) / n, 1));
    [2000, 200, 70, 35].forEach((expected, j) => expect(needed[j]).toBeCloseTo(expected, 9));
  });
});

describe('the income goal', () => {
  it('of 300k with a base of 85k and 2,000 a deal needs 107.5 deals (published)', () => {
    const income = incomeOf({ incomeGoal: 300_000, incomeBase: 85_000, incomePerDeal: 2_000 });
    expect(income?.deals).toBeCloseTo(107.5, 12);
  });
  it('is left out where it is not asked, and needs nothing below the base pay', () => {
    expect(incomeOf({})).toBeNull();
    expect(incomeOf({ incomeGoal: 100, incomeBase: 10, incomePerDeal: 0 })).toBeNull();
    expect(incomeOf({ incomeGoal: 80, incomeBase: 85, incomePerDeal: 2 })?.deals).toBe(0);
  });
});

describe('the activity plan', () => {
  it('works back from the goal, and says what it took from where', () => {
    const plan = planOf(pipeline(50, 30, 20))!;
    expect(plan.goal).toEqual({ value: 20_000_000, fromData: 20_000_000, source: 'wonBefore' });
    expect(plan.dealSize).toEqual({ value: 1_000_000, fromData: 1_000_000, source: 'wonDeals', deals: 20 });
    expect(plan.people).toEqual({ value: 1, fromData: 1, source: 'owners' });
    expect(plan.winsNeeded).toBe(20);
    expect(plan.steps.map(({ rate }) => [rate.x, rate.n])).toEqual([
      [50, 100],
      [20, 50],
    ]);
    // 100 new deals a year bring 20 wins, a quarter of them in three months: the goal asks for four times as many.
    expect(plan.winsExpected).toBeCloseTo(5, 12);
    expect(plan.volumeForGoal).toBeCloseTo(4, 12);
    expect(plan.steps.map(({ rateForGoal }) => rateForGoal)).toEqual([null, null]);
    const [first] = plan.steps;
    expect(first!.needed!.median).toBeGreaterThan(95);
    expect(first!.needed!.sure).toBeGreaterThan(first!.needed!.median);
  });

  it('counts new deals a month over the months that the data hold, as the forecast does', () => {
    const dataset = datasetOf(
      Array.from({ length: 40 }, (_, i): DealRow => ({
        outcome: i % 2 ? 'won' : 'lost',
        created: `2024-0${2 + (i % 5)}-${10 + (i % 3)}`,
        closed: '2024-06-20',
        amount: 1_000_000,
      })),
      stageMapOf(),
      'none',
    );
    // From March on: February began before the data did.
    expect(planOf(dataset)!.newDeals).toEqual({ count: 32, months: 4, perMonth: 8 });
    expect(planOf(dataset, { planLookBack: 2 })!.newDeals).toEqual({ count: 16, months: 2, perMonth: 8 });
    const { newDeals } = runForecast(dataset, valuesWith({ backtestMonths: 0 }), asOf(AS_OF), {}).value!;
    expect(newDeals!.perMonth).toBe(8);
  });

  it('says which rate alone would do', () => {
    const [lead, demo] = planOf(pipeline(50, 30, 20), { planGoal: 60_000 })!.steps;
    expect(lead!.rateForGoal).toBeCloseTo(0.6, 12);
    expect(demo!.rateForGoal).toBeCloseTo(0.48, 12);
  });

  it('takes quotas for a goal only where there are some for all of it', () => {
    const quotas = (periods: readonly (readonly [start: string, end: string])[]) => ({
      count: periods.length,
      origin: {
        table: new Uint16Array(periods.length),
        row: Int32Array.from(periods, (_, i) => i + 2),
      },
      person: textColumn(periods.map(() => 'Ann')),
      start: Float64Array.from(periods, ([start]) => serial(start)),
      end: Float64Array.from(periods, ([, end]) => serial(end)),
      amount: Float64Array.from(periods, () => 184_000),
    });
    const withQuotas = (...periods: readonly (readonly [start: string, end: string])[]) =>
      planOf({ ...pipeline(5, 3, 2), quotas: quotas(periods) })!.goal;
    expect(withQuotas(['2024-07-01', '2024-12-31'])).toEqual({
      value: 92_000,
      fromData: 92_000,
      source: 'quotas',
    });
    expect(withQuotas(['2024-07-01', '2024-08-31']).source).toBe('wonBefore');
    // The last of three months has quotas, the others have none.
    expect(withQuotas(['2024-09-01', '2024-09-30']).source).toBe('wonBefore');
    expect(withQuotas(['2024-09-01', '2024-09-30'], ['2024-07-01', '2024-07-31']).source).toBe('wonBefore');
    // A weekend between two is no gap, in whatever order they stand.
    expect(withQuotas(['2024-08-05', '2024-09-30'], ['2024-07-01', '2024-08-02'])).toMatchObject({
      value: 368_000,
      source: 'quotas',
    });
  });

  it('counts activities per new deal and per person and month', () => {
    const rows = (['2024-04-02', '2024-04-03', '2024-05-02'] as const).flatMap((day) =>
      (['Ann', 'Bob'] as const).map((owner) => ['Call', owner, day] as const),
    );
    const dataset = {
      ...pipeline(50, 30, 20),
      activities: activitiesOf([...rows, ['call ', 'Ann', '2024-07-02']]),
    };
    const [calls] = planOf(dataset, { planPeople: 2 })!.activities;
    expect(calls).toMatchObject({ type: 'Call', count: 6, perNewDeal: 0.06, usual: 1.5, strong: 2 });
  });

  it.each([
    [
      'without history',
      datasetOf([{ outcome: 'won', created: '2024-03-01', closed: '2024-05-01' }], stageMapOf(), 'none'),
    ],
    ['without a win', pipeline(3, 1, 0)],
    ['with one win ever', pipeline(0, 0, 1)],
  ])('stays finite %s, and says what it lacks', (_, dataset) => {
    const plan = planOf(dataset)!;
    expect(plan.basis.limits).toContain('fewDecided');
    expect(JSON.stringify(plan)).not.toMatch(/NaN|Infinity/);
    const numbers: number[] = [];
    JSON.stringify(plan, (_key, value: unknown) => {
      if (typeof value === 'number') numbers.push(value);
      return value;
    });
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  it('says that there is none where nothing is decided', () => {
    const dataset = datasetOf([{ created: '2024-03-01' }], stageMapOf(), 'none');
    expect(activityPlan.run(dataset, valuesWith(), asOf(AS_OF), {})).toMatchObject({
      value: undefined,
      issues: [{ code: 'noActivityPlan' }],
    });
  });

  it('asks for more the larger the goal and the surer it shall be', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 40 }), (a, b, won) => {
        const dataset = pipeline(a, b, won);
        const [less, more] = [planOf(dataset, { planGoal: 10_000 }), planOf(dataset, { planGoal: 20_000 })];
        const surer = planOf(dataset, { planGoal: 20_000, planAssurance: 0.95 });
        expect(more!.steps[0]!.needed!.median).toBeCloseTo(2 * less!.steps[0]!.needed!.median, 6);
        expect(surer!.steps[0]!.needed!.sure).toBeGreaterThan(more!.steps[0]!.needed!.sure);
      }),
      { numRuns: 25 },
    );
  });
});

describe('its sheet, recomputed by IronCalc', () => {
  const dataset = {
    ...pipeline(50, 30, 20),
    activities: activitiesOf([
      ['Call', 'Ann', '2024-05-02'],
      ['=Call', 'Bob', '2024-05-02'],
    ]),
  };
  const sheetOf = (
    changes: AssumptionValues,
    cells?: Readonly<Record<string, number>>,
    of: Dataset = dataset,
    tables: EditedTables = {},
  ) =>
    recomputed(
      activityPlan.describe(planOf(of, changes, tables)!, valuesWith(changes), STAMP, tables),
      ALL,
      valuesWith(changes),
      cells,
      EDITABLE,
      tables,
    );

  it.each<[string, AssumptionValues, Dataset, EditedTables]>([
    ['from the data', {}, dataset, {}],
    [
      'with everything given',
      {
        planGoal: 60_000,
        planDealSize: 9_000,
        planPeople: 3,
        incomeGoal: 3e5,
        incomeBase: 85e3,
        incomePerDeal: 2e3,
      },
      dataset,
      {},
    ],
    ['without wins', {}, pipeline(3, 1, 0), {}],
    ['with every lever moved', LEVERED, dataset, {}],
    ['with conversions above all', { leverConversion: 3 }, dataset, {}],
    ['with a stage supposed', { ...LEVERED, incomeGoal: 3e5, incomePerDeal: 2e3 }, dataset, DEMO],
    ['with a stage supposed that nobody left', GIVEN, pipeline(3, 1, 0), DEMO],
    ['with a share that cannot be', {}, dataset, { stageLevers: [{ stage: 'Demo', conversion: 1.5 }] }],
  ])('gives the values of the engine %s', (_, changes, of, tables) => {
    const cells = sheetOf(changes, {}, of, tables);
    expect(cells.length).toBeGreaterThan(25);
    expect(disagreeing(cells)).toEqual([]);
  });

  it('follows a changed goal, deal size and people as a new run would', () => {
    const given = { planGoal: 60_000, planDealSize: 9_000, planPeople: 3 };
    const typed = { leadline_planGoal: 60_000, leadline_planDealSize: 9_000, leadline_planPeople: 3 };
    // Without the first quarter, which is simulated and follows with the next run: its table of five formulas stands
    // before those over the cells of day one.
    const shown = (cells: ReturnType<typeof sheetOf>) => {
      const plan = cells.filter(({ sheet }) => sheet === 'activityPlan');
      const dayOne = plan.findIndex(({ formula }) => formula.includes('leadline_dayOne'));
      return plan.slice(0, dayOne < 0 ? plan.length : dayOne - 5).map(({ spreadsheet }) => spreadsheet);
    };
    expect(shown(sheetOf({}, typed))).toEqual(shown(sheetOf(given)));
    const levers = Object.fromEntries(Object.entries(LEVERED).map(([id, v]) => [`leadline_${id}`, v]));
    expect(shown(sheetOf({}, levers, dataset, DEMO))).toEqual(shown(sheetOf(LEVERED, {}, dataset, DEMO)));
  });
});

it.each(assumptions)(
  'docs/methods/activityPlan.md has $id with its label and initial value',
  (assumption) => {
    const text = readFileSync(join(__dirname, '../../../../docs/methods/activityPlan.md'), 'utf8');
    expect(text).toContain(
      `| \`${assumption.id}\` | ${assumption.label} | ${showValue(assumption, assumption.initial)} |`,
    );
  },
);
