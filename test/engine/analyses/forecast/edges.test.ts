import { forecast } from '../../../../src/engine/analyses/forecast';
import { runForecast } from '../../../../src/engine/analyses/forecast/compute';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import type { Dataset } from '../../../../src/engine/dataset/dataset';
import { wordIssue } from '../../../../src/engine/report/wording';
import { forecast as schema } from '../../../../src/app/findings/forecast';
import { asOf } from '../../../support/circumstances';
import { datasetOf, stageMapOf, type DealRow } from '../../../support/dataset';
import { readTables } from '../../../support/read';
import { STAMP } from '../../../support/report';

const STAGES = stageMapOf('Lead', 'Offer');
const QUICK: AssumptionValues = { forecastDraws: 500, backtestMonths: 3 };
const run = (rows: readonly DealRow[], values: AssumptionValues = QUICK) =>
  runForecast(datasetOf(rows, STAGES), values, asOf('2024-06-30'), {});
const path = [['Lead', '2024-05-01']] as const;
const open = (i: number, more: Partial<DealRow> = {}): DealRow => ({
  id: `open ${i}`,
  created: '2024-05-01',
  amount: 1000_00,
  path,
  ...more,
});
const closed = (outcome: 'won' | 'lost', i: number): DealRow => ({
  id: `${outcome} ${i}`,
  outcome,
  created: '2024-01-10',
  closed: `2024-0${1 + (i % 5)}-20`,
  amount: 500_00,
  path: [['Lead', '2024-01-10']],
});
const many = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));

const finite = (value: unknown): void => {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(finite);
};

