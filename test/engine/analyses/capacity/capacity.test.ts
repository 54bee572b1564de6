import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capacity } from '../../../../src/engine/analyses/capacity';
import { assumptions } from '../../../../src/engine/analyses/capacity/assumptions';
import type { CapacityFinding } from '../../../../src/engine/analyses/capacity/finding';
import { assumptions as funnelAssumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import { initialValues, showValue } from '../../../../src/engine/core/assumptionValues';
import type { Outcome } from '../../../../src/engine/core/outcome';
import type { Dataset, People } from '../../../../src/engine/dataset/dataset';
import type { EditedTables } from '../../../../src/engine/report/editableTable';
import { asOf } from '../../../support/circumstances';
import { datasetOf, serial, stageMapOf, textColumn } from '../../../support/dataset';
import { disagreeing, recomputed } from '../../../support/described';
import { STAMP } from '../../../support/report';

const ALL = [...funnelAssumptions, ...capacity.assumptions];
const valuesWith = (changes: AssumptionValues = {}): AssumptionValues => ({
  ...initialValues(ALL),
  ...changes,
});
const AS_OF = '2024-06-30';
const EDITABLE = capacity.editableTables ?? [];

const peopleOf = (rows: readonly (readonly [name: string, start?: string, end?: string])[]): People => ({
  count: rows.length,
  origin: { table: new Uint16Array(rows.length), row: Int32Array.from(rows, (_, i) => i + 2) },
  person: textColumn(rows.map(([name]) => name)),
  texts: {},
  numbers: {
    start: Float64Array.from(rows, ([, start]) => serial(start)),
    end: Float64Array.from(rows, ([, , end]) => serial(end)),
  },
});

/** A deal won every month by each owner over three years: 10,000 by those named first, half of that by the last. */
function sales(owners: readonly string[]): Dataset {
  const months = Array.from(
    { length: 36 },
    (_, m) => `${2021 + Math.floor((m + 6) / 12)}-${String(((m + 6) % 12) + 1).padStart(2, '0')}`,
  );
  return datasetOf(
    months.flatMap((month) =>
      owners.map((owner, i) => ({
        outcome: 'won' as const,
        created: `${month}-02`,
        closed: `${month}-20`,
        amount: i === owners.length - 1 && i > 0 ? 500_000 : 1_000_000,
        texts: { owner },
      })),
    ),
    stageMapOf(),
    'none',
  );
}
const runWith = (
  dataset: Dataset,
  changes?: AssumptionValues,
  tables: EditedTables = {},
): Outcome<CapacityFinding> => capacity.run(dataset, valuesWith(changes), asOf(AS_OF), tables);

const team: Dataset = {
  ...sales(['Ann', 'Bob', '=Cy']),
  people: peopleOf([
    ['Ann', '2019-01-01'],
    ['bob'],
    ['=Cy', '2024-03-04'],
    ['Dee', '2020-01-01', '2024-02-15'],
  ]),
};

describe('the hiring plan', () => {
  it('knows who is here, since when, and what a ramped person wins', () => {
    const plan = runWith(team).value!;
    expect(plan.seats).toEqual([
      { name: 'Ann', kind: 'here', before: null, starts: null, until: null },
      { name: 'bob', kind: 'here', before: null, starts: null, until: null },
      { name: '=Cy', kind: 'here', before: 4, starts: null, until: null },
    ]);
    // Twelve months of Ann and Bob with 10,000 each, seven of Dee with nothing.
    expect(plan.productivity.personMonths).toBe(12 + 12 + 7);
    expect(plan.productivity.value).toBe(Math.round(24_000_000 / 31));
    expect(plan.attritionSeen).toEqual({ leavers: 1, personYears: (12 + 12 + 4 + 7) / 12, rate: 12 / 35 });
    expect(plan.goal).toMatchObject({ source: 'wonBefore', value: 2 * (24_000_000 + 6_000_000) });
    expect(plan.months).toHaveLength(24);
    expect(plan.basis.limits).toEqual(['rampAssumed']);
  });

  it('hires nobody for the cents that a rounded productivity falls short of the goal', () => {
    // 2.5M cents a month of three people are 833,333⅓ each: 24 cents short of twice last year's.
    const plan = runWith(sales(['Ann', 'Bob', 'Cy'])).value!;
    expect(plan.goal.source).toBe('wonBefore');
    expect(plan.gap).toBe(24);
    expect(plan.solved).toEqual({ reached: true, hires: [] });
  });

  it('learns the ramp where every month of work has newcomers enough', () => {
    const names = Array.from({ length: 6 }, (_, i) => `N${i}`);
    const dataset = {
      ...sales(['Ann', ...names]),
      people: peopleOf([['Ann'], ...names.map((n) => [n, '2022-09-01'] as const)]),
    };
    const plan = runWith(dataset).value!;
    expect(plan.ramp.every(({ n }) => n === 6)).toBe(true);
    // Five of six win as much as anybody from the first month, the last half as much.
    expect(plan.ramp[0]!.learned).toBeGreaterThan(0.8);
    expect(plan.ramp[0]!.share).toBe(plan.ramp[0]!.learned);
    expect(plan.basis.limits).toEqual([]);
  });

  it('takes hires, leavers and the ramp from the tables', () => {
    const tables: EditedTables = {
      hires: [{ who: 'New one', start: '2024-09-15' }],
      leavers: [
        { who: 'ann', last: serial('2024-08-31') },
        { who: 'Bob', last: serial('2024-08-30') },
      ],
      ramp: [{ month: 1, share: 0.1 }],
    };
    const { value, issues } = runWith(team, { hiringTimeToFill: 1 }, tables);
    expect(issues).toEqual([]);
    expect(value!.seats.map(({ until, starts }) => [until, starts])).toEqual([
      [2, null],
      [1, null],
      [null, null],
      [null, 3],
    ]);
    expect(value!.ramp[0]).toMatchObject({ given: 0.1, share: 0.1 });
    expect(value!.months.slice(0, 4).map(({ staff, backfills }) => [staff, backfills])).toEqual([
      [3, 0],
      [2, 0],
      [3, 1],
      [4, 1],
    ]);
  });

  it('knows who leaves and who starts between the as-of day and the plan’s first month', () => {
    const mid = {
      ...team,
      people: peopleOf([['Ann'], ['Bob'], ['Eve', '2024-06-25'], ['Fay', '2024-10-01', '2025-02-15']]),
    };
    const tables: EditedTables = {
      hires: [{ who: 'Gus', start: '2024-06-20' }],
      leavers: [{ who: 'Ann', last: '2024-06-30' }],
    };
    const planOn = (given: EditedTables) => capacity.run(mid, valuesWith(), asOf('2024-06-15'), given);
    const { value, issues } = planOn(tables);
    expect(issues).toEqual([]);
    expect(value!.seats.map(({ name, kind, starts, until }) => [name, kind, starts, until])).toEqual([
      ['Ann', 'here', null, 0],
      ['Bob', 'here', null, null],
      ['Eve', 'hire', 1, null],
      ['Fay', 'hire', 4, 7],
      ['Gus', 'hire', 1, null],
    ]);
    // Who stands on the people sheet and among the planned hires is one person.
    const [, , gus, fay] = planOn({ hires: [{ who: 'eve', start: '2024-08-01' }] }).value!.seats;
    expect([gus!.name, fay!.name, fay!.starts]).toEqual(['Fay', 'eve', 2]);
    const late = planOn({ leavers: [{ who: 'Ann', last: '2024-06-15' }] });
    expect(late.issues).toMatchObject([{ code: 'hiringDatePast', facts: { day: '2024-06-15' } }]);
    const described = capacity.describe(value!, valuesWith(), STAMP, tables);
    expect(disagreeing(recomputed(described, ALL, valuesWith(), {}, EDITABLE, tables))).toEqual([]);
  });

  it('says what it cannot use of the tables, and goes on', () => {
    const { value, issues } = runWith(
      team,
      {},
      {
        hires: [
          { who: 'A', start: 'soon' },
          { who: 'B', start: '2024-06-01' },
          { who: 'C', start: '2027-01-01' },
        ],
        leavers: [{ who: 'Nobody', last: '2025-01-31' }],
        ramp: [{ month: 'one', share: 3 }],
      },
    );
    expect(issues.map(({ code }) => code)).toEqual([
      'leaverUnknown',
      'hiringDateUnreadable',
      'hiringDatePast',
      'hiringDateBeyond',
      // Neither the month nor the share of the one row of the ramp.
      'hiringRamp',
      'hiringRamp',
    ]);
    expect(value!.seats).toHaveLength(3);
  });

  it('prices the promotion of the best seller by that person’s own pace', () => {
    const { promotion } = runWith(team, { hiringProductivity: 5_000, hiringTimeToFill: 0 }).value!;
    expect(promotion).toMatchObject({ name: 'Ann', perMonth: 1_000_000, stays: 24_000_000 });
    // Six months of a straight ramp lose three ramped months.
    expect(promotion!.successor).toBeCloseTo(500_000 * 21, 6);
  });

  it('counts on no more of the best seller’s pace than luck leaves', () => {
    // Three who win 10,000 every month, and one of them a single deal of a million more: luck, not pace.
    const dataset = sales(['Ann', 'Bob', 'Cy', 'Dot']);
    const last = dataset.opportunities!.amount.length - 4;
    dataset.opportunities!.amount[last] = 101_000_000;
    const { promotion } = runWith(dataset).value!;
    expect(promotion!.name).toBe('Ann');
    expect(promotion!.raw).toBe((11 * 1_000_000 + 101_000_000) / 12);
    // All own means lie within what one such deal makes of them: the pace of all.
    expect(promotion!.perMonth).toBeLessThan(0.5 * promotion!.raw);
  });

  it('does without a people sheet: owners of late, all ramped', () => {
    const plan = runWith(sales(['Ann', 'Bob'])).value!;
    expect(plan.basis.limits).toEqual(['noPeople', 'rampAssumed']);
    expect(plan.seats.map(({ name, before }) => [name, before])).toEqual([
      ['Ann', null],
      ['Bob', null],
    ]);
  });

  it('says that there is none where nobody sells or nothing was won', () => {
    expect(runWith({ ...team, people: peopleOf([['Dee', '2020-01-01', '2024-02-15']]) })).toEqual({
      value: undefined,
      issues: [{ code: 'hiringNobody', severity: 'note', facts: { people: true } }],
    });
    const unsold = (owner?: string) =>
      datasetOf([{ created: '2024-01-01', ...(owner && { texts: { owner } }) }], stageMapOf(), 'none');
    expect(runWith(unsold('Ann')).issues).toMatchObject([{ code: 'hiringNoSales', facts: { months: 12 } }]);
    expect(runWith(unsold()).issues).toMatchObject([{ code: 'hiringNobody', facts: { people: false } }]);
    // What a person says a ramped one wins is enough.
    expect(runWith(unsold('Ann'), { hiringProductivity: 5_000 }).value!.total).toBeGreaterThan(0);
  });
});

describe('its sheet, recomputed by IronCalc', () => {
  const tables: EditedTables = {
    hires: [
      { who: '=New', start: serial('2024-09-15') },
      { who: 'Next', start: '2025-01-01' },
    ],
    leavers: [
      { who: 'Ann', last: serial('2024-08-31') },
      { who: 'Bob', last: serial('2024-07-15') },
    ],
    ramp: [
      { month: 1, share: 0.05 },
      { month: 2, share: null },
    ],
  };
  const cells = (
    changes: AssumptionValues,
    edited: EditedTables,
    typed: Readonly<Record<string, number>> = {},
  ) =>
    recomputed(
      capacity.describe(runWith(team, changes, edited).value!, valuesWith(changes), STAMP, edited),
      ALL,
      valuesWith(changes),
      typed,
      EDITABLE,
      edited,
    );

  it.each([
    ['plain', {}, {}],
    ['with attrition', { hiringAttrition: 0.2 }, {}],
    [
      'with everything',
      { hiringAttrition: 0.3, hiringGoal: 1e6, hiringProductivity: 9000, hiringTimeToFill: 1 },
      tables,
    ],
    ['with every lever moved', { leverConversion: 0.2, leverDealSize: -0.1, leverNewDeals: 0.5 }, {}],
    [
      'with a ramp that cannot be',
      {},
      {
        ramp: [
          { month: 1, share: 3 },
          { month: 2, share: -1 },
        ],
      },
    ],
    ['without backfill', { hiringAttrition: 0.3, hiringBackfill: 'no' }, tables],
  ] as const)('gives the values of the engine: %s', (_, changes, edited) => {
    const found = cells(changes, edited);
    expect(found.length).toBeGreaterThan(900);
    expect(disagreeing(found)).toEqual([]);
  });

  it('follows a changed goal, productivity and attrition as a new run would', () => {
    const changes = { hiringAttrition: 0.25, hiringGoal: 800_000, hiringProductivity: 7_000 };
    const typed = Object.fromEntries(Object.entries(changes).map(([id, v]) => [`leadline_${id}`, v]));
    const shown = (found: ReturnType<typeof cells>) =>
      found
        .filter(({ sheet }) => sheet.startsWith('capacity'))
        .map(({ cell, spreadsheet }) => [cell, spreadsheet]);
    // The solved hires are values of a run, so the rows below them may lie elsewhere: without a gap there are none.
    expect(shown(cells({ hiringGoal: 1 }, tables, typed))).toEqual(
      shown(cells({ ...changes, hiringGoal: 1 }, tables, { leadline_hiringGoal: 800_000 })),
    );
  });
});

it.each(assumptions)('docs/methods/capacity.md has $id with its label and initial value', (assumption) => {
  const text = readFileSync(join(__dirname, '../../../../docs/methods/capacity.md'), 'utf8');
  expect(text).toContain(
    `| \`${assumption.id}\` | ${assumption.label} | ${showValue(assumption, assumption.initial)} |`,
  );
});
