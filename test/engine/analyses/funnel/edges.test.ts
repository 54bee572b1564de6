import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import type { Dataset } from '../../../../src/engine/dataset/dataset';
import { asOf } from '../../../support/circumstances';
import type { DealRow } from '../../../support/dataset';
import { datasetOf, stageMapOf } from '../../../support/dataset';

const TODAY = 45_000;
const AB = stageMapOf('A', 'B');
const SHAPES = ['events', 'wide', 'snapshots', 'none'] as const;

/** Where in a finding a number is not finite, or something is undefined. */
function notPlain(value: unknown, path = 'finding'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (value === undefined) return [`${path} is undefined`];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => notPlain(part, `${path}.${key}`));
}

const many = (row: (i: number) => DealRow): readonly DealRow[] =>
  Array.from({ length: 20 }, (_, i) => row(i));

const CASES: Readonly<Record<string, readonly DealRow[]>> = {
  'one opportunity': [{ created: TODAY - 5, path: [['A', TODAY - 5]] }],
  'one won on the day it was created': [
    { outcome: 'won', created: TODAY, closed: TODAY, path: [['A', TODAY]] },
  ],
  'all open': many((i) => ({ created: TODAY - i, path: [['A', TODAY - i]] })),
  'all lost': many((i) => ({
    outcome: 'lost',
    created: TODAY - 50,
    closed: TODAY - i,
    path: [['A', TODAY - 50]],
  })),
  'all won': many((i) => ({
    outcome: 'won',
    created: TODAY - 50,
    closed: TODAY - i,
    path: [
      ['A', TODAY - 50],
      ['B', TODAY - 30],
    ],
  })),
  'no created dates': many((i) => ({ outcome: i % 2 ? 'won' : 'lost', closed: TODAY - i, path: [] })),
  'no dates at all': many((i) => ({ outcome: i % 3 ? 'won' : 'open', path: [] })),
  'some dates in the future': many((i) => ({
    outcome: i % 2 ? 'won' : 'open',
    created: TODAY - 10 + i,
    closed: TODAY + 5,
    path: i < 10 ? [['A', TODAY - 10 + i]] : [],
  })),
  'closed before created': many((i) => ({
    outcome: 'lost',
    created: TODAY - 10,
    closed: TODAY - 20 - i,
    path: [['A', TODAY - 10]],
  })),
};

describe.each(Object.entries(CASES))('%s', (_, rows) => {
  it.each(SHAPES)('from shape %s gives a finding of finite numbers that survives JSON', (shape) => {
    const { value } = runFunnel(datasetOf(rows, AB, shape), {}, asOf(TODAY));
    expect(notPlain(value)).toEqual([]);
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    for (const { entered, advanced, lost, open } of value!.stages)
      expect(advanced + lost + open).toBe(entered);
    const { won, lost, open } = value!.outcomes;
    expect(won + lost + open).toBe(value!.basis.opportunities);
  });

  it('gives equal bytes for equal input', () => {
    const run = (): string => JSON.stringify(runFunnel(datasetOf(rows, AB), {}, asOf(TODAY)));
    expect(run()).toBe(run());
  });
});

describe('no stage of a kind', () => {
  const rows = CASES['all won']!;

  it('no won stage: wins still count, from the outcome', () => {
    const stages = AB.filter(({ kind }) => kind === 'open');
    const { value } = runFunnel(datasetOf(rows, stages), {}, asOf(TODAY));
    expect(notPlain(value)).toEqual([]);
    expect(value!.outcomes.won).toBe(20);
    expect(value!.funnels.at(-1)).toEqual({ name: 'Won', inOrder: 20, touched: 20 });
  });

  it('no open stage: stage conversion is not known, and this is said', () => {
    const stages = AB.filter(({ kind }) => kind !== 'open');
    const { value, issues } = runFunnel(
      datasetOf(
        many(() => ({ created: TODAY - 9 })),
        stages,
      ),
      {},
      asOf(TODAY),
    );
    expect(value).toMatchObject({
      stages: [],
      funnels: [],
      basis: { shape: 'none', limits: expect.arrayContaining(['noStageHistory']) },
    });
    expect(issues).toContainEqual({ code: 'stageConversionUnknown', severity: 'note', facts: {} });
  });
});

describe('nothing to analyse is blocked', () => {
  const nothing: readonly (readonly [string, Dataset])[] = [
    ['no table of opportunities', { ...datasetOf([], AB), opportunities: undefined }],
    ['no rows', datasetOf([], AB)],
    ['nothing but deals of the future', datasetOf([{ created: TODAY + 1, path: [] }], AB)],
  ];
  it.each(nothing)('%s', (_, dataset) => {
    const { value, issues } = runFunnel(dataset, {}, asOf(TODAY));
    expect(value).toBeUndefined();
    expect(issues).toEqual([{ code: 'noOpportunities', severity: 'blocking', facts: {} }]);
  });
});

describe('a cancelled run', () => {
  it('stops at the next step', () => {
    const circumstances = { ...asOf(TODAY), signal: { cancelled: true } };
    expect(() => runFunnel(datasetOf(CASES['all won']!, AB), {}, circumstances)).toThrow('Cancelled');
  });
});

describe('curves', () => {
  it('have at most 120 points, begin at nought, rise, and keep their last point', () => {
    const rows = Array.from({ length: 700 }, (_, i): DealRow => ({
      outcome: 'won',
      created: TODAY - 1_000,
      closed: TODAY - 1_000 + i,
    }));
    const { won } = runFunnel(datasetOf(rows, AB, 'none'), {}, asOf(TODAY)).value!.winIncidence.curve;
    expect(won.length).toBeLessThanOrEqual(120);
    expect(won.length).toBeGreaterThan(100);
    expect(won[0]).toEqual({ day: 0, estimate: 0, low: null, high: null });
    expect(won.at(-1)).toMatchObject({ day: 699, estimate: 1 });
    for (let i = 1; i < won.length; i++) {
      expect(won[i]!.day).toBeGreaterThan(won[i - 1]!.day);
      expect(won[i]!.estimate!).toBeGreaterThanOrEqual(won[i - 1]!.estimate!);
    }
  });
});
