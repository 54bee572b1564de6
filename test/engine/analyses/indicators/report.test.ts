import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indicators as schema } from '../../../../src/app/findings/indicators';
import { assumptions as funnelAssumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import { indicators } from '../../../../src/engine/analyses/indicators';
import { assumptions } from '../../../../src/engine/analyses/indicators/assumptions';
import { pairsOf } from '../../../../src/engine/analyses/indicators/describe/pairs';
import { calendarOf } from '../../../../src/engine/analyses/indicators/describe/calendar';
import { outOf, whyText } from '../../../../src/engine/analyses/indicators/describe/words';
import type { IndicatorsFinding } from '../../../../src/engine/analyses/indicators/finding';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import { assumptionName } from '../../../../src/engine/core/assumption';
import { dayOf } from '../../../../src/engine/core/day';
import { randomFrom } from '../../../../src/engine/core/random';
import { initialValues, showValue } from '../../../../src/engine/core/assumptionValues';
import type { Dataset } from '../../../../src/engine/dataset/dataset';
import type { EditedTables } from '../../../../src/engine/report/editableTable';
import type { Block, CellContent, Description, Table } from '../../../../src/engine/report/report';
import { valueOf } from '../../../../src/engine/report/formula';
import { LEAD_LIMITS } from '../../../../src/engine/report/wording';
import { activitiesOf, resultsOf } from '../../../support/activities';
import { asOf } from '../../../support/circumstances';
import type { Recomputed } from '../../../support/formulaEngine';
import { disagreeing, recomputed } from '../../../support/described';
import { handKept, lastDayOf } from '../../../support/handKept';
import { STAMP } from '../../../support/report';

const ALL = [...funnelAssumptions, ...assumptions];
const EDITABLE = indicators.editableTables ?? [];
const valuesWith = (changes: AssumptionValues = {}): AssumptionValues => ({
  ...initialValues(ALL),
  leadDraws: 199,
  leadSeason: 'none',
  ...changes,
});
const MONTHS = 40;
const WORLD = handKept({ months: MONTHS });

interface Case {
  readonly finding: IndicatorsFinding;
  readonly description: Description;
  readonly values: AssumptionValues;
  readonly tables: EditedTables;
}
function caseOf(
  dataset: Dataset = WORLD.dataset,
  months = MONTHS,
  changes: AssumptionValues = {},
  tables: EditedTables = {},
): Case {
  const values = valuesWith(changes);
  const finding = indicators.run(dataset, values, asOf(lastDayOf(months)), tables).value!;
  return { finding, values, tables, description: indicators.describe(finding, values, STAMP, tables) };
}
const recomputedOf = (
  { description, values, tables }: Case,
  changes: Readonly<Record<string, number>> = {},
) => recomputed(description, ALL, values, changes, EDITABLE, tables);

const blocksOf = (description: Description): readonly Block[] => [
  ...description.headline,
  ...description.sheets.flatMap(({ blocks }) => blocks),
];
const tableOf = (description: Description, id: string): Table =>
  blocksOf(description).find((block): block is Table => block.block === 'table' && block.id === id)!;
const column = (table: Table, id: string): readonly CellContent[] =>
  table.rows.map((row) => row[table.columns.findIndex((c) => c.id === id)]!);
const values = (table: Table, id: string) => column(table, id).map(valueOf);

/** What the spreadsheet shows after a change, beside what the engine computed in a new run. */
function asComputed(live: readonly Recomputed[], fresh: readonly Recomputed[]): readonly Recomputed[] {
  const engine = new Map(fresh.map((cell) => [`${cell.sheet}!${cell.cell}`, cell.engine]));
  return live.map((cell) => ({ ...cell, engine: engine.get(`${cell.sheet}!${cell.cell}`) ?? null }));
}

/** Calls and wins by weeks from a Monday on; wins follow calls by three weeks. */
function byWeeks(weeks: number): Dataset {
  const random = randomFrom(7);
  const calls = Array.from({ length: weeks + 3 }, () => 20 + Math.floor(40 * random.next()));
  const monday = (week: number): number => dayOf(2022, 1, 3) + 7 * week;
  const rows = Array.from({ length: weeks }, (_, week) => week);
  return {
    ...WORLD.dataset,
    activities: activitiesOf(
      rows.map((week) => ({ type: 'Calls', date: monday(week), quantity: calls[week + 3]! })),
    ),
    results: resultsOf(
      rows.map((week) => ({
        measure: 'Wins',
        start: monday(week),
        end: monday(week) + 6,
        value: Math.round(calls[week]! / 4 + 4 * random.next()),
      })),
    ),
  };
}

/** Wins of which two months are missing, so that pairs have a gap. */
const withGap = (): Dataset => ({
  ...WORLD.dataset,
  results: resultsOf(
    WORLD.results.filter(({ start }) => ![8, 9].some((i) => WORLD.results[i]!.start === start)),
  ),
});

describe('the live sheets', () => {
  const whole = caseOf();

  it('agree with a formula engine of another maker', () => {
    const cells = recomputedOf(whole);
    expect(cells.length).toBeGreaterThan(200);
    expect(disagreeing(cells)).toEqual([]);
  });

  it('agree where months are missing, and where a person asks for an indicator', () => {
    const gap = caseOf(withGap());
    expect(pairsOf(gap.finding, calendarOf(gap.finding)).length).toBeGreaterThan(0);
    expect(disagreeing(recomputedOf(gap))).toEqual([]);
    const own = caseOf(
      WORLD.dataset,
      MONTHS,
      {},
      { ownIndicators: [{ name: '=Calls per visit', counted: 'Activities', type: 'Calls', per: 'Visits' }] },
    );
    expect(own.finding.indicators.map(({ name }) => name)).toContain('=Calls per visit');
    expect(disagreeing(recomputedOf(own))).toEqual([]);
  });

  it('agree by weeks', () => {
    const weeks = caseOf(byWeeks(130), MONTHS, { leadPeriods: 'week' });
    expect(weeks.finding.basis.grain).toBe('week');
    expect(pairsOf(weeks.finding, calendarOf(weeks.finding)).length).toBeGreaterThan(0);
    expect(weeks.description.sheets[3]!.title).toBe('Weeks ahead');
    expect(disagreeing(recomputedOf(weeks))).toEqual([]);
  });

  it('follow a target that is typed into the Inputs sheet as a new run does', () => {
    const target = 30;
    const rows = { leadResults: [{ result: 'A series kept by hand', of: null, target: null }] };
    const typed = { leadResults: [{ result: 'A series kept by hand', of: null, target }] };
    const before = caseOf(WORLD.dataset, MONTHS, {}, rows);
    const after = caseOf(WORLD.dataset, MONTHS, {}, typed);
    expect(before.finding.ahead[0]!.chance).not.toBeCloseTo(after.finding.ahead[0]!.chance, 3);
    // The sheets of the run before, with the target in the yellow cell.
    const live = recomputedOf({ ...before, tables: typed });
    const changed = disagreeing(live);
    expect(changed.some(({ sheet }) => sheet === 'indicators')).toBe(true);
    expect(changed.some(({ sheet }) => sheet === 'monthsAhead')).toBe(true);
    expect(disagreeing(asComputed(live, recomputedOf(after)))).toEqual([]);
  });

  it('follow confidence and blitz days', () => {
    const changes = { confidence: 0.8, blitzDays: 5, blitzPerDay: 3 };
    const named = Object.fromEntries(
      Object.entries(changes).map(([id, value]) => [assumptionName(id), value]),
    );
    const after = caseOf(WORLD.dataset, MONTHS, changes);
    const live = recomputedOf(whole, named).filter(({ sheet }) => sheet === 'monthsAhead');
    expect(disagreeing(live).length).toBeGreaterThan(10);
    expect(disagreeing(asComputed(live, recomputedOf(after)))).toEqual([]);
  });
});

describe('what stands on the sheets', () => {
  const { finding, description } = caseOf();
  it('is six sheets', () => {
    expect(description.sheets.map(({ title }) => title)).toEqual([
      'Indicators',
      'Lag map',
      'Lead charts',
      'Months ahead',
      'Leads by person',
      'Series',
    ]);
  });

  it('has both lights, lag, r, pairs, months covered and the reason of every indicator', () => {
    const lights = tableOf(description, 'leadLights1');
    expect(values(lights, 'indicator')).toEqual(['Calls', 'Visits']);
    expect(values(lights, 'evidence')).toEqual(['Green', 'No evidence']);
    expect(values(lights, 'lag')[0]).toBe(2);
    expect(values(lights, 'covers')).toEqual(['2025-05 to 2025-06', null]);
    expect(values(lights, 'why')[0]).toMatch(/^Chance alone shows as much in 5 of 1,000 cases, among all/);
    expect(values(lights, 'why')[0]).toMatch(/5 of 5 people show the same sign\.$/);
  });

  it('has a row of the lag map for each indicator, on one scale', () => {
    const map = tableOf(description, 'leadMap1');
    expect(map.conditionalFormats).toEqual([
      { rule: 'heatMap', columns: expect.arrayContaining(['lag0', 'lag2']), reach: 0.8 },
    ]);
    const [calls] = finding.indicators;
    expect(values(map, 'lag2')[0]).toBe(calls!.rByLag[2]);
  });

  it('has one chart for each promoted indicator, moved on by its lead', () => {
    const charts = description.sheets[2]!.blocks.filter((block) => block.block === 'chart');
    expect(charts.map(({ title }) => title)).toEqual(['Calls, 2 months before Wins']);
    const curve = tableOf(description, charts[0]!.table);
    // The indicator runs on two months beyond the result.
    expect(values(curve, 'result').slice(-2)).toEqual([null, null]);
    expect(
      values(curve, 'indicator')
        .slice(-2)
        .every((value) => typeof value === 'number'),
    ).toBe(true);
    expect(values(curve, 'indicator').slice(0, 2)).toEqual([null, null]);
  });

  it('turns the gap into activity with a date', () => {
    const needed = tableOf(description, 'leadNeeded1');
    expect(values(needed, 'lead')[0]).toBe('2025-07: Calls');
    expect(values(needed, 'doneIn')[0]).toBe('2025-05');
    expect(values(needed, 'says')[0]).toMatch(
      /^(\d+ more by the end of 2025-05|as much as lately suffices)$/,
    );
    expect(values(needed, 'needed')[0]).toBeCloseTo(finding.ahead[2]!.needed!.value, 9);
  });

  it('holds the people against the standard, worded for a talk', () => {
    const people = tableOf(description, 'leadPeople');
    expect(values(people, 'who')).toContain('Ann: Calls');
    for (const text of values(people, 'talk'))
      expect(text).toMatch(/^(Ahead of|At) the standard$|ask what|together/);
  });
});

describe('few data', () => {
  it.each([5, 8, 14, 27])('%d months are described, and every formula agrees', (months) => {
    const few = caseOf(handKept({ months }).dataset, months, { leadSeason: 'auto' });
    expect(disagreeing(recomputedOf(few))).toEqual([]);
    if (months === 5) {
      const lights = tableOf(few.description, 'leadLights1');
      expect(values(lights, 'evidence')).toEqual(['Collecting', 'Collecting']);
      expect(values(lights, 'r')).toEqual([null, null]);
      expect(few.description.headline.map((b) => ('text' in b ? b.text : '')).join(' ')).toMatch(
        /too few complete months/,
      );
    }
  });

  it('says of activities without people that there is nobody to compare', () => {
    const nobody: Dataset = {
      ...WORLD.dataset,
      activities: activitiesOf(WORLD.activities.map(({ owner: _, ...row }) => row)),
      results: resultsOf(WORLD.results.map(({ person: _, ...row }) => row)),
    };
    const { description, ...rest } = caseOf(nobody);
    expect(tableOf(description, 'leadPeople')).toBeUndefined();
    expect(disagreeing(recomputedOf({ description, ...rest }))).toEqual([]);
  });
});

it('of any months, people and gaps: sheets without a wrong or an endless number', () => {
  const value = fc.oneof(fc.constant(0), fc.constant(3), fc.integer({ min: 0, max: 400 }));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 44 }),
      fc.constantFrom('Calls', '=SUM("A1")', 'O\'Neil, "visits"'),
      fc.infiniteStream(fc.tuple(value, value, fc.integer({ min: 0, max: 19 }))),
      (months, type, numbers) => {
        const rows = Array.from({ length: months }, (_, i) => {
          const [{ value: drawn }, start] = [
            numbers.next(),
            dayOf(2022 + Math.floor(i / 12), (i % 12) + 1, 1),
          ];
          const [done, won, chance] = drawn as [number, number, number]; // the stream has no end
          return { start, done, won, gap: chance === 0 };
        });
        const dataset: Dataset = {
          ...WORLD.dataset,
          activities: activitiesOf(
            rows.map(({ start, done }) => ({ type, date: start, owner: type, quantity: done })),
          ),
          results: resultsOf(
            rows
              .filter(({ gap }) => !gap)
              .map(({ start, won }) => ({ measure: 'Won amount', start, value: won * 12_345, person: type })),
          ),
        };
        const all = valuesWith({ leadDraws: 99 });
        const { value: finding } = indicators.run(dataset, all, asOf(lastDayOf(months)), {});
        if (!finding) return;
        expect(schema.parse(finding)).toEqual(finding);
        const description = indicators.describe(finding, all, STAMP, {});
        expect(disagreeing(recomputed(description, ALL, all, {}, EDITABLE, {}))).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

it('says in words of every reason why a light is no better', () => {
  const { finding } = caseOf();
  const told = { ...finding.indicators[0]!, pLag: 0.04, pFamily: 0.2, skill: -0.1, peakLag: 7 };
  const why = (reasons: (typeof told)['reasons'], evidence: (typeof told)['evidence'] = 'amber') =>
    whyText({ ...told, reasons, evidence }, finding.basis);
  expect(why(['familyChance', 'noSkill'])).toBe(
    'Chance alone shows as much in 4 of 100 cases. Not green: among all indicators looked at, chance shows as much in 20 of 100 cases (green asks for at most 5); tried on past months, it was off by 10% more than the best simple rule.',
  );
  expect(why(['peakOutside'])).toMatch(/strongest link of all is at 7 months, outside the plausible/);
  expect(why(['shortHistory', 'skillUnknown', 'peopleDisagree'])).toMatch(
    /fewer than 24 complete months; .*too few/,
  );
  expect(why(['implausibleSign'], 'none')).toBe('The two move the wrong way round.');
  expect(why(['fewPairs'], 'early')).toMatch(/^Only 38 months can be compared; from 12 on it is tested/);
  expect(outOf(0.001)).toBe('in 1 of 1,000 cases');
  expect(outOf(0.25)).toBe('in 25 of 100 cases');
});

it('never says that one thing causes another', () => {
  const texts = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : [];
  const all = [
    caseOf().description,
    caseOf(withGap()).description,
    caseOf(handKept({ months: 8 }).dataset, 8).description,
    assumptions,
    EDITABLE,
    LEAD_LIMITS,
    indicators.question,
  ].flatMap(texts);
  expect(all.length).toBeGreaterThan(300);
  for (const text of all) expect(text).not.toMatch(/\bcaus(e|es|ed|ing|al|ally)\b/i);
  expect(all.join(' ')).toMatch(/associated with/);
});

it.each(assumptions)('docs/methods/indicators.md has $id with its label and initial value', (assumption) => {
  const text = readFileSync(join(__dirname, '../../../../docs/methods/indicators.md'), 'utf8');
  expect(text).toContain(
    `| \`${assumption.id}\` | ${assumption.label} | ${showValue(assumption, assumption.initial)} |`,
  );
  expect(text).not.toMatch(/\bcaus(e|es|ed|ing|al|ally)\b/i);
});
