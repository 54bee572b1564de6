import { Cancelled } from '../../../src/engine/core/circumstances';
import { addSheets } from '../../../src/hosts/excel/addSheets';
import { problemOf } from '../../../src/hosts/excel/errors';
import { sheetNames } from '../../../src/hosts/excel/ownership';
import { play } from '../../../src/hosts/excel/play';
import { savedStages } from '../../../src/engine/report/savedInputs';
import { readSavedInputs } from '../../../src/hosts/excel/readSavedInputs';
import { readSheets, streamSheets, workbookName } from '../../../src/hosts/excel/readTables';
import { loadSettings, saveSettings } from '../../../src/hosts/excel/settings';
import { showCell } from '../../../src/hosts/excel/showCell';
import { startStandIn } from '../../../workbench';
import { funnelReport, placementsOf, STAGES } from '../../support/funnelReport';
import { cellOf, GO_ON, NO_PROGRESS, pictureOf, sheetOf, tableOf, type } from '../../support/standInSheets';

describe('reading', () => {
  it('gives every sheet as it stands: place, blanks, errors, formats, tables, hidden, filtered', async () => {
    const host = startStandIn({
      name: 'Pipeline.xlsx',
      sheets: [
        {
          name: 'Deals',
          top: 3,
          left: 1,
          rows: [
            ['Deal', 'Created', 'Amount'],
            ['=Alpha', 45000, 100],
            ['Beta', 45001.5, '#N/A'],
            ['Gamma', null, true],
          ],
          formats: { 1: 'yyyy-mm-dd' },
          tables: [{ name: 'DealsTable', row: 3, column: 1, rows: 4, columns: 3 }],
          filteredRows: [5],
        },
        { name: 'Old', rows: [['x']], visibility: 'VeryHidden' },
        { name: 'Blank', rows: [] },
      ],
    });
    const before = host.store.sheets.map((s) => pictureOf(host, s.name));
    const sheets = await readSheets(NO_PROGRESS, GO_ON);
    expect(sheets).toEqual([
      {
        source: 'Pipeline.xlsx',
        sheet: 'Deals',
        top: 3,
        left: 1,
        columnCount: 3,
        rows: [
          ['Deal', 'Created', 'Amount'],
          ['=Alpha', 45000, 100],
          ['Beta', 45001.5, '#N/A'],
          ['Gamma', null, true],
        ],
        formats: [[], [{ from: 0, format: 'yyyy-mm-dd' }], []],
        hidden: false,
        date1904: false,
        tables: [
          { name: 'DealsTable', hasHeaders: true, hasTotals: false, top: 3, left: 1, bottom: 6, right: 3 },
        ],
        merges: [],
        filteredRows: 1,
        owned: false,
      },
      expect.objectContaining({ sheet: 'Old', hidden: true, rows: [['x']] }),
      expect.objectContaining({ sheet: 'Blank', rows: [], columnCount: 0 }),
    ]);
    expect(host.store.sheets.map((s) => pictureOf(host, s.name))).toEqual(before);
    expect(await workbookName()).toBe('Pipeline.xlsx');
    expect([...host.counters.missing]).toEqual([]);
  });

  it('knows the 1904 system', async () => {
    startStandIn({ sheets: [{ name: 'A', rows: [[1]] }], date1904: true });
    expect((await readSheets(NO_PROGRESS, GO_ON)).map((s) => s.date1904)).toEqual([true]);
  });

  it('announces Leadline’s own sheets and does not read them', async () => {
    startStandIn({ sheets: [{ name: 'Deals', rows: [['Deal']] }] });
    await play(placementsOf(funnelReport(STAGES)), NO_PROGRESS, GO_ON);
    const sheets = await readSheets(NO_PROGRESS, GO_ON);
    expect(sheets.map((s) => [s.sheet, s.owned, s.rows.length])).toEqual([
      ['Deals', false, 1],
      ['Leadline Funnel', true, 0],
      ['Leadline Inputs', true, 0],
    ]);
  });

  it('finds the row where a number format changes, deep in a long sheet', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => [i, i]);
    const host = startStandIn({ sheets: [{ name: 'Deals', rows }] });
    sheetOf(host, 'Deals').numberFormats.push(
      { area: { row: 0, column: 1, rows: 5_000, columns: 1 }, value: '0.00' },
      { area: { row: 3_217, column: 1, rows: 5_000, columns: 1 }, value: 'd/m/yyyy' },
    );
    const [sheet] = await readSheets(NO_PROGRESS, GO_ON);
    expect(sheet?.formats).toEqual([
      [],
      [
        { from: 0, format: '0.00' },
        { from: 3_217, format: 'd/m/yyyy' },
      ],
    ]);
  });

  it('reads 100,000 × 12 cells in chunks of about 2 MB, in order, with progress that never falls', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) =>
      Array.from({ length: 12 }, (_c, c) => (c % 3 === 0 ? `text ${i}-${c}` : i * 12 + c)),
    );
    const host = startStandIn({ sheets: [{ name: 'Big', rows }] });
    const shares: number[] = [];
    let next = 0;
    let pieces = 0;
    await streamSheets(
      {
        sheet: () => undefined,
        rows: (piece) => {
          pieces++;
          for (const row of piece) {
            if (row[1] !== next * 12 + 1 || row.length !== 12)
              throw new Error(`Row ${next} is out of order.`);
            next++;
          }
        },
        formats: () => undefined,
      },
      (share) => void shares.push(share),
      GO_ON,
    );
    expect(next).toBe(100_000);
    expect(pieces).toBeGreaterThan(5);
    expect(pieces).toBeLessThan(20);
    expect(host.counters.largestResponse).toBeLessThan(3_000_000);
    expect(shares.every((s, i) => i === 0 || s >= (shares[i - 1] ?? 0))).toBe(true);
    expect(shares.at(-1)).toBe(1);
  }, 30_000);

  it('asks again in halves where rows turn out longer than the first ones', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => [i, i < 500 ? 'short' : 'long '.repeat(1_000)]);
    const host = startStandIn({ sheets: [{ name: 'Notes', rows }] });
    const [sheet] = await readSheets(NO_PROGRESS, GO_ON);
    expect(sheet?.rows).toEqual(rows);
    expect(host.counters.largestResponse).toBeLessThanOrEqual(5 * 1024 * 1024);
  }, 30_000);

  it('reads a sheet of 16,384 columns', async () => {
    startStandIn({ sheets: [{ name: 'Wide', rows: [Array.from({ length: 16_384 }, (_, c) => c), [1]] }] });
    const [sheet] = await readSheets(NO_PROGRESS, GO_ON);
    expect(sheet?.rows.map((r) => r.length)).toEqual([16_384, 16_384]);
  });

  it('stops between chunks when cancelled', async () => {
    startStandIn({
      sheets: [{ name: 'Deals', rows: Array.from({ length: 50_000 }, (_, i) => [i, 'a text']) }],
    });
    const signal = { cancelled: false };
    await expect(readSheets((share) => (signal.cancelled = share > 0.1), signal)).rejects.toBeInstanceOf(
      Cancelled,
    );
  });
});