describe('inputs at the edge', () => {
  it.each([
    ['no open deals', [closed('won', 1), closed('lost', 2)], 'forecastNoOpenDeals'],
    ['no history', [open(1), open(2)], 'forecastNoDecided'],
    ['one win ever', [closed('won', 1), closed('lost', 1), open(1)], 'forecastFewWins'],
    ['no goal', [closed('won', 1), closed('lost', 1), open(1)], 'forecastNoGoal'],
    ['an amount missing', [closed('won', 1), open(1), open(2, { amount: NaN })], 'forecastNoAmount'],
    ['never a win', [...many(40, (i) => closed('lost', i)), open(1)], 'forecastNoWins'],
    [
      'a win whose days nobody knows',
      [closed('lost', 1), { id: 'won', outcome: 'won', closed: '2024-03-20', amount: 500_00 }, open(1)],
      'forecastNoWins',
    ],
    [
      'only deals in a stage that no win went through',
      [
        ...many(30, (i) => ({
          ...closed('won', i),
          created: '2022-01-10',
          path: [['Offer', '2022-01-10']] as const,
        })),
        ...many(30, (i) => ({
          ...closed('lost', i),
          created: '2022-01-10',
          path: [['Lead', '2022-01-10']] as const,
        })),
        open(1, { created: '2023-01-10', path: [['Lead', '2023-01-10']] }),
      ],
      'forecastNothing',
    ],
  ] as const)('%s: a sentence, and no number that is none', (_, rows, code) => {
    const { value, issues } = run(rows);
    const issue = issues.find((found) => found.code === code);
    expect(issue && wordIssue(issue)).toMatch(/^[A-Z0-9].*\.$/s);
    finite(value);
    if (value)
      for (const { p10, p50, p90 } of value.periods)
        expect([p10, p50, p90]).toEqual([...[p10, p50, p90]].sort((a, b) => a - b));
  });

  it('says nothing rather than nought for certain where no win is known', () => {
    expect(run([...many(40, (i) => closed('lost', i)), open(1)]).value).toBeUndefined();
  });

  it('CRM probabilities of open deals that cannot be are left out, and counted', () => {
    const dataset = datasetOf([closed('won', 1), closed('lost', 2), open(1), open(2), open(3)], STAGES);
    const { value, issues } = runForecast(
      {
        ...dataset,
        opportunities: {
          ...dataset.opportunities!,
          // The first two are decided: what is said of them is past.
          numbers: { probability: Float64Array.of(1.5, -1, 1.5, 0.4, -0.2) },
        },
      },
      QUICK,
      asOf('2024-06-30'),
      {},
    );
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'forecastCrmProbability', facts: { deals: 2 } }),
    );
    expect(value!.weighted.configured).toMatchObject({ deals: 1, total: 400_00 });
  });

  it('close dates in the past are counted, and do not decide', () => {
    const dataset = datasetOf([...many(30, (i) => closed(i % 2 ? 'won' : 'lost', i)), open(1)], STAGES);
    const withClose = (close: number) => ({
      ...dataset,
      opportunities: {
        ...dataset.opportunities!,
        expectedClose: Float64Array.from({ length: 31 }, (_, i) => (i === 30 ? close : NaN)),
      },
    });
    // 2024-06-01 and 2024-12-01.
    const [past, ahead] = [45444, 45627].map((close) =>
      runForecast(withClose(close), QUICK, asOf('2024-06-30'), {}),
    );
    expect(past!.issues.map(({ code }) => code)).toContain('forecastOverdue');
    expect(past!.value!.total).toEqual(ahead!.value!.total);
  });

  it.each([
    ['a few open deals without an amount', 1, 'note'],
    ['more than a fifth of them', 4, 'warning'],
  ] as const)('%s are a %s', (_, missing, severity) => {
    const rows = [closed('won', 1), ...many(10, (i) => open(i, i < missing ? { amount: NaN } : {}))];
    expect(run(rows).issues).toContainEqual(
      expect.objectContaining({ code: 'forecastNoAmount', severity, facts: { deals: missing, of: 10 } }),
    );
  });

  it('amounts of 0: the money is 0, the wins are not', () => {
    const rows = [
      ...many(60, (i) => ({ ...closed(i % 2 ? 'won' : 'lost', i), amount: 0 })),
      ...many(20, (i) => open(i, { amount: 0 })),
    ];
    const { value, issues } = run(rows);
    expect([value!.total.p90, value!.total.wins.p50 > 5]).toEqual([0, true]);
    const codes = issues.map(({ code }) => code);
    expect(codes).toContain('forecastAmountsZero');
    expect(codes).not.toContain('forecastNothing');
  });

  describe('the accuracy of past forecasts', () => {
    const rows = [
      ...many(80, (i) => ({ ...closed(i % 2 ? 'won' : 'lost', i), closed: `2024-0${2 + (i % 5)}-20` })),
      ...many(4, (i) => open(i, { amount: 500_00 })),
    ];
    const dataset = datasetOf(rows, STAGES);
    /** All amounts written as so many cents on the day of creation; today they are as in the rows. */
    const written = (cents: number) => ({
      ...dataset,
      records: {
        start: Int32Array.from({ length: rows.length + 1 }, (_, i) => i),
        at: dataset.opportunities!.created,
        amount: new Float64Array(rows.length).fill(cents),
        expectedClose: new Float64Array(rows.length).fill(NaN),
      },
    });
    const found = (data: Dataset) => runForecast(data, QUICK, asOf('2024-06-30'), {}).value!;
    const noteOf = (data: Dataset) => {
      const { sheets } = forecast.describe(found(data), QUICK, STAMP, {});
      return JSON.stringify(sheets.find(({ id }) => id === 'accuracy')!.blocks[0]);
    };

    it('says that earlier amounts were not seen only where they are known', () => {
      expect(noteOf(written(500_00))).toContain('closes and amounts were not seen');
      expect(noteOf(dataset)).toContain('today’s amounts were used');
      expect(noteOf(dataset)).not.toContain('amounts were not seen');
      expect(noteOf(dataset)).toContain('one month ahead');
    });

    it('counts by what a deal was won for, not by what was written of it before', () => {
      const [right, wrong] = [500_00, 5000_00].map((cents) => found(written(cents)).backtest!);
      expect(right!.wapeOfDeals).toBeCloseTo(found(dataset).backtest!.wapeOfDeals!, 6);
      // Ten times as much is expected of each deal as it is won for: that is off by far more.
      expect(wrong!.wapeOfDeals).toBeGreaterThan(1.5 * right!.wapeOfDeals!);
    });
  });

  it('a quarter of which some month has no quota has no goal, whatever was won in it already', () => {
    const dataset = datasetOf([...many(60, (i) => closed(i % 2 ? 'won' : 'lost', i)), open(1)], STAGES);
    const { quotas } = readTables(
      [
        {
          role: 'quotas',
          rows: [
            ['person', 'start', 'end', 'amount'],
            ['Ann', '2024-06-01', '2024-09-30', 40_000],
          ],
        },
      ],
      { asOf: '2024-05-31' },
    ).dataset!;
    const { value } = runForecast({ ...dataset, quotas }, QUICK, asOf('2024-05-31'), {});
    // April and May of the second quarter have none, and so have October and November.
    expect(value!.quarters.map(({ period, goal }) => [period, goal === null])).toEqual([
      ['2024-Q2', true],
      ['2024-Q3', false],
      ['2024-Q4', true],
    ]);
    expect(value!.total).toMatchObject({ goal: null, probabilityOfGoal: null });
    expect(value!.coverageTotal.remaining).toBeNull();
    expect(value!.basis.limits).toContain('goalOfSomeMonths');
    const { headline } = forecast.describe(value!, QUICK, STAMP, {});
    expect(JSON.stringify(headline)).toContain('quotas of 4 of 6 months only (2024-06 to 2024-09)');
  });

  it('no amounts at all: deals are counted', () => {
    const rows = [...many(30, (i) => closed(i % 2 ? 'won' : 'lost', i)), ...many(4, (i) => open(i))].map(
      ({ amount: _, ...row }) => row,
    );
    const { value } = run(rows);
    expect(value!.basis.unit).toBe('deals');
    expect(value!.total.p90).toBe(value!.total.wins.p90);
    finite(value);
    expect(run(rows, { ...QUICK, leverDealSize: 0.5 }).value!.total).toEqual(value!.total);
    const told = run(rows, { ...QUICK, forecastGoal: 2 }).value!;
    expect(told.total.goal).toBe(2);
    expect(told.total.probabilityOfGoal).toBeGreaterThan(0.1);
    const { headline } = forecast.describe(told, { ...QUICK, forecastGoal: 2 }, STAMP, {});
    expect(JSON.stringify(headline)).toMatch(
      /Forecast to 2024-12-31, deals".*"format":"integer".*four in five: \d+ to \d+"/s,
    );
  });

  it('no stages and no history: all deals together', () => {
    const rows = [...many(30, (i) => closed(i % 2 ? 'won' : 'lost', i)), ...many(4, (i) => open(i))].map(
      ({ path: _, ...row }) => row,
    );
    const { value } = runForecast(datasetOf(rows, [], 'none'), QUICK, asOf('2024-06-30'), {});
    expect(value!.basis.limits).toContain('noStageHistory');
    expect(new Set(value!.deals.map(({ basis }) => basis)).size).toBe(1);
    finite(value);
  });

  describe('stages of today, and no history of them', () => {
    // Every third of 300 deals decided over three years is won; 40 young ones stand in one stage.
    const rows: DealRow[] = [
      ...many(300, (i) => ({
        id: `decided ${i}`,
        outcome: i % 3 ? ('lost' as const) : ('won' as const),
        created: 44562 + 3 * i,
        closed: 44562 + 3 * i + 20 + (i % 40),
        amount: 500_00,
        texts: { owner: `Owner ${i % 4}` },
      })),
      ...many(40, (i) => ({
        id: `open ${i}`,
        created: 45473 - (i % 30),
        amount: 1000_00,
        stage: 'Lead',
        texts: { owner: `Owner ${i % 4}` },
      })),
    ];
    const without = rows.map(({ stage: _, ...row }) => row);
    const forecastOf = (deals: readonly DealRow[], values: AssumptionValues = {}) =>
      runForecast(datasetOf(deals, STAGES, 'none'), { ...QUICK, ...values }, asOf('2024-06-30'), {}).value!;
    const found = forecastOf(rows);

    it('are judged by their age, as the sheet says: nobody was ever seen to leave the stage, nor to fail in it', () => {
      expect(found.basis.limits).toContain('noStageHistory');
      expect(found.deals.filter(({ basis }) => basis !== 'allStages')).toEqual([]);
      expect(found.weighted.ageAware!.total / (40 * 1000_00)).toBeGreaterThan(0.2);
      expect(found.total).toEqual(forecastOf(without).total);
    });

    it('are correlated as the same deals without stages: as wins came, not as if none had ever come', () => {
      const { fitted } = found.basis.correlation;
      expect(fitted).not.toBeNull();
      expect(fitted).toBeLessThan(0.2);
      expect(found.basis.correlation).toEqual(forecastOf(without).basis.correlation);
    });

    it('feel a lever on conversion', () => {
      const { total } = forecastOf(rows, { leverConversion: 0.2 });
      expect(total.open.mean / found.total.open.mean).toBeGreaterThan(1.15);
    });
  });

  it('a single win tells nothing of how wins come together', () => {
    const rows = [
      closed('won', 1),
      ...many(300, (i) => ({ ...closed('lost', i), created: '2022-01-10' })),
      ...many(30, (i) => open(i)),
    ];
    expect(run(rows).value!.basis.correlation).toMatchObject({ used: 0.1, fitted: null });
  });

  it('credits: amounts below nought are used as they stand, and the finding holds', () => {
    const rows = [
      ...many(60, (i) => ({ ...closed(i % 2 ? 'won' : 'lost', i), amount: -500_00 })),
      ...many(5, (i) => open(i, { amount: -100_00 })),
    ];
    const { value } = run(rows, { ...QUICK, bridgeDays: 180 });
    expect(value!.bridge.won).toBeLessThan(0);
    expect(value!.total.mean).toBeLessThan(0);
    expect(schema.parse(value)).toEqual(value);
  });

  it('few open deals are added up exactly, as the simulation says too', () => {
    const rows = [
      ...many(60, (i) => closed(i % 3 ? 'lost' : 'won', i)),
      ...many(5, (i) => open(i, { amount: 100_00 * 2 ** i })),
    ];
    const { value } = run(rows, { ...QUICK, forecastDraws: 20_000, forecastMonths: 12 });
    expect(value!.exact).not.toBeNull();
    expect(value!.exact!.mean).toBeCloseTo(value!.weighted.withinForecast!.total, 2);
    for (const p of ['p10', 'p50', 'p90'] as const)
      expect(Math.abs(value!.exact![p] - value!.total.open[p])).toBeLessThanOrEqual(100_00);
  });

  it('a deal in its stage longer than any before it is stale, and judged by the last age that is known', () => {
    const rows = [
      ...many(60, (i) => closed(i % 3 ? 'lost' : 'won', i)),
      open(1, { created: '2020-01-01', path: [['Lead', '2020-01-01']] }),
    ];
    const { value } = run(rows);
    expect(value!.deals[0]).toMatchObject({
      basis: 'stale',
      risks: expect.arrayContaining(['stale']) as unknown,
    });
  });
});
