import { play } from '../../../src/hosts/excel/play';
import { resultState, sheetNames } from '../../../src/hosts/excel/ownership';
import type { Placement } from '../../../src/engine/report/placement';
import { startStandIn } from '../../../workbench';
import { funnelReport, placementsOf, STAGES } from '../../support/funnelReport';
import {
  cellOf,
  GO_ON,
  NO_PROGRESS,
  pictureOf,
  sheetOf,
  tableOf,
  type,
  whereIs,
} from '../../support/standInSheets';

const FUNNEL = 'Leadline Funnel';
const start = () =>
  startStandIn({
    sheets: [
      {
        name: 'Deals',
        rows: [
          ['Deal', 'Amount'],
          ['=Alpha', 100],
        ],
      },
    ],
  });
const write = (stages = STAGES, ...rest: [number?, (readonly string[])?]) =>
  play(placementsOf(funnelReport(stages, ...rest)), NO_PROGRESS, GO_ON);

describe('names that look like formulas', () => {
  it('stay texts as stages, sheets, links, titles and series, first and again', async () => {
    const host = startStandIn({ sheets: [{ name: '=x', rows: [['Deal']] }] });
    const stages = ['=x', '+x', '-x', '@x'].map((stage, i) => ({ stage, entered: 9 - i, passed: 5 - i }));
    const placements = placementsOf(funnelReport(stages)).map((p): Placement =>
      p.kind === 'chart'
        ? {
            ...p,
            title: '=x',
            xTitle: '@x',
            yTitle: '-x',
            series: p.series.map((s, i) => ({ ...s, name: i === 0 ? '=x' : '+x' })),
          }
        : p,
    );
    const links = [{ text: '=x!A2', target: { sheet: '=x', cell: 'A2' } }];
    for (const run of ['first', 'again']) {
      await play(
        [...placements, { kind: 'links', sheet: 'funnel', row: 200, column: 1, links }],
        NO_PROGRESS,
        GO_ON,
      );
      const sheet = sheetOf(host, FUNNEL);
      for (const { stage } of stages)
        expect([run, whereIs(host, FUNNEL, stage).row]).toEqual([run, expect.any(Number)]);
      expect(cellOf(host, FUNNEL, 'B201')).toBe('=x!A2');
      expect(sheet.rows[200]?.[1]).toBe('=x!A2');
      const [chart] = sheet.charts;
      expect(chart?.series.map((s) => s.name)).toEqual(['\u200b=x', '\u200b+x']);
      expect(
        ['Title/Text', 'CategoryAxis/Title/Text', 'ValueAxis/Title/Text'].map((text) =>
          chart?.look.get(text),
        ),
      ).toEqual(['\u200b=x', '\u200b@x', '\u200b-x']);
    }
  });
});