describe('inputs', () => {
  it('come back as a person changed them, and survive the next write', async () => {
    const host = startStandIn({ sheets: [{ name: 'Deals', rows: [['Deal']] }] });
    expect(await readSavedInputs()).toBeUndefined();
    await play(placementsOf(funnelReport(STAGES)), NO_PROGRESS, GO_ON);
    expect(await readSavedInputs()).toEqual({
      values: { horizon: 180 },
      tables: { stages: [['Stage', 'Kind'], ...STAGES.map(({ stage }) => [stage, 'open'])] },
    });
    const address = (host.store.names.get('leadline_horizon')?.formula ?? '').split('!')[1] ?? '';
    type(host, 'Leadline Inputs', address, 90);
    const stages = tableOf(host, 'Leadline Inputs', 'Leadline_stages').area;
    type(host, 'Leadline Inputs', `C${stages.row + 4}`, 'Won');
    const saved = await readSavedInputs();
    expect(saved?.values).toEqual({ horizon: 90 });
    expect(savedStages(saved)?.at(-1)).toEqual({ name: 'Close', kind: 'won' });
    await play(placementsOf(funnelReport(STAGES, Number(saved?.values['horizon']))), NO_PROGRESS, GO_ON);
    expect((await readSavedInputs())?.values).toEqual({ horizon: 90 });
  });

  it('are handed on unchecked: text, truth values and blanks', async () => {
    const host = startStandIn({ sheets: [] });
    await play(placementsOf(funnelReport(STAGES)), NO_PROGRESS, GO_ON);
    const address = (host.store.names.get('leadline_horizon')?.formula ?? '').split('!')[1] ?? '';
    for (const [written, read] of [
      ['soon', 'soon'],
      [true, true],
      [null, null],
    ] as const) {
      type(host, 'Leadline Inputs', address, written);
      expect((await readSavedInputs())?.values).toEqual({ horizon: read });
    }
  });
});

