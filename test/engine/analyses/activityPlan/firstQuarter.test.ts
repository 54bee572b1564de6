import { activityPlan } from '../../../../src/engine/analyses/activityPlan';
import { activityPlan as schema } from '../../../../src/app/findings/activityPlan';
import { assumptions as funnelAssumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import { initialValues } from '../../../../src/engine/core/assumptionValues';
import { runForecast } from '../../../../src/engine/analyses/forecast/compute';
import { asOf } from '../../../support/circumstances';
import { datasetOf, serial, stageMapOf, textColumn } from '../../../support/dataset';
import { disagreeing, recomputed } from '../../../support/described';
import { STAMP } from '../../../support/report';
import { WORLD_A_AS_OF, worldAEvents } from '../../../support/worldA';

const world = worldAEvents();
const ALL = [...funnelAssumptions, ...activityPlan.assumptions];
const given = (changes: AssumptionValues = {}): AssumptionValues => ({
  ...initialValues(ALL),
  planGoal: 200_000,
  ...changes,
});
const planOf = (changes: AssumptionValues = {}) => {
  const { value } = activityPlan.run(world, given(changes), asOf(WORLD_A_AS_OF), {});
  return value!;
};
const quarterOf = (changes: AssumptionValues = {}) => planOf(changes).firstQuarter!;

const quotas = {
  count: 1,
  origin: { table: new Uint16Array(1), row: Int32Array.of(2) },
  person: textColumn(['Ann']),
  start: Float64Array.of(serial('2025-01-01')),
  end: Float64Array.of(serial('2025-03-31')),
  amount: Float64Array.of(1_000_000_00),
};

describe('the first quarter of the plan', () => {
  const quarter = quarterOf();

  it('is that of the forecast: the suggested goal is what nine futures in ten reach', () => {
    const { value } = runForecast(
      world,
      { forecastMonths: 3, backtestMonths: 0, forecastGoal: quarter.suggested / 100 },
      asOf(WORLD_A_AS_OF),
      {},
    );
    expect([quarter.from, quarter.to]).toEqual(['2025-01-01', '2025-03-31']);
    // Other futures than the forecast's: three standard errors of a share of 4,000.
    expect(Math.abs(value!.total.probabilityOfGoal! - 0.9)).toBeLessThan(3 * Math.sqrt(0.09 / 4000));
    expect(Math.abs((quarter.carried + quarter.fresh) / value!.total.mean - 1)).toBeLessThan(0.03);
  });

  it('expects of open and new deals what the forecast of the same months does, without luck in it', () => {
    const { weighted, newDeals } = runForecast(
      world,
      { forecastMonths: 3, forecastDraws: 500, backtestMonths: 0 },
      asOf(WORLD_A_AS_OF),
      {},
    ).value!;
    expect(quarter.carried).toBeCloseTo(weighted.withinForecast!.total, 3);
    expect(quarter.fresh).toBeCloseTo(newDeals!.amount, 3);
  });

  it('suggests no goal where in too many futures nothing is won', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      id: `${i}`,
      outcome: i === 0 ? ('won' as const) : ('lost' as const),
      created: '2022-01-01',
      closed: '2022-03-01',
      amount: 1000_00,
      path: [['Lead', '2022-01-01']] as const,
    }));
    const dataset = datasetOf(rows, stageMapOf('Lead'));
    const { value: finding } = activityPlan.run(dataset, given(), asOf('2024-06-30'), {});
    expect(finding!.firstQuarter!.suggested).toBe(0);
    const text = JSON.stringify(activityPlan.describe(finding!, given(), STAMP, {}));
    expect(text).toContain('No goal can be suggested that is reached in 90%');
    expect(text).not.toContain('A goal of 0');
  });

  it('a surer goal is a smaller one', () => {
    const goals = [0.5, 0.75, 0.9, 0.99].map((planAssurance) => quarterOf({ planAssurance }).suggested);
    expect(goals).toEqual([...goals].sort((a, b) => b - a));
    expect(new Set(goals).size).toBe(4);
  });

  it('backlog and recurring come on top of what is won, and stand on day one', () => {
    const more = quarterOf({ dayOneBacklog: 30_000, dayOneRecurring: 12_000 });
    expect(more.suggested).toBe(quarter.suggested + 42_000_00);
    expect(more.toCome).toBe(quarter.toCome);
    expect(more.carried).toBe(quarter.carried);
  });

  it('what must still come takes as many new deals as the ones of these months bring of it', () => {
    const withQuotas = (changes: AssumptionValues = {}) =>
      activityPlan.run({ ...world, quotas }, given(changes), asOf(WORLD_A_AS_OF), {}).value!;
    const { newDeals, dealSize, firstQuarter } = withQuotas();
    const { toCome, newDealsForIt, wonWithin } = firstQuarter!;
    expect(toCome).toBeGreaterThan(0);
    expect((newDealsForIt! * wonWithin * dealSize.value!) / toCome).toBeCloseTo(1, 12);
    // By simulation, on the amounts won lately: as much for each new deal.
    const simulated = quarter.fresh / (3 * newDeals.perMonth);
    expect(Math.abs(simulated / (wonWithin * dealSize.value!) - 1)).toBeLessThan(0.05);
    // Twice the deal size typed halves the need.
    const larger = withQuotas({ planDealSize: (2 * dealSize.value!) / 100 }).firstQuarter!;
    expect(larger.newDealsForIt! / newDealsForIt!).toBeCloseTo(0.5, 6);
    const finding = withQuotas();
    const sheet = activityPlan.describe(finding, given(), STAMP, {});
    expect(disagreeing(recomputed(sheet, ALL, given(), {}, activityPlan.editableTables))).toEqual([]);
  });

  it('is live over backlog and recurring', () => {
    const finding = planOf();
    const cells = (changes: Readonly<Record<string, number>>) =>
      recomputed(
        activityPlan.describe(finding, given(), STAMP, {}),
        ALL,
        given(),
        changes,
        activityPlan.editableTables,
      );
    expect(disagreeing(cells({}))).toEqual([]);
    const typed = cells({ leadline_dayOneBacklog: 30_000, leadline_dayOneRecurring: 12_000 });
    const [backlog] = typed.filter(({ formula }) => formula.includes('leadline_dayOneBacklog'));
    expect(backlog!.spreadsheet).toBe(30_000);
    expect(typed.map(({ spreadsheet }) => spreadsheet)).toContain(quarter.suggested / 100 + 42_000);
    expect(schema.parse(finding)).toEqual(finding);
  });

  it('is left out where no deal has an amount', () => {
    const deal = (i: number) => ({
      id: `${i}`,
      outcome: i % 2 ? ('won' as const) : ('lost' as const),
      created: '2024-01-01',
      closed: '2024-03-01',
      path: [['Lead', '2024-01-01']] as const,
    });
    const dataset = datasetOf(
      Array.from({ length: 20 }, (_, i) => deal(i)),
      stageMapOf('Lead'),
    );
    expect(activityPlan.run(dataset, given(), asOf('2024-06-30'), {}).value!.firstQuarter).toBeNull();
  });
});
