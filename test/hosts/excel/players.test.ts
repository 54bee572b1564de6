import { play } from '../../../src/hosts/excel/play';
import { startStandIn } from '../../../workbench';
import { at } from '../../../workbench/store/layers';
import { AWKWARD, everyPlacement } from '../../support/everyPlacement';
import { GO_ON, NO_PROGRESS } from '../../support/standInSheets';

it('plays every kind of placement and every kind of chart, and keeps awkward text letter by letter', async () => {
  const host = startStandIn({ sheets: [{ name: 'Deals', rows: [['Deal']] }] });
  const placements = everyPlacement();
  const placed = placements.flatMap((p) => (p.kind === 'cells' ? p.values.flat() : []));
  expect(AWKWARD.every((text) => placed.includes(text))).toBe(true);
  for (const run of ['first', 'second']) {
    await play(placements, NO_PROGRESS, GO_ON);
    expect([run, ...host.counters.missing]).toEqual([run]);
    for (const p of placements) {
      if (!('sheet' in p)) continue;
      const own = host.store.sheets.find((s) => s.customProperties.get('LeadlineSheet') === p.sheet);
      if (!own) throw new Error(`The sheet ${p.sheet} was not made.`);
      if (p.kind === 'cells')
        p.values.forEach((row, r) =>
          row.forEach((cell, c) => {
            const stored = own.rows[p.area.row + r]?.[p.area.column + c] ?? null;
            if (typeof cell === 'object' && cell !== null)
              expect(stored).toMatchObject({ formula: `=${cell.formula}` });
            else expect(stored).toBe(cell);
          }),
        );
      if (p.kind === 'table') expect(own.tables.find((t) => t.name === p.name)?.area).toEqual(p.area);
      if (p.kind === 'chart') {
        const chart = own.charts.filter((c) => c.name === p.name);
        expect(chart).toHaveLength(1);
        expect(chart[0]?.series.map((s) => [s.name, s.values?.area, s.categories?.area])).toEqual(
          p.series.map((s) => [s.name, s.values, p.categories]),
        );
        expect(chart[0]?.look.get('Title/Text')).toBe(p.title);
      }
      if (p.kind === 'links')
        p.links.forEach(({ text, target }, i) => {
          const sheet = placements.find((s) => s.kind === 'sheet' && s.sheet === target.sheet);
          const name = sheet?.kind === 'sheet' ? sheet.name : target.sheet;
          expect(own.rows[p.row + i]?.[p.column]).toBe(text);
          expect(at(own.links, p.row + i, p.column)).toEqual({
            documentReference: `'${name.replaceAll("'", "''")}'!${target.cell}`,
          });
        });
      if (p.kind === 'print') {
        expect(own.page.get('PrintArea')).toEqual(p.area);
        expect(own.page.get('HorizontalPageBreaks')).toEqual(p.breaks?.map((row) => `A${row + 1}`));
      }
      if (p.kind === 'freeze') expect(own.frozen === null).toBe(p.rows + p.columns === 0);
    }
    const rules = placements.filter((p) => p.kind === 'conditionalFormat').length;
    expect(host.store.sheets.reduce((n, s) => n + s.conditionalFormats.length, 0)).toBe(rules);
  }
});