describe('settings', () => {
  it('are kept in the workbook, and unreadable ones count as absent', async () => {
    const host = startStandIn({ sheets: [] });
    expect(await loadSettings()).toBeUndefined();
    const settings = {
      mapping: { tables: [{ sheet: '=Deals', columns: { __id: 'A' } }] },
      values: { horizon: 90 },
      seed: 7,
    };
    await saveSettings(settings);
    expect(await loadSettings()).toEqual(settings);
    for (const damage of ['{"cut', '[1,2]', '7', 'null', '']) {
      host.store.settings.set('Leadline.settings', JSON.stringify(damage));
      expect(await loadSettings()).toBeUndefined();
    }
  });

  it('a damaged register makes no sheet Leadline’s own, and a write takes free names', async () => {
    const host = startStandIn({ sheets: [] });
    await play(placementsOf(funnelReport(STAGES)), NO_PROGRESS, GO_ON);
    host.store.settings.set('Leadline.sheets', JSON.stringify('nonsense'));
    const before = pictureOf(host, 'Leadline Funnel');
    expect(await sheetNames(funnelReport(STAGES).sheets)).toEqual({
      funnel: 'Leadline Funnel (2)',
      inputs: 'Leadline Inputs (2)',
    });
    expect(pictureOf(host, 'Leadline Funnel')).toBe(before);
  });
});

describe('going to a cell and adding sheets', () => {
  it('selects the cell of a place, and says when its sheet is gone', async () => {
    const host = startStandIn({
      sheets: [
        { name: 'A', rows: [[1]] },
        { name: "Eva's", rows: [[1]] },
      ],
    });
    await showCell({ sheet: "Eva's", row: 7, column: 'C' });
    expect(host.store.active.name).toBe("Eva's");
    expect(host.store.selection.area).toEqual({ row: 6, column: 2, rows: 1, columns: 1 });
    const error = await showCell({ sheet: 'Gone', row: 1 }).catch((e: unknown) => e);
    expect(problemOf(error).title).toBe('The sheet is no longer there');
  });

  it('adds sample sheets that are the person’s own', async () => {
    const host = startStandIn({ sheets: [{ name: 'Deals', rows: [['mine']] }] });
    const names = await addSheets(
      [
        {
          sheet: 'Deals',
          columnCount: 3,
          rows: [
            ['Deal', 'Created', 'Code'],
            ['=Alpha', 45000, '007'],
            ['Beta', null, '1-2'],
          ],
          formats: [[], [{ from: 1, format: 'yyyy-mm-dd' }], []],
        },
      ],
      NO_PROGRESS,
    );
    expect(names).toEqual(['Deals (2)']);
    expect(cellOf(host, 'Deals (2)', 'A2')).toBe('=Alpha');
    expect(cellOf(host, 'Deals (2)', 'C3')).toBe('1-2');
    expect(host.store.active.name).toBe('Deals (2)');
    const [, added] = await readSheets(NO_PROGRESS, GO_ON);
    expect(added).toMatchObject({
      owned: false,
      rows: [
        ['Deal', 'Created', 'Code'],
        ['=Alpha', 45000, '007'],
        ['Beta', null, '1-2'],
      ],
    });
    expect(added?.formats[1]).toEqual([{ from: 1, format: 'yyyy-mm-dd' }]);
  });
});
