import { runForecast } from '../../../../src/engine/analyses/forecast/compute';
import type { PeriodForecast } from '../../../../src/engine/analyses/forecast/finding';
import {
  whatIfs,
  type WhatIfPeriod,
  type WhatIfQuestion,
} from '../../../../src/engine/analyses/forecast/whatIf';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import { wordIssue } from '../../../../src/engine/report/wording';
import type { EditedTables } from '../../../../src/engine/report/editableTable';
import { asOf } from '../../../support/circumstances';
import { WORLD_A_AS_OF, worldAEvents } from '../../../support/worldA';

const world = worldAEvents();
const VALUES: AssumptionValues = { forecastDraws: 1000, backtestMonths: 0, forecastGoal: 700_000 };

const runOf = (values: AssumptionValues = VALUES, tables: EditedTables = {}) =>
  runForecast(world, values, asOf(WORLD_A_AS_OF), tables).value!;
const finding = runOf();
const askerOf = (values: AssumptionValues = VALUES, tables: EditedTables = {}) =>
  whatIfs(
    { dataset: world, values, circumstances: asOf(WORLD_A_AS_OF), tables },
    values === VALUES ? finding : runOf(values, tables),
  );
const question = (
  values: AssumptionValues = {},
  tables: EditedTables = {},
  quick = false,
): WhatIfQuestion => ({ values, tables, quick });

const told = ({ p10, p50, p90, mean, probabilityOfGoal }: PeriodForecast | WhatIfPeriod) => ({
  p10,
  p50,
  p90,
  mean,
  probabilityOfGoal,
});
/** Sums of amounts that are no whole cents differ in the last digits with the order of adding. */
const nearly = (band: ReturnType<typeof told>) =>
  Object.fromEntries(Object.entries(band).map(([id, value]) => [id, expect.closeTo(value ?? 0, 4)]));

const largest = [...finding.deals].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0)).map(({ id }) => id);

describe('a what-if answered on the chances of the run', () => {
  it('is the run itself where nothing else is supposed, and differs from it by nothing', () => {
    const { periods, total, draws, allDraws } = askerOf()(question())!;
    expect(periods.map(told)).toEqual(finding.periods.map(told));
    expect(told(total)).toEqual(told(finding.total));
    expect(total.before).toEqual(told(finding.total));
    expect(total.difference).toEqual({ p10: 0, p50: 0, p90: 0, mean: 0 });
    expect([draws, allDraws]).toEqual([1000, 1000]);
  });

  it.each<[string, AssumptionValues, EditedTables]>([
    ['every conversion', { leverConversion: 0.1 }, {}],
    ['the cycle', { leverCycle: -0.2 }, {}],
    ['new deals', { leverNewDeals: 0.3 }, {}],
    ['none of them counted', { forecastNew: 'no' }, {}],
    ['another goal', { forecastGoal: 400_000 }, {}],
    ['a stage', {}, { stageLevers: [{ stage: 'Demo', conversion: 0.9 }] }],
    ['a deal left out', {}, { dealOverrides: [{ deal: largest[0]!, include: 'No' }] }],
    [
      'a deal won, one pushed out and one made smaller',
      {},
      {
        dealOverrides: [
          { deal: largest[0]!, probability: 1, close: '2025-02-10' },
          { deal: largest[1]!, close: '2025-05-31' },
          { deal: largest[2]!, amount: 1_000_00 },
        ],
      },
    ],
  ])('gives what a run with it gives: %s', (_, values, tables) => {
    const other = runOf({ ...VALUES, ...values }, tables);
    const ask = askerOf();
    // Asked twice, with something else between: nothing of that may stay behind.
    const first = ask(question(values, tables))!;
    ask(question({ leverConversion: -0.3 }, { dealOverrides: [{ deal: largest[3]!, include: 'No' }] }));
    expect(ask(question(values, tables))).toEqual(first);
    expect(first.periods.map(told)).toEqual(other.periods.map(told));
    expect(told(first.total)).toEqual(told(other.total));
    expect(first.total.before).toMatchObject({ p50: finding.total.p50 });
  });

  it('of deal size is a factor, to the last digits', () => {
    const other = runOf({ ...VALUES, leverDealSize: 0.15 });
    const { periods, total } = askerOf()(question({ leverDealSize: 0.15 }))!;
    periods.forEach((period, m) => expect(told(period)).toEqual(nearly(told(other.periods[m]!))));
    expect(told(total)).toEqual(nearly(told(other.total)));
  });

  it('begins from the levers of the run', () => {
    const ask = askerOf({ ...VALUES, leverConversion: 0.1 });
    expect(ask(question())!.total.difference.mean).toBe(0);
    expect(told(ask(question({ leverConversion: 0 }))!.total)).toEqual(told(finding.total));
  });

  it('tells the difference future by future: much more narrowly than two bands could', () => {
    const { total } = askerOf()(question({ leverConversion: 0.03 }))!;
    expect(total.difference.p10).toBeGreaterThanOrEqual(0);
    expect(total.difference.mean).toBeCloseTo(total.mean - total.before.mean, 4);
    expect(total.difference.p90 - total.difference.p10).toBeLessThan((total.p90 - total.p10) / 2);
  });

  it('says which rows cannot be meant', () => {
    const { issues, remarks } = askerOf()(
      question({}, { dealOverrides: [{ deal: 'nobody', include: 'No' }] }),
    )!;
    expect(issues.map(({ code }) => code)).toEqual(['overrideNotOpen']);
    expect(remarks).toEqual([wordIssue(issues[0]!)]);
  });

  it('is undefined without a forecast', () => {
    const work = { dataset: { ...world, opportunities: undefined }, values: VALUES, tables: {} };
    const ask = whatIfs({ ...work, circumstances: asOf(WORLD_A_AS_OF) }, finding);
    expect(ask(question())).toBeUndefined();
  });
});
