import type { Placement, PlacementOf } from '../../src/engine/report/placement';
import { savedStages } from '../../src/engine/report/savedInputs';
import type { BookContent } from '../../workbench';
import { AWKWARD, everyPlacement } from '../support/everyPlacement';
import { funnelReport, placementsOf, STAGES } from '../support/funnelReport';
import { excelHost, fileHost, type WorkbookHost } from '../support/workbookHosts';

/** What every host owes the rest of Leadline, asked of each in the same words. */

jest.setTimeout(60_000);

const PIPELINE: BookContent = {
  name: 'Pipeline.xlsx',
  sheets: [
    {
      name: 'Deals',
      top: 3,
      left: 1,
      rows: [
        ['Deal', 'Created', 'Share', 'Won'],
        ['=Alpha', 45_000, 0.25, true],
        ['Beta', 45_001.5, null, '#N/A'],
        ['  two  spaces ', 45_002, 1, false],
      ],
      formats: { 1: 'yyyy-mm-dd', 2: '0%' },
      tables: [{ name: 'DealsTable', row: 3, column: 1, rows: 4, columns: 4 }],
    },
    { name: "Bob's old deals", rows: [['x'], [null], [7]], visibility: 'Hidden' },
    { name: 'Blank', rows: [] },
  ],
};
/** As the engine is to see it, by whatever way it came. */
const DEALS = {
  source: 'Pipeline.xlsx',
  sheet: 'Deals',
  top: 3,
  left: 1,
  columnCount: 4,
  rows: PIPELINE.sheets[0]?.rows,
  hidden: false,
  date1904: false,
  tables: [{ name: 'DealsTable', hasHeaders: true, hasTotals: false, top: 3, left: 1, bottom: 6, right: 4 }],
  merges: [],
  filteredRows: 0,
  owned: false,
};

const HOSTS: readonly (readonly [string, (content: BookContent) => Promise<WorkbookHost>])[] = [
  ['Excel', excelHost],
  ['a workbook file', fileHost],
];

const FUNNEL = 'Leadline Funnel';
const INPUTS = 'Leadline Inputs';
const funnel = (...report: Parameters<typeof funnelReport>): readonly Placement[] =>
  placementsOf(funnelReport(...report));
const ofKind = <K extends Placement['kind']>(
  placements: readonly Placement[],
  kind: K,
): readonly PlacementOf<K>[] => placements.filter((p): p is PlacementOf<K> => p.kind === kind);

