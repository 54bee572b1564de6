import { ANALYSES } from '../../../../src/engine/analyses';
import type { Analysis } from '../../../../src/engine/analyses/analysis';
import { compareScenarios, type Compared } from '../../../../src/engine/analyses/scenarios/compare';
import { describeScenarios } from '../../../../src/engine/analyses/scenarios/report';
import { readScenarios, SCENARIOS } from '../../../../src/engine/analyses/scenarios/table';
import { scenarios as schema } from '../../../../src/app/findings/scenarios';
import { ASSUMPTIONS } from '../../../../src/app/declared';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import { issue } from '../../../../src/engine/core/issue';
import { checkValues } from '../../../../src/engine/core/assumptionValues';
import { IN_FORCE, type Scenario } from '../../../../src/engine/core/scenario';
import { asOf } from '../../../support/circumstances';
import { disagreeing, recomputed } from '../../../support/described';
import { WORLD_A_AS_OF, worldAEvents } from '../../../support/worldA';

const { value: VALUES } = checkValues(ASSUMPTIONS, {
  forecastDraws: 500,
  backtestMonths: 0,
  forecastGoal: 400_000,
  planGoal: 400_000,
  hiringGoal: 5_000_000,
});

/** Every analysis that can be compared, run on the world. */
function comparable(values: AssumptionValues = VALUES): readonly Compared[] {
  const dataset = worldAEvents();
  const circumstances = asOf(WORLD_A_AS_OF);
  return ANALYSES.filter(({ compare }) => compare).flatMap((one): readonly Compared[] => {
    const analysis = one as Analysis; // each takes its own finding
    const { value } = analysis.run(dataset, values, circumstances, {});
    const comparer = value && analysis.compare?.({ dataset, values, circumstances, tables: {} }, value);
    return comparer ? [{ ...analysis, comparer }] : [];
  });
}
const inForce = { values: VALUES, tables: {} };
const options = { assumptions: ASSUMPTIONS, known: [], step: () => undefined };
const scenario = (name: string, more: Partial<Scenario> = {}): Scenario => ({
  name,
  baseline: IN_FORCE,
  changes: {},
  ...more,
});

const analyses = comparable();
const compare = (...scenarios: readonly Scenario[]) =>
  compareScenarios(scenarios, analyses, inForce, options);
const figure = (found: ReturnType<typeof compare>, at: number, analysis: string, id: string) =>
  found.value.scenarios[at]!.figures.find((one) => one.analysis === analysis && one.id === id)!;

it('reaches every analysis that looks ahead', () => {
  expect(analyses.map(({ id }) => id)).toEqual(['funnel', 'forecast', 'activityPlan', 'capacity']);
});

it.each(analyses.map((analysis) => [analysis.id, analysis] as const))(
  'with nothing changed, %s run anew is the baseline to the last digit',
  (_, { comparer }) => {
    const { value } = comparer.under(inForce);
    expect(value).toHaveLength(comparer.baseline.length);
    for (const [i, { baseline, value: again, difference }] of value!.entries()) {
      expect(baseline).toBe(comparer.baseline[i]!.value);
      expect(again).toBe(baseline);
      if (difference)
        expect([difference.value, difference.low ?? 0, difference.high ?? 0]).toEqual([0, 0, 0]);
    }
  },
);