describe('a first write', () => {
  it('makes the sheets with tables, live formulas, names, charts and rules, and stamps last', async () => {
    const host = start();
    const written = await write();
    expect(written).toEqual([
      { id: 'funnel', name: FUNNEL, refreshed: false },
      { id: 'inputs', name: 'Leadline Inputs', refreshed: false },
    ]);
    const { area } = tableOf(host, FUNNEL, 'Leadline_funnel');
    expect([area.rows, area.columns]).toEqual([4, 4]);
    const row = area.row + 2;
    expect(cellOf(host, FUNNEL, `E${row}`)).toBe(`=D${row}/C${row}`);
    const [chart] = sheetOf(host, FUNNEL).charts;
    expect(chart).toMatchObject({ name: 'Leadline_funnelChart', type: 'BarClustered' });
    expect(chart?.series.map((s) => [s.name, s.values?.area.rows])).toEqual([
      ['Entered', 3],
      ['Passed', 3],
    ]);
    expect(chart?.look.get('Title/Text')).toBe('Deals by stage');
    expect(sheetOf(host, FUNNEL).conditionalFormats).toHaveLength(1);
    expect(sheetOf(host, FUNNEL).gridlines).toBe(false);
    expect(host.store.names.get('leadline_horizon')?.formula).toMatch(/^='Leadline Inputs'!\$[A-Z]+\$\d+$/);
    expect(await resultState()).toEqual({
      kind: 'complete',
      sheets: [
        { id: 'funnel', name: FUNNEL, refreshed: true },
        { id: 'inputs', name: 'Leadline Inputs', refreshed: true },
      ],
      stamp: { version: '0.1.0', asOf: '2023-03-15', seed: 1, inputHash: 'abc' },
    });
    expect([...host.counters.missing]).toEqual([]);
  });

  it('keeps text text, whatever it begins with', async () => {
    const host = start();
    const odd = [
      '=1+1',
      '+49 30',
      '-',
      '@home',
      "'quoted",
      '12%',
      '2024-01-31',
      'TRUE',
      '1-2',
      '007',
      '#N/A',
      '1E5',
    ];
    await write(STAGES, 180, odd);
    const { row, column } = whereIs(host, FUNNEL, 'Reason');
    expect(odd.map((_, i) => sheetOf(host, FUNNEL).rows[row + 1 + i]?.[column])).toEqual(odd);
  });

  it('leaves the active sheet, the selection, events and the person’s sheets as they were', async () => {
    const host = start();
    const before = pictureOf(host, 'Deals');
    host.store.selection = { ...host.store.selection, area: { row: 3, column: 1, rows: 2, columns: 1 } };
    await write();
    expect(pictureOf(host, 'Deals')).toBe(before);
    expect(host.store.active.name).toBe('Deals');
    expect(host.store.selection.area).toEqual({ row: 3, column: 1, rows: 2, columns: 1 });
    expect(host.store.enableEvents).toBe(true);
  });

  it('takes a free name beside a person’s sheet of the same name, which stays untouched', async () => {
    const host = startStandIn({ sheets: [{ name: 'leadline funnel', rows: [['mine']] }] });
    const before = pictureOf(host, 'leadline funnel');
    const report = funnelReport(STAGES);
    const names = await sheetNames(report.sheets);
    expect(names).toEqual({ funnel: 'Leadline Funnel (2)', inputs: 'Leadline Inputs' });
    await play(placementsOf(report, names), NO_PROGRESS, GO_ON);
    expect(pictureOf(host, 'leadline funnel')).toBe(before);
    expect(tableOf(host, 'Leadline Funnel (2)', 'Leadline_funnel').area.rows).toBe(4);
    expect(await sheetNames(report.sheets)).toEqual(names);
  });

  it('writes 60,000 rows in requests far below the limit', async () => {
    const host = start();
    const reasons = Array.from({ length: 60_000 }, (_, i) => `Reason number ${i} with some words after it`);
    await write(STAGES, 180, reasons);
    expect(host.counters.largestRequest).toBeLessThan(4_000_000);
    expect(tableOf(host, FUNNEL, 'Leadline_reasons').area.rows).toBe(60_001);
  }, 30_000);
});

const FOUR = [STAGES[0], { stage: 'Demo', entered: 70, passed: 55 }, ...STAGES.slice(1)].flatMap(
  (s) => s ?? [],
);

