import { runIndicators } from '../../../../src/engine/analyses/indicators/compute';
import type { IndicatorsFinding } from '../../../../src/engine/analyses/indicators/finding';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import type { Dataset } from '../../../../src/engine/dataset/dataset';
import type { EditedTables } from '../../../../src/engine/report/editableTable';
import { activitiesOf, resultsOf } from '../../../support/activities';
import { asOf } from '../../../support/circumstances';
import { codesOf, only } from '../../../support/read';
import { handKept, lastDayOf } from '../../../support/handKept';

const FEW_DRAWS = { leadDraws: 199 };
const run = (dataset: Dataset, months: number, values: AssumptionValues = {}, tables: EditedTables = {}) =>
  runIndicators(dataset, { ...FEW_DRAWS, ...values }, asOf(lastDayOf(months)), tables);
const found = (finding: IndicatorsFinding, name: string, result = 'Wins') =>
  finding.indicators.find((i) => i.name === name && i.result === result)!;

/** Nothing that a spreadsheet or JSON cannot hold. */
function expectFinite(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(expectFinite);
}

describe('counts and results kept by hand, without any deals', () => {
  const { value, issues } = run(handKept({ months: 40 }).dataset, 40, { leadSeason: 'none' });
  const finding = value!;

  it('find the lead at its lag, and not what goes its own way', () => {
    const calls = found(finding, 'Calls');
    expect(calls).toMatchObject({ evidence: 'green', lag: 2, firstLag: 2, peakLag: 2, reasons: [] });
    expect(calls.people).toMatchObject({ agree: 5, of: 5 });
    expect(calls.granger).toMatchObject({ order: 2 });
    expect(calls.granger!.p).toBeLessThan(0.001);
    expect(calls.plainByLag[2]).toBeCloseTo(calls.plain!, 12);
    expect(found(finding, 'Visits')).toMatchObject({ evidence: 'none', signal: null, covers: null });
    expect(issues).toEqual([]);
    expectFinite(finding);
  });

  it('say what the coming months hold: from the lead as far as it reaches, beyond that from the past', () => {
    expect(finding.ahead.map(({ period, source, from }) => [period, source, from])).toEqual([
      ['2025-05', 'Calls', '2025-03'],
      ['2025-06', 'Calls', '2025-04'],
      ['2025-07', expect.any(String), null],
      ['2025-08', expect.any(String), null],
      ['2025-09', expect.any(String), null],
      ['2025-10', expect.any(String), null],
    ]);
    for (const { low, estimate, high, chance } of finding.ahead) {
      expect(low).toBeLessThanOrEqual(estimate);
      expect(estimate).toBeLessThanOrEqual(high);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
    expect(found(finding, 'Calls').covers).toEqual({ from: '2025-05', to: '2025-06' });
  });

  it('turn the target into activity where there is still time', () => {
    const [may, , july] = finding.ahead;
    expect(may!.needed).toBeNull();
    expect(july!.needed).toMatchObject({ indicator: 'Calls', period: '2025-05' });
    const { line } = found(finding, 'Calls');
    // 21 business days in May and in June, 23 in July 2025.
    const level = ((july!.target * 21) / 23 - line!.intercept) / line!.slope;
    expect(july!.needed!.value).toBeCloseTo((level * 22) / 21, 9);
  });

  it('hold standards for each person', () => {
    const own = finding.standards.filter(({ person }) => person === 'Ann');
    expect(own.map(({ indicator, standardSource }) => [indicator, standardSource])).toEqual([
      ['Calls', 'team'],
    ]);
  });
});

it('the same seed gives the same numbers', () => {
  const { dataset } = handKept({ months: 30 });
  expect(run(dataset, 30)).toEqual(run(dataset, 30));
});

describe('how much is said', () => {
  it('of 5 months: collecting, and no r', () => {
    const { value } = run(handKept({ months: 5 }).dataset, 5);
    for (const indicator of value!.indicators)
      expect(indicator).toMatchObject({
        evidence: 'collecting',
        r: null,
        plain: null,
        rho: null,
        pLag: null,
        q: null,
        skill: null,
        lag: null,
        signal: null,
        line: null,
        rByLag: [],
        plainByLag: [],
        granger: null,
      });
    expectFinite(value);
  });

  it('of 10 months: early, r without a p-value', () => {
    const { value } = run(handKept({ months: 10 }).dataset, 10);
    for (const indicator of value!.indicators) {
      expect(indicator).toMatchObject({
        evidence: 'early',
        pLag: null,
        pFamily: null,
        q: null,
        signal: null,
      });
      expect(indicator.r).not.toBeNull();
    }
  });

  it('of 8 months: early, though too few are left to take the season out', () => {
    const { value } = run(handKept({ months: 8 }).dataset, 8);
    expect(found(value!, 'Calls')).toMatchObject({ evidence: 'early', pLag: null, r: expect.any(Number) });
  });

  it('of 24 months: amber at most, green where someone knows that there is no season', () => {
    const { dataset } = handKept({ months: 27 });
    expect(found(run(dataset, 27).value!, 'Calls')).toMatchObject({
      evidence: 'amber',
      reasons: ['shortHistory'],
    });
    expect(found(run(dataset, 27, { leadSeason: 'none' }).value!, 'Calls').evidence).toBe('green');
  });

  it('of nothing: nothing', () => {
    expect(run({ ...handKept({ months: 9 }).dataset, results: undefined } as unknown as Dataset, 9)).toEqual({
      value: undefined,
      issues: [],
    });
  });
});

describe('bad input is said', () => {
  const base = handKept({ months: 30 });
  const withRows = (
    activities: (rows: typeof base.activities) => typeof base.activities,
    results: (rows: typeof base.results) => typeof base.results = (rows) => rows,
  ): Dataset => ({
    ...base.dataset,
    activities: activitiesOf(activities(base.activities)),
    results: resultsOf(results(base.results)),
  });
  const keep = <T>(rows: T): T => rows;

  it.each([
    ['constant', 7],
    ['allZero', 0],
  ] as const)('a result that is %s', (flaw, value) => {
    const { issues } = run(
      withRows(keep, (rows) => [...rows, ...rows.map((row) => ({ ...row, measure: 'Renewals', value }))]),
      30,
    );
    expect(only(issues, 'seriesFlat').facts).toEqual({ name: 'Renewals', result: true, flaw });
  });

  it('an indicator of one’s own that is always zero', () => {
    const rows = [{ name: 'Calls of Ann', counted: 'Activities', type: 'Calls', person: 'Ann' }];
    const silent = (all: typeof base.activities) =>
      all.map((row) => (row.owner === 'Ann' ? { ...row, quantity: 0 } : row));
    const { issues } = run(withRows(silent), 30, {}, { ownIndicators: rows });
    expect(only(issues, 'seriesFlat').facts).toEqual({
      name: 'Calls of Ann',
      result: false,
      flaw: 'allZero',
    });
  });

  it('one missing month: only the longest stretch without a gap is compared', () => {
    const gone = base.results.filter(({ start }) => start !== base.results[9]!.start);
    const { value, issues } = run(
      withRows(keep, () => gone),
      30,
    );
    expect(only(issues, 'seriesGap').facts).toEqual({ name: 'Wins', periods: ['2022-10'], grain: 'month' });
    expect(found(value!, 'Calls').n).toBeLessThan(28);
    expectFinite(value);
  });

  it('an indicator equal to the result', () => {
    const rows = [{ name: 'Orders', counted: 'A series kept by hand', type: 'Wins' }];
    const { value, issues } = run(base.dataset, 30, {}, { ownIndicators: rows });
    expect(only(issues, 'indicatorIsResult').facts).toEqual({ indicator: 'Orders', result: 'Wins' });
    expect(found(value!, 'Orders')).toBeUndefined();
  });

  it('more people than months', () => {
    const people = Array.from({ length: 12 }, (_, i) => `Person ${i}`);
    const { issues } = run(handKept({ months: 10, people }).dataset, 10);
    expect(only(issues, 'morePeopleThanPeriods').facts).toEqual({ people: 12, periods: 10, grain: 'month' });
  });

  it('results kept by quarters', () => {
    const quarters = base.results
      .filter((_, i) => i % 3 === 0)
      .map((row) => ({ ...row, measure: 'Revenue', end: (row.start as number) + 89 }));
    const { value, issues } = run(
      withRows(keep, (rows) => [...rows, ...quarters]),
      30,
    );
    expect(codesOf(issues)).toContain('seriesPeriodTooLong');
    expect(value!.results.map(({ name }) => name)).toEqual(['Wins']);
  });

  it('rows of the Inputs sheet that are not understood', () => {
    const { value, issues } = run(
      base.dataset,
      30,
      {},
      {
        ownIndicators: [
          { name: 'A', counted: 'Activities', type: 'Dinners' },
          { name: 'B', counted: 'Activities', person: 'Zoe' },
          { name: 'C', counted: 'Sightings' },
          { name: 'D', counted: 'Deals entering a stage', stage: 'Demo' },
          { name: 'E', counted: 'Activities', per: 'Nothing' },
          { name: 'Calls', counted: 'Activities', type: 'Visits' },
          { name: null, counted: 'Activities' },
        ],
        leadResults: [
          { result: 'A series kept by hand' },
          { result: 'Applause' },
          { result: 'Deals entering a stage', of: 'Demo' },
        ],
      },
    );
    expect(issues.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`)).toEqual([
      'ownIndicatorUnknown {"name":"A","column":"Type","value":"Dinners"}',
      'ownIndicatorUnknown {"name":"B","column":"Person","value":"Zoe"}',
      'ownIndicatorUnknown {"name":"C","column":"Counted","value":"Sightings"}',
      'ownIndicatorUnknown {"name":"D","column":"Stage","value":"Demo"}',
      'ownIndicatorUnknown {"name":"E","column":"Divided by","value":"Nothing"}',
      'ownIndicatorTwice {"name":"Calls"}',
      'leadResultUnknown {"result":"Applause","of":""}',
      'leadResultUnknown {"result":"Deals entering a stage","of":"Demo"}',
    ]);
    expect(value!.indicators.map(({ name }) => name)).toEqual(['Calls', 'Visits']);
  });
});

describe('what a person defines', () => {
  const { dataset } = handKept({ months: 40 });
  it('counts what its filters let through, and divides', () => {
    const { value, issues } = run(
      dataset,
      40,
      {},
      {
        ownIndicators: [
          { name: 'Calls of Ann', counted: 'activities', type: 'calls', person: 'ann' },
          {
            name: 'Calls per visit',
            counted: 'Activities',
            type: 'Calls',
            per: 'Visits',
            direction: 'Either way',
          },
          { name: 'Everything', counted: 'Activities' },
          { name: 'Visits', direction: 'Fewer is better', target: 12 },
        ],
      },
    );
    expect(issues).toEqual([]);
    const series = (name: string) => value!.series.find((s) => s.name === name)!;
    const sum = (name: string, at: number) => series(name).values[at]!;
    expect(sum('Everything', 3)).toBe(sum('Calls', 3) + sum('Visits', 3));
    expect(sum('Calls per visit', 3)).toBe(sum('Calls', 3) / sum('Visits', 3));
    expect(series('Calls per visit').kind).toBe('rate');
    expect(sum('Calls of Ann', 3)).toBeLessThan(sum('Calls', 3));
    expect(found(value!, 'Calls per visit').direction).toBe('either');
    expect(found(value!, 'Visits').direction).toBe('fewer');
    expect(value!.standards.find(({ indicator }) => indicator === 'Visits')).toMatchObject({
      standard: 12,
      standardSource: 'given',
    });
  });

  it('sets targets, by which signals and activity are told', () => {
    const at = (target: number) =>
      run(
        dataset,
        40,
        { leadSeason: 'none' },
        { leadResults: [{ result: 'A series kept by hand', of: 'Wins', target }] },
      ).value!;
    expect(found(at(1), 'Calls').signal).toBe('green');
    expect(found(at(1000), 'Calls').signal).toBe('red');
    expect(at(70).results).toEqual([
      { name: 'Wins', kind: 'count', target: 70, targetSource: 'given', row: 0 },
    ]);
  });

  it('may say which lags are plausible', () => {
    const { value } = run(dataset, 40, { leadLagFrom: 3, leadLagTo: 5, leadSeason: 'none' });
    const calls = found(value!, 'Calls');
    expect(calls.window).toMatchObject({ low: 3, high: 5, basis: 'given' });
    expect(calls.peakLag).toBe(2);
    expect(calls.evidence).not.toBe('green');
  });
});