describe.each(HOSTS)('%s', (_, open) => {
  it('gives sheets as they stand: place, kinds of values, formats, tables, what is hidden', async () => {
    const [deals, hidden, blank] = await (await open(PIPELINE)).read();
    expect(deals).toMatchObject(DEALS);
    expect(deals?.formats.map((runs) => runs.at(-1)?.format ?? 'General')).toEqual([
      'General',
      'yyyy-mm-dd',
      '0%',
      'General',
    ]);
    expect(hidden).toMatchObject({ sheet: "Bob's old deals", hidden: true });
    // A blank row may be given as such.
    expect(hidden?.rows.map((row) => row[0] ?? null)).toEqual(['x', null, 7]);
    expect(blank).toMatchObject({ sheet: 'Blank', rows: [], columnCount: 0, formats: [] });
  });

  it('puts every cell, name, table and chart where it was decided, text letter by letter', async () => {
    const host = await open(PIPELINE);
    const placements = everyPlacement();
    await host.write(placements);
    const title = new Map(ofKind(placements, 'sheet').map((p) => [p.sheet, p.name]));
    for (const { sheet, area, values } of ofKind(placements, 'cells')) {
      const cell = await host.cells(title.get(sheet) ?? '');
      values.forEach((row, r) =>
        row.forEach((placed, c) => {
          const at = [area.row + r, area.column + c] as const;
          const wanted = typeof placed === 'object' && placed !== null ? placed.value : placed;
          expect([sheet, ...at, cell(...at)]).toEqual([
            sheet,
            ...at,
            typeof wanted === 'number' ? expect.closeTo(wanted, 9) : wanted,
          ]);
        }),
      );
    }
    const texts = ofKind(placements, 'cells').flatMap((p) => p.values.flat());
    expect(AWKWARD.every((text) => texts.includes(text))).toBe(true);
    for (const { sheet, row, column, links } of ofKind(placements, 'links')) {
      const cell = await host.cells(title.get(sheet) ?? '');
      expect(links.map((_link, i) => cell(row + i, column))).toEqual(links.map(({ text }) => text));
    }
    const names = await host.names();
    for (const { name, sheet, row, column } of ofKind(placements, 'name'))
      expect([name, names.get(name)]).toEqual([
        name,
        `'${title.get(sheet)}'!$${String.fromCharCode(65 + column)}$${row + 1}`,
      ]);
    for (const [sheet, name] of title)
      expect(await host.tables(name)).toEqual(
        ofKind(placements, 'table')
          .filter((p) => p.sheet === sheet)
          .map((p) => p.name),
      );
    expect(await host.chartCount()).toBe(ofKind(placements, 'chart').length);
  });

  it('leaves a person’s sheets as they were, and knows its own from them', async () => {
    const host = await open(PIPELINE);
    const before = await host.read();
    await host.write(funnel(STAGES));
    const after = await host.read();
    expect(after.filter((s) => !s.owned)).toEqual(before);
    expect(after.filter((s) => s.owned).map((s) => s.sheet)).toEqual([FUNNEL, INPUTS]);
  });

  it('gives back the inputs that a person changed, unchecked', async () => {
    const host = await open(PIPELINE);
    expect(await host.savedInputs()).toBeUndefined();
    const placements = funnel(STAGES);
    await host.write(placements);
    const saved = await host.savedInputs();
    expect(saved).toEqual({
      values: { horizon: 180 },
      tables: { stages: [['Stage', 'Kind'], ...STAGES.map(({ stage }) => [stage, 'open'])] },
    });
    const [horizon] = ofKind(placements, 'name');
    const stages = ofKind(placements, 'table').find((p) => p.name === 'Leadline_stages');
    if (!horizon || !stages) throw new Error('The inputs have a name and a table.');
    for (const value of [90, 'soon']) {
      await host.type(INPUTS, horizon.row, horizon.column, value);
      expect((await host.savedInputs())?.values).toEqual({ horizon: value });
    }
    await host.type(INPUTS, stages.area.row + 3, stages.area.column + 1, 'Won');
    expect(savedStages(await host.savedInputs())?.at(-1)).toEqual({ name: 'Close', kind: 'won' });
  });

  it('written again, makes nothing twice, and shows the new numbers', async () => {
    const host = await open(PIPELINE);
    await host.write(funnel(STAGES));
    const more = [...STAGES, { stage: 'Sign', entered: 12, passed: 9 }];
    const placements = funnel(more, 90);
    await host.write(placements);
    expect(await host.sheetNames()).toEqual([...PIPELINE.sheets.map((s) => s.name), ...[FUNNEL, INPUTS]]);
    expect(await host.tables(FUNNEL)).toEqual(['Leadline_funnel', 'Leadline_reasons']);
    expect(await host.chartCount()).toBe(1);
    expect((await host.savedInputs())?.values).toEqual({ horizon: 90 });
    const table = ofKind(placements, 'table').find((p) => p.name === 'Leadline_funnel');
    const cell = await host.cells(FUNNEL);
    const rows = more.map((_stage, r) =>
      [0, 1, 2, 3].map((c) => cell((table?.area.row ?? 0) + 1 + r, (table?.area.column ?? 0) + c)),
    );
    expect(rows).toEqual(
      more.map(({ stage, entered, passed }) => [
        stage,
        entered,
        passed,
        expect.closeTo(passed / entered, 12),
      ]),
    );
  });

  it('keeps a person’s sheet that has the name of a result, under whatever name the result goes', async () => {
    const mine = { name: 'leadline funnel', rows: [['mine']] };
    const host = await open({ ...PIPELINE, sheets: [mine, ...PIPELINE.sheets] });
    await host.write(placementsOf(funnelReport(STAGES), { funnel: `${FUNNEL} (2)` }));
    expect((await host.cells('leadline funnel'))(0, 0)).toBe('mine');
    expect(await host.sheetNames()).toEqual(expect.arrayContaining(['leadline funnel', `${FUNNEL} (2)`]));
    expect((await host.read()).filter((s) => s.owned).map((s) => s.sheet)).toEqual([`${FUNNEL} (2)`, INPUTS]);
  });
});