describe('a refresh', () => {
  it('is byte for byte the same when nothing changed', async () => {
    const host = start();
    await write();
    const before = [FUNNEL, 'Leadline Inputs'].map((s) => JSON.parse(pictureOf(host, s)).rows);
    const written = await write();
    expect(written.every((s) => s.refreshed)).toBe(true);
    expect([FUNNEL, 'Leadline Inputs'].map((s) => JSON.parse(pictureOf(host, s)).rows)).toEqual(before);
    expect(sheetOf(host, FUNNEL).charts).toHaveLength(1);
    expect(sheetOf(host, FUNNEL).conditionalFormats).toHaveLength(1);
    expect(host.store.sheets).toHaveLength(3);
  });

  it('keeps a person’s column in the table, a note beside it and one below with their rows', async () => {
    const host = start();
    await write();
    const table = tableOf(host, FUNNEL, 'Leadline_funnel');
    const top = table.area.row + 1; // as Excel counts
    table.area = { ...table.area, columns: 5 };
    type(host, FUNNEL, `F${top}`, 'My target');
    for (const [i, target] of [0.7, 0.5, 0.4].entries()) type(host, FUNNEL, `F${top + 1 + i}`, target);
    type(host, FUNNEL, `H${top + 2}`, 'ask Eva about Propose');
    type(host, FUNNEL, `I${top + 3}`, { formula: `=C${top + 3}*2`, value: 60 });
    const reasons = whereIs(host, FUNNEL, '=No budget');
    type(host, FUNNEL, `H${reasons.row + 1}`, 'budget note');
    type(host, FUNNEL, 'B90', 'at the very end');

    await write(FOUR);
    const after = tableOf(host, FUNNEL, 'Leadline_funnel').area;
    expect([after.row, after.rows, after.columns]).toEqual([table.area.row, 5, 5]);
    const column = (letter: string) =>
      [0, 1, 2, 3, 4].map((i) => cellOf(host, FUNNEL, `${letter}${top + i}`));
    expect(column('B')).toEqual(['Stage', 'Qualify', 'Demo', 'Propose', 'Close']);
    expect(column('F')).toEqual(['My target', 0.7, null, 0.5, 0.4]);
    expect(column('H')).toEqual([null, null, null, 'ask Eva about Propose', null]);
    expect(column('I')).toEqual([null, null, null, null, `=C${top + 4}*2`]);
    expect(whereIs(host, FUNNEL, 'budget note').row).toBe(whereIs(host, FUNNEL, '=No budget').row);
    expect(whereIs(host, FUNNEL, 'at the very end').row).toBeGreaterThanOrEqual(89);
  });

  it('moves a column that a person put between ours to the right of them', async () => {
    const host = start();
    await write();
    const { area } = tableOf(host, FUNNEL, 'Leadline_funnel');
    // As inserting a table column does: ours move right from "Entered" on.
    for (let r = 0; r < area.rows; r++)
      sheetOf(host, FUNNEL).rows[area.row + r]?.splice(2, 0, r === 0 ? 'Comment' : `about ${r}`);
    tableOf(host, FUNNEL, 'Leadline_funnel').area = { ...area, columns: 5 };
    await write(FOUR);
    const rows = sheetOf(host, FUNNEL).rows.slice(area.row, area.row + 5);
    expect(rows.map((cells) => cells?.[1])).toEqual(['Stage', 'Qualify', 'Demo', 'Propose', 'Close']);
    expect(rows.map((cells) => cells?.[5] ?? null)).toEqual([
      'Comment',
      'about 1',
      null,
      'about 2',
      'about 3',
    ]);
    expect(tableOf(host, FUNNEL, 'Leadline_funnel').area.columns).toBe(5);
  });

  it('shrinks, and puts notes whose row is gone below everything', async () => {
    const host = start();
    await write(FOUR);
    const { area } = tableOf(host, FUNNEL, 'Leadline_funnel');
    type(host, FUNNEL, `H${area.row + 3}`, 'note on Demo');
    type(host, FUNNEL, `H${area.row + 5}`, 'note on Close');
    await write(STAGES);
    expect(tableOf(host, FUNNEL, 'Leadline_funnel').area.rows).toBe(4);
    expect(whereIs(host, FUNNEL, 'note on Close').row).toBe(whereIs(host, FUNNEL, 'Close').row);
    const kept = whereIs(host, FUNNEL, 'note on Demo');
    expect(kept.row).toBeGreaterThan(whereIs(host, FUNNEL, '=No budget').row);
    expect(sheetOf(host, FUNNEL).rows[kept.row]?.[1]).toBe('Demo');
    await write(STAGES);
    expect(
      sheetOf(host, FUNNEL)
        .rows.flat()
        .filter((c) => c === 'note on Demo'),
    ).toHaveLength(1);
  });

  it('moves what a person wrote where results will be below everything', async () => {
    const host = start();
    await write();
    const last = whereIs(host, FUNNEL, '=No budget').row;
    type(host, FUNNEL, `B${last + 3}`, 'my plan');
    await write(STAGES, 180, ['Price', '=No budget', 'Time', 'Scope', 'Fit']);
    expect(whereIs(host, FUNNEL, 'my plan').row).toBeGreaterThan(whereIs(host, FUNNEL, 'Fit').row);
    expect(tableOf(host, FUNNEL, 'Leadline_reasons').area.rows).toBe(6);
  });

  it('moves a person’s note out of the way of a block that is new, below everything', async () => {
    const host = start();
    const full = funnelReport(STAGES);
    const [funnel, inputs] = full.sheets;
    if (!funnel || !inputs) throw new Error('The report has two sheets.');
    const less = { sheets: [{ ...funnel, blocks: funnel.blocks.slice(0, 3) }, inputs] };
    await play(placementsOf(full), NO_PROGRESS, GO_ON);
    const { row } = whereIs(host, FUNNEL, 'Reason');
    await play(placementsOf(less), NO_PROGRESS, GO_ON);
    expect(sheetOf(host, FUNNEL).tables.map((t) => t.name)).toEqual(['Leadline_funnel']);
    type(host, FUNNEL, `B${row + 2}`, '=my note');
    type(host, FUNNEL, `C${row + 2}`, { formula: '=1+1', value: 2 });
    await play(placementsOf(full), NO_PROGRESS, GO_ON);
    const note = whereIs(host, FUNNEL, '=my note');
    expect(note.row).toBeGreaterThan(whereIs(host, FUNNEL, '=No budget').row);
    expect(cellOf(host, FUNNEL, `C${note.row + 1}`)).toBe('=1+1');
  });

  it('leaves a person’s table beside ours in one piece', async () => {
    const host = start();
    await write();
    const { area } = tableOf(host, FUNNEL, 'Leadline_funnel');
    ['Who', 'Eva', 'Jo', 'Max', 'Ida', 'Kim'].forEach((who, i) =>
      type(host, FUNNEL, `K${area.row + 1 + i}`, who),
    );
    sheetOf(host, FUNNEL).tables.push({
      ...tableOf(host, FUNNEL, 'Leadline_funnel'),
      id: 'theirs',
      name: 'Team',
      area: { row: area.row, column: 10, rows: 6, columns: 1 },
    });
    await write(FOUR);
    expect(tableOf(host, FUNNEL, 'Team').area).toEqual({ row: area.row, column: 10, rows: 6, columns: 1 });
    expect([0, 1, 2, 3, 4, 5].map((i) => cellOf(host, FUNNEL, `K${area.row + 1 + i}`))).toEqual([
      'Who',
      'Eva',
      'Jo',
      'Max',
      'Ida',
      'Kim',
    ]);
    expect(tableOf(host, FUNNEL, 'Leadline_funnel').area.rows).toBe(5);
  });

  it('clears a filter that a person set on a result table', async () => {
    const host = start();
    await write();
    tableOf(host, FUNNEL, 'Leadline_funnel').filtered = true;
    await write(FOUR);
    expect(tableOf(host, FUNNEL, 'Leadline_funnel').filtered).toBe(false);
  });

  it('keeps a renamed result sheet under its new name, and a chart where a person moved it', async () => {
    const host = start();
    await write();
    sheetOf(host, FUNNEL).name = 'Conversion';
    const moved = {
      start: { row: 1, column: 20, rows: 1, columns: 1 },
      end: { row: 9, column: 25, rows: 1, columns: 1 },
    };
    for (const chart of sheetOf(host, 'Conversion').charts) chart.anchor = moved;
    const report = funnelReport(STAGES);
    await play(placementsOf(report, await sheetNames(report.sheets)), NO_PROGRESS, GO_ON);
    expect(host.store.sheets.map((s) => s.name)).toEqual(['Deals', 'Conversion', 'Leadline Inputs']);
    expect(sheetOf(host, 'Conversion').charts.map((c) => c.anchor)).toEqual([moved]);
  });

  it('does not take a copy of a result sheet for its own', async () => {
    const host = start();
    await write();
    const original = sheetOf(host, FUNNEL);
    host.store.sheets.push({
      ...structuredClone(original),
      id: 'copied',
      name: 'Leadline Funnel (copy)',
      tables: [],
    });
    const before = pictureOf(host, 'Leadline Funnel (copy)');
    await write(FOUR);
    expect(pictureOf(host, 'Leadline Funnel (copy)')).toBe(before);
  });
});
