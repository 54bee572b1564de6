import fc from 'fast-check';
import { layout, usualSheetName } from '../../../src/engine/report/layout';
import type { Area, Placement, PlacementOf } from '../../../src/engine/report/placement';
import type { Block, Report } from '../../../src/engine/report/report';
import { arbitraryReport } from '../../support/arbitraryReport';
import { FINDING_NAMES, FINDINGS } from '../../support/funnelFinding';
import { placementsOf, reportOf, STAMP } from '../../support/report';

const of = <K extends Placement['kind']>(
  placements: readonly Placement[],
  kind: K,
): readonly PlacementOf<K>[] => placements.filter((p): p is PlacementOf<K> => p.kind === kind);

const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

const inside = (inner: Area, outer: Area): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

/** What must hold of any report's placements. */
function check(report: Report, placements: readonly Placement[]): void {
  const sheets = of(placements, 'sheet');
  const cells = of(placements, 'cells');
  const charts = of(placements, 'chart');
  const tables = of(placements, 'table');
  for (const { sheet } of sheets) {
    const areas = [...cells, ...charts.map(({ anchor, sheet: s }) => ({ sheet: s, area: anchor }))]
      .filter((p) => p.sheet === sheet)
      .map(({ area }) => area);
    areas.forEach((a, i) =>
      areas.slice(i + 1).forEach((b) => {
        if (overlap(a, b)) throw new Error(`${JSON.stringify(a)} and ${JSON.stringify(b)} overlap`);
      }),
    );
  }
  // A table is exactly one block of cells, its headers are what the cells say, and differ whatever their case.
  for (const table of tables) {
    const own = cells.filter(({ sheet, area }) => sheet === table.sheet && inside(area, table.area));
    expect(own.map(({ area }) => area)).toEqual([table.area]);
    expect(own[0]?.values[0]).toEqual(table.headers);
    expect(new Set(table.headers.map((h) => h.toLowerCase())).size).toBe(table.headers.length);
    for (const header of table.headers) expect(header.trim().length).toBeGreaterThan(0);
    expect(table.area.rows).toBeGreaterThanOrEqual(2);
    expect(table.key).toBeLessThan(table.headers.length);
  }
  // Areas hold what they say.
  for (const { area, values } of cells) {
    expect(values).toHaveLength(area.rows);
    for (const row of values) expect(row).toHaveLength(area.columns);
  }
  // Text that looks like a formula has the text format, given last; formulas have another one.
  const formatOf = (sheet: string, row: number, column: number): string | undefined =>
    of(placements, 'format')
      .filter(
        (p) =>
          p.sheet === sheet &&
          p.format.numberFormat !== undefined &&
          inside({ row, column, rows: 1, columns: 1 }, p.area),
      )
      .at(-1)?.format.numberFormat;
  const names = sheets.map(({ name }) => name);
  for (const { sheet, area, values } of cells)
    values.forEach((row, r) =>
      row.forEach((cell, c) => {
        const numberFormat = formatOf(sheet, area.row + r, area.column + c);
        if (typeof cell === 'string' && /^[=+\-@']/.test(cell)) expect(numberFormat).toBe('@');
        if (typeof cell === 'object' && cell !== null) {
          expect(numberFormat).not.toBe('@');
          expect(cell.formula).not.toMatch(/^=|undefined|NaN|\[object/);
          for (const [, quoted = ''] of cell.formula.matchAll(/'((?:[^']|'')+)'!/g))
            expect(names).toContain(quoted.replaceAll("''", "'"));
        }
        const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }),
    );
  // Charts draw cells of their own sheet's tables.
  for (const { sheet, categories, series } of charts)
    for (const area of [categories, ...series.map(({ values }) => values)])
      expect(tables.some((t) => t.sheet === sheet && inside(area, t.area) && area.row > t.area.row)).toBe(
        true,
      );
  const wanted = report.sheets.flatMap(({ blocks }) => blocks).filter((b) => b.block === 'chart').length;
  expect(charts.length).toBeLessThanOrEqual(wanted);
  // Everything a placement names is a sheet of the report, and the stamp ends it.
  expect(placements.at(-1)?.kind).toBe('stamp');
  for (const p of placements) if ('sheet' in p) expect(sheets.map(({ sheet }) => sheet)).toContain(p.sheet);
}

describe('layout', () => {
  it('covers nothing, leaves text text, and refers only to what is there, whatever the report', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => check(report, placementsOf(report))),
      { numRuns: 30 },
    );
  });

  it.each(FINDING_NAMES)('does so for a run’s report: %s', (name) => {
    const report = reportOf(FINDINGS[name]);
    check(report, placementsOf(report));
  });

  it('is the same for the same report, and puts formats before cells and names before formulas', () => {
    const report = reportOf(FINDINGS.events);
    const placements = placementsOf(report);
    expect(placementsOf(report)).toEqual(placements);
    const order = placements.map(({ kind }) => kind);
    expect(order.lastIndexOf('sheet')).toBeLessThan(order.indexOf('name'));
    expect(order.lastIndexOf('name')).toBeLessThan(order.indexOf('cells'));
    expect(order.lastIndexOf('format')).toBeLessThan(order.indexOf('cells'));
    expect(order.lastIndexOf('cells')).toBeLessThan(order.indexOf('table'));
    expect(order.lastIndexOf('columnWidths')).toBeLessThan(order.indexOf('chart'));
  });

  const sheetOf = (blocks: readonly Block[]): Report => ({
    sheets: [{ id: 'one', title: 'One', orientation: 'portrait', blocks }],
  });
  const place = (blocks: readonly Block[]) =>
    layout(sheetOf(blocks), { sheetName: usualSheetName, stamp: STAMP });
  const numbers = (rows: readonly (readonly number[])[]): Block => ({
    block: 'table',
    id: 'numbers',
    key: 'n',
    columns: [{ id: 'n', header: 'N', format: 'money' }],
    rows,
  });
  const chart: Block = {
    block: 'chart',
    id: 'picture',
    kind: 'line',
    title: 'Picture',
    table: 'numbers',
    categories: 'n',
    series: [{ name: 'N', column: 'n', tone: 'primary' }],
    alt: 'A line.',
  };

  it('writes money in units', () => {
    const [body] = of(place([numbers([[123450], [-5]])]), 'cells').filter(({ area }) => area.rows === 3);
    expect(body?.values).toEqual([['N'], [1234.5], [-0.05]]);
  });

  it('says so instead of drawing an empty chart', () => {
    const placements = place([numbers([]), chart]);
    expect(of(placements, 'chart')).toEqual([]);
    expect(JSON.stringify(placements)).toContain('nothing to draw');
    expect(of(place([numbers([[1]]), chart]), 'chart')).toHaveLength(1);
  });

  it('pushes what is below when a table grows', () => {
    const chartRow = (rows: number) =>
      of(place([numbers(Array.from({ length: rows }, () => [1])), chart]), 'chart')[0]?.anchor.row ?? NaN;
    expect(chartRow(30) - chartRow(10)).toBe(20);
  });

  it.each([NaN, Infinity])('refuses to show %p', (value) => {
    expect(() => place([numbers([[value]])])).toThrow(/would show/);
  });

  it('refuses references to what is not there', () => {
    const figure = (parts: readonly unknown[]): Block => ({
      block: 'keyFigures',
      id: 'k',
      // The references are wrong on purpose.
      figures: [
        { id: 'f', label: 'F', value: { parts: parts as [], value: 1 }, format: 'integer', detail: '' },
      ],
    });
    expect(() => place([figure([{ ref: 'input', id: 'nowhere' }])])).toThrow(/nowhere/);
    expect(() => place([figure([{ ref: 'column', table: 'numbers', column: 'n' }])])).toThrow(/numbers/);
    expect(() => place([figure([{ ref: 'thisRow', column: 'n' }])])).toThrow(/outside of a table/);
    expect(() =>
      place([numbers([[1]]), figure([{ ref: 'cell', table: 'numbers', column: 'n', row: 1 }])]),
    ).toThrow(/row 1/);
    expect(() => place([numbers([]), numbers([])])).toThrow(/called numbers/);
  });

  it('gives inputs a name, a rule and the value in force', () => {
    const placements = placementsOf(reportOf(FINDINGS.events));
    const names = of(placements, 'name');
    expect(names.map(({ name }) => name)).toEqual([
      'leadline_horizonDays',
      'leadline_dealHorizonDays',
      'leadline_confidence',
      'leadline_minimumForPercent',
      'leadline_skips',
      'leadline_movesBack',
      'leadline_cohortBy',
      'leadline_recordsDays',
      'leadline_breakdownBy',
      'leadline_breakdownAndBy',
      'leadline_rankCertainty',
      'leadline_untouchedDays',
      'leadline_leverChange',
      'leadline_driftRatio',
      'leadline_leverConversion',
    ]);
    for (const { sheet, row, column } of names) {
      const rule = of(placements, 'validation').find(
        (v) => v.sheet === sheet && v.area.row === row && v.area.column === column,
      );
      expect(rule).toBeDefined();
    }
    const [stages] = of(placements, 'table').filter(({ name }) => name === 'Leadline_stages');
    expect(stages?.headers).toEqual(['Stage', 'Kind']);
    const kinds = of(placements, 'validation').filter(({ title }) => title === 'Kind');
    expect(kinds.map(({ rule }) => rule)).toEqual([
      { kind: 'oneOf', choices: ['Open', 'Won', 'Lost', 'Ignored'] },
    ]);
  });
});
