import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRequest, RunResult } from '../../src/app/run';
import { runAnalysis } from '../../src/app/runAnalysis';
import { dayOf } from '../../src/engine/core/day';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { readWorkbookFile } from '../../src/hosts/workbookFile';
import { disagreeing } from '../support/described';
import { recalculated } from '../support/formulaEngine';

const HOOKS = { progress: () => undefined, signal: { cancelled: false } };
const STAGE = 'Demonstration';
let sheets: readonly RawSheet[];
const runWith = (changes: Partial<RunRequest> = {}): RunResult =>
  runAnalysis(
    sheets,
    {
      today: dayOf(2026, 11, 23),
      seed: 1,
      only: ['funnel', 'forecast', 'activityPlan', 'capacity', 'compensation'],
      ...changes,
      // Each scenario would be a run of its own.
      tables: { scenarios: [], ...changes.tables },
      values: { payRuns: 500, forecastDraws: 2000, backtestMonths: 0, ...changes.values },
    },
    HOOKS,
  );

beforeAll(async () => {
  const sample = readFileSync(join(__dirname, '../../assets/samples/leadline-sample.xlsx'));
  sheets = (await readWorkbookFile('leadline-sample.xlsx', sample)).value!.sheets;
});

describe('a what-if on the sample workbook', () => {
  const supposed = {
    values: { leverConversion: 0.1, leverDealSize: 0.05, leverNewDeals: 0.1, leverCycle: -0.1 },
    tables: {
      stageLevers: [{ stage: STAGE, conversion: 0.9 }],
      dealOverrides: [
        { deal: '006-11940', probability: 1, amount: 50_000_00 },
        { deal: '006-11964', include: 'No' },
        { deal: '006-11857', close: '2026-08-31' },
      ],
    },
  };
  let run: RunResult;
  let before: RunResult['findings']['analyses'];
  let levered: RunResult;
  beforeAll(() => {
    run = runWith();
    before = run.findings.analyses;
    levered = runWith(supposed);
  });

  it('moves forecast, activity need, team and cost of the plan together', () => {
    const { forecast, activityPlan, capacity, compensation, funnel } = levered.findings.analyses;
    expect(forecast!.total.p50).toBeGreaterThan(before.forecast!.total.p50);
    expect(activityPlan!.steps[0]!.needed!.median).toBeLessThan(
      before.activityPlan!.steps[0]!.needed!.median,
    );
    expect(capacity!.total).toBeGreaterThan(before.capacity!.total);
    expect(compensation!.cost.mean).toBeGreaterThan(before.compensation!.cost.mean);
    // All by the same factor, of which each has a part of its own.
    const times = activityPlan!.steps[0]!.timesWon * 1.05 * 1.1;
    expect(capacity!.total / before.capacity!.total).toBeCloseTo(times, 9);
    expect(compensation!.cost.timesSold).toBeCloseTo(times, 9);
    expect(
      compensation!.models[0]!.spreads[0]!.mean / before.compensation!.models[0]!.spreads[0]!.mean,
    ).toBeCloseTo(times, 9);
    expect(funnel!.supposed[funnel!.stages.findIndex(({ name }) => name === STAGE)]).toBe(0.9);
    // What was paid on past sales is no what-if.
    expect(compensation!.plans).toEqual(before.compensation!.plans);
  });

  it('says once what several analyses find amiss in one row', () => {
    const { issues } = runWith({ tables: { stageLevers: [{ stage: 'Demmo', conversion: 0.5 }] } });
    expect(issues.filter(({ code }) => code === 'leverStageUnknown')).toHaveLength(1);
  });

  it('is live on the sheets: another formula engine computes what ours did', () => {
    expect(disagreeing(recalculated(levered.placements))).toEqual([]);
  });

  it('is answered after a run as a run with it finds', () => {
    const { forecast, activityPlan, capacity, compensation } = levered.findings.analyses;
    const { p10, p50, p90 } = forecast!.total;
    const near = (value: number): unknown => expect.closeTo(value, 3);
    const analyses = ['activityPlan', 'capacity', 'compensation'];
    expect(run.ask('scenarios', { ...supposed, analyses })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: near(activityPlan!.steps[0]!.needed!.median) }),
        expect.objectContaining({ value: near(capacity!.total) }),
        expect.objectContaining({
          value: near(compensation!.cost.mean),
          // Told year by year.
          difference: { value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
        }),
      ]),
    );
    expect(run.ask('forecast', { ...supposed, quick: false })).toMatchObject({
      total: { p10: near(p10), p50: near(p50), p90: near(p90) },
    });
  });
});