describe('scenarios beside what is in force', () => {
  const ready = readScenarios(SCENARIOS.initial, ASSUMPTIONS);
  const found = compare(...ready);

  it('tough is worse, base is the same, good is better, and the interval holds the difference', () => {
    const [tough, base, good] = [0, 1, 2].map((i) => figure(found, i, 'forecast', 'mean').difference!);
    expect(base).toEqual({ value: 0, low: null, high: null });
    for (const [one, sign] of [
      [tough!, -1],
      [good!, 1],
    ] as const) {
      expect(sign * one.value).toBeGreaterThan(0);
      expect(one.low!).toBeLessThan(one.value);
      expect(one.high!).toBeGreaterThan(one.value);
    }
    expect(tough!.high!).toBeLessThanOrEqual(0);
    expect(good!.low!).toBeGreaterThanOrEqual(0);
    expect(figure(found, 0, 'forecast', 'chance').difference!.value).toBeLessThan(0);
  });

  it('differences of quantiles and of the chance say how sure the futures make them', () => {
    for (const id of ['p10', 'p50', 'p90', 'chance']) {
      const { value, low, high } = figure(found, 2, 'forecast', id).difference!;
      expect(low!).toBeLessThan(value);
      expect(high!).toBeGreaterThan(value);
      expect(value - low!).toBeCloseTo(high! - value, 6);
    }
    // Which is surer than what a single future makes of it.
    const [mean, middle] = ['mean', 'p50'].map((id) => figure(found, 2, 'forecast', id).difference!);
    expect(middle!.high! - middle!.low!).toBeLessThan(mean!.high! - mean!.low!);
  });

  it('one change is felt by forecast, activity need and hiring plan together', () => {
    const better = compare(scenario('Better', { changes: { leverConversion: 0.1 } }));
    expect(better.issues).toEqual([]);
    expect(figure(better, 0, 'funnel', 'throughAll').difference!.value).toBeGreaterThan(0);
    expect(figure(better, 0, 'forecast', 'mean').difference!.value).toBeGreaterThan(0);
    expect(figure(better, 0, 'activityPlan', 'newDeals').difference!.value).toBeLessThan(0);
    expect(figure(better, 0, 'capacity', 'canWin').difference!.value).toBeGreaterThan(0);
  });

  it('is the run with these values: a scenario of any input, whatever else it changes', () => {
    const changes = { leverConversion: 0.1, forecastCorrelation: 'strong', planMonths: 6 };
    const one = compare(scenario('Anew', { changes }));
    const run = comparable({ ...VALUES, ...changes });
    for (const { id, comparer } of run)
      for (const { id: figureId, value } of comparer.baseline)
        expect(figure(one, 0, id, figureId).value).toBe(value);
    // On other futures nothing is told of the spread.
    expect(figure(one, 0, 'forecast', 'mean').difference!.low).toBeNull();
  });

  it('one that cannot be meant is left out and said; the others stay', () => {
    const mixed = compare(scenario('Typo', { changes: { leverCycel: 0.1 } }), scenario('Fine'));
    expect(mixed.value.scenarios.map(({ name }) => name)).toEqual(['Fine']);
    expect(mixed.issues.map(({ code }) => code)).toEqual(['scenarioUnknown']);
  });

  const open = worldAEvents();
  const id = open.opportunities!.ids.text(open.opportunities!.outcome.findIndex((outcome) => outcome === 0));

  it.each([
    [
      'a stage that is not there',
      { stageLevers: [{ stage: 'Elsewhere', conversion: 0.5 }] },
      'scenarioAbsent',
    ],
    ['a stage with 120%', { stageLevers: [{ stage: 'Lead', conversion: 1.2 }] }, 'scenarioValue'],
    ['a stage with 0%', { stageLevers: [{ stage: 'Lead', conversion: 0 }] }, 'scenarioValue'],
    ['a deal that is not there', { dealOverrides: [{ deal: 'X', include: 'No' }] }, 'scenarioAbsent'],
    ['a probability of 150%', { dealOverrides: [{ deal: id, probability: 1.5 }] }, 'scenarioValue'],
    ['an amount below nought', { dealOverrides: [{ deal: id, amount: -500_00 }] }, 'scenarioValue'],
    ['a close date of the past', { dealOverrides: [{ deal: id, close: 44000 }] }, 'scenarioValue'],
    ['a leaver whom nobody knows', { leavers: [{ who: 'Nobody', last: 45900 }] }, 'scenarioAbsent'],
    ['a hire of the past', { hires: [{ who: 'Zoe', start: 44000 }] }, 'scenarioValue'],
    ['a hire without a day', { hires: [{ who: 'Zoe' }] }, 'scenarioValue'],
    ['a month of work 99', { ramp: [{ month: 99, share: 0.5 }] }, 'scenarioValue'],
    ['a ramp of 500%', { ramp: [{ month: 1, share: 5 }] }, 'scenarioValue'],
  ])('%s leaves the whole scenario out, and says which', (_, tables, code) => {
    const { value, issues } = compare(scenario('Lost', { changes: { leverDealSize: 0.1 }, tables }));
    expect(value.scenarios).toEqual([]);
    expect(issues).toMatchObject([{ code, facts: { scenario: 'Lost' } }]);
  });

  it('what is wrong in force already is no fault of a scenario', () => {
    const known = [issue('overrideNotOpen', 'warning', { id: 'X' })];
    const rows = { dealOverrides: [{ deal: 'X', include: 'No' }] };
    const { value, issues } = compareScenarios(
      [scenario('More', { tables: { dealOverrides: [{ deal: id, include: 'No' }] } })],
      analyses,
      { ...inForce, tables: rows },
      { ...options, known },
    );
    expect(value.scenarios.map(({ name }) => name)).toEqual(['More']);
    expect(issues).toEqual([]);
  });

  it('show what others say where nothing comes of the first', () => {
    const [first, ...others] = found.value.scenarios;
    const bare = { ...found.value, scenarios: [{ ...first!, figures: [] }, ...others] };
    const rowsOf = (finding: typeof found.value) =>
      describeScenarios(finding).sheets[0]!.blocks.flatMap((block) =>
        block.block === 'table' && block.id !== 'scenarioChanges' ? [[block.id, block.rows.length]] : [],
      );
    expect(rowsOf(bare)).toEqual(
      rowsOf(found.value).map(([id, rows]) => [id, id === 'scenarioBands' ? Number(rows) - 1 : rows]),
    );
  });

  it('stand on a sheet whose differences are live', () => {
    const cells = recomputed(describeScenarios(found.value), ASSUMPTIONS, VALUES);
    expect(cells.filter(({ sheet }) => sheet === 'scenarios').length).toBeGreaterThan(30);
    expect(disagreeing(cells)).toEqual([]);
    expect(schema.parse(found.value)).toEqual(found.value);
  });
});
