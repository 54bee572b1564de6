import { layout, usualSheetName } from '../../../../src/engine/report/layout';
import type { Placement, PlacementOf } from '../../../../src/engine/report/placement';
import type { Block, Report, Table } from '../../../../src/engine/report/report';
import { FINDING_NAMES, FINDINGS } from '../../../support/funnelFinding';
import { reportOf, STAMP } from '../../../support/report';

const of = <K extends Placement['kind']>(
  placements: readonly Placement[],
  kind: K,
): readonly PlacementOf<K>[] => placements.filter((p): p is PlacementOf<K> => p.kind === kind);
const place = (report: Report) => layout(report, { sheetName: usualSheetName, stamp: STAMP });
const onPortrait = (blocks: readonly Block[]) =>
  place({ sheets: [{ id: 'one', title: 'One', orientation: 'portrait', blocks }] });

const table = (id: string, rows: number, more: Partial<Table> = {}): Table => ({
  block: 'table',
  id,
  key: 'n',
  columns: [{ id: 'n', header: 'N', format: 'integer' }],
  rows: Array.from({ length: rows }, (_, i) => [i]),
  ...more,
});
const chart = (id: string, of: string): Block => ({
  block: 'chart',
  id,
  kind: 'line',
  title: 'Picture',
  table: of,
  categories: 'n',
  series: [{ name: 'N', column: 'n', tone: 'primary' }],
  alt: 'A line.',
});
const heading = (text: string): Block => ({ block: 'heading', level: 1, text });
const section = (i: number, rows: number): readonly Block[] => [
  heading(`Section ${i}`),
  table(`t${i}`, rows),
  chart(`c${i}`, `t${i}`),
];

/** Rows of 15 points on a portrait page of a sheet of the usual width: letter, 9.5 inches at 70 to 80 per cent. */
const [FEWEST_ROWS, MOST_ROWS] = [50, 66];

describe('pages', () => {
  it('begin with whole sections', () => {
    const placements = onPortrait([1, 2, 3, 4, 5, 6].flatMap((i) => section(i, 8)));
    const [print] = of(placements, 'print');
    const headings = of(placements, 'cells')
      .filter(({ values }) => String(values[0]?.[0]).startsWith('Section'))
      .map(({ area }) => area.row);
    const breaks = print?.breaks ?? [];
    expect(breaks.length).toBeGreaterThan(1);
    for (const row of breaks) expect(headings).toContain(row);
    for (const [i, row] of breaks.entries())
      expect(row - (breaks[i - 1] ?? 0)).toBeLessThanOrEqual(MOST_ROWS);
  });

  it('let a long table run on, and cut no chart below it', () => {
    for (let rows = 200; rows < 200 + FEWEST_ROWS; rows += 7) {
      const placements = onPortrait(section(1, rows));
      const breaks = of(placements, 'print')[0]?.breaks ?? [];
      const chartRow = of(placements, 'chart')[0]?.anchor.row ?? NaN;
      // With the blank row above it.
      expect(breaks.every((row) => row === chartRow - 1)).toBe(true);
    }
    const cut = Array.from({ length: 60 }, (_, i) => onPortrait(section(1, 200 + i))).filter(
      (placements) => of(placements, 'print')[0]?.breaks !== undefined,
    );
    expect(cut.length).toBeGreaterThan(10);
    expect(cut.length).toBeLessThan(40);
  });

  it('end before the numbers behind the charts', () => {
    const helper = table('helper', 30, { feedsCharts: true });
    const placements = onPortrait([...section(1, 5), heading('Behind'), helper]);
    const area = of(placements, 'print')[0]?.area;
    const [picture] = of(placements, 'chart');
    const [, behind] = of(placements, 'table');
    expect(area).toMatchObject({ row: 0, column: 0 });
    expect(area?.rows).toBe((picture?.anchor.row ?? NaN) + (picture?.anchor.rows ?? NaN));
    expect(behind?.area.row).toBeGreaterThan(area?.rows ?? Infinity);
    expect(of(onPortrait(section(1, 5)), 'print')[0]?.area).toBeUndefined();
  });

  it.each(FINDING_NAMES)('cut no chart of a run’s report, and print the Summary on one: %s', (name) => {
    const placements = place(reportOf(FINDINGS[name]));
    const prints = new Map(of(placements, 'print').map((p) => [p.sheet, p]));
    expect(prints.get('summary')).toMatchObject({ orientation: 'portrait' });
    expect(prints.get('summary')?.breaks).toBeUndefined();
    for (const { sheet, anchor } of of(placements, 'chart'))
      for (const row of prints.get(sheet)?.breaks ?? [])
        expect(row <= anchor.row || row >= anchor.row + anchor.rows).toBe(true);
  });
});

describe('tables stacked on a sheet', () => {
  const texts = (id: string, text: string, more: Partial<Table['columns'][number]>): Table => ({
    block: 'table',
    id,
    key: 'n',
    columns: [
      { id: 'n', header: 'N', format: 'integer' },
      { id: 'text', header: 'Text', format: 'text', ...more },
    ],
    rows: [[1, text]],
  });
  const long = 'A text that is much longer than a column of numbers would ever be';
  const widths = (block: Block) => of(onPortrait([block]), 'columnWidths')[0]?.widths ?? [];

  it('are not stretched for numbers behind charts, nor for texts that run on', () => {
    expect(widths(texts('t', long, {}))[2]).toBeGreaterThan(40);
    expect(widths(texts('t', long, { runsOn: true }))[2]).toBeLessThan(15);
    expect(widths({ ...texts('t', long, {}), feedsCharts: true })[2]).toBeLessThan(15);
  });

  it('carry the header on over texts that run on', () => {
    const fills = (block: Block) =>
      of(onPortrait([block]), 'format').filter(
        ({ area, format, sheet }) => sheet === 'one' && area.row === 3 && format.fill !== undefined,
      );
    const reach = (block: Block) => Math.max(...fills(block).map(({ area }) => area.column + area.columns));
    expect(reach(texts('t', long, { runsOn: true }))).toBeGreaterThan(5);
    expect(reach(texts('t', 'short', { runsOn: true }))).toBe(3);
  });

  it('keep text off the number beside it', () => {
    const indented = of(onPortrait([texts('t', 'x', {})]), 'format').filter(
      ({ format }) => format.indent === 1,
    );
    expect(indented.map(({ area }) => area.column)).toEqual([2, 2]);
  });
});
