import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import { assumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import { describeFunnel } from '../../../../src/engine/analyses/funnel/report';
import { initialValues } from '../../../../src/engine/core/assumptionValues';
import { valueOf } from '../../../../src/engine/report/formula';
import type { Table } from '../../../../src/engine/report/report';
import { LIMITS } from '../../../../src/engine/report/wording';
import { STAMP } from '../../../support/report';
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

describe('says in a sentence what the data cannot tell', () => {
  const limitsOf = (rows: readonly DealRow[]) =>
    runFunnel(datasetOf(rows, AB), {}, asOf(TODAY)).value!.basis.limits.map((limit) => LIMITS[limit]);

  it.each([
    ['one opportunity', /There is one deal/],
    ['all open', /No deal has been won or lost yet/],
    ['all lost', /No deal has been won yet/],
    ['all won', /No deal has been lost/],
  ] as const)('%s', (name, sentence) => {
    expect(limitsOf(CASES[name]!).filter((text) => sentence.test(text))).toHaveLength(1);
  });

  it('a person with one deal is banded B at most, has no percentage, and is spoken of', () => {
    const rows = many((i) => ({
      outcome: i % 3 === 0 ? 'won' : 'lost',
      created: TODAY - 50,
      closed: TODAY - i,
      texts: { owner: i === 0 ? 'Solo' : 'Team' },
      path: [['A', TODAY - 50]],
    }));
    expect(limitsOf(rows).join(' ')).toMatch(/Some people have only one decided deal/);
    const { value } = runFunnel(datasetOf(rows, AB), {}, asOf(TODAY));
    expect(value!.people.find(({ person }) => person === 'Solo')).toMatchObject({
      n: 1,
      band: 'B',
      worth: null,
    });
    const sheets = describeFunnel(value!, initialValues(assumptions), STAMP).sheets;
    const people = sheets
      .flatMap(({ blocks }) => blocks)
      .find((b): b is Table => b.block === 'table' && b.id === 'people')!;
    const at = people.columns.findIndex(({ id }) => id === 'rate');
    const solo = people.rows.find(([name]) => name === 'Solo')!;
    expect(valueOf(solo[at]!)).toBe('1 of 1');
  });

  it('and no sheet of them shows a number that is none', () => {
    for (const rows of Object.values(CASES))
      for (const shape of SHAPES) {
        const { value } = runFunnel(datasetOf(rows, AB, shape), {}, asOf(TODAY));
        const tables = describeFunnel(value!, initialValues(assumptions), STAMP)
          .sheets.flatMap(({ blocks }) => blocks)
          .filter((b): b is Table => b.block === 'table');
        for (const { rows: lines } of tables)
          for (const cell of lines.flat()) {
            const shown = valueOf(cell);
            if (typeof shown === 'number') expect(shown).toBe(Number.isFinite(shown) ? shown : 'a number');
          }
      }
  });
});
