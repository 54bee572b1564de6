import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAnalysis } from '../../../src/app/runAnalysis';
import { dayOf } from '../../../src/engine/core/day';
import { play } from '../../../src/hosts/excel/play';
import { readWorkbookFile } from '../../../src/hosts/workbookFile';
import { openPackage } from '../../../src/hosts/workbookFile/package';
import { startStandIn, type StandIn } from '../../../workbench';
import { openFile } from '../../../workbench/files/openFile';
import { saveFile } from '../../../workbench/files/saveFile';
import { settle } from '../../../workbench/store/calculate';
import { isFormula, type StoredSheet } from '../../../workbench/store/book';
import { convertWithLibreOffice, withLibreOffice, withoutCachedValues } from '../../support/libreOffice';
import { cellOf, GO_ON, NO_PROGRESS, sheetOf } from '../../support/standInSheets';
import { expectValidXlsx } from '../../support/validateXlsx';

jest.setTimeout(120_000);

const NAME = 'leadline-sample.xlsx';
const BYTES = new Uint8Array(readFileSync(join(__dirname, '../../../assets/samples', NAME)));

async function opened(name = NAME, bytes: Uint8Array = BYTES): Promise<StandIn> {
  const { value } = await openFile(name, bytes);
  if (!value) throw new Error(`${name} was not opened.`);
  return startStandIn(value);
}

/** The sample as opened, with Leadline's results on it, written through Microsoft's client. */
async function withResults() {
  const host = await opened();
  const { value } = await readWorkbookFile(NAME, BYTES);
  const { placements } = runAnalysis(
    value?.sheets ?? [],
    { today: dayOf(2026, 11, 23), seed: 1 },
    { progress: NO_PROGRESS, signal: GO_ON },
  );
  await play(placements, NO_PROGRESS, GO_ON);
  settle(host.store);
  return { host, placements };
}

const formulasOf = (sheet: StoredSheet) =>
  sheet.rows.flatMap((cells, row) =>
    (cells ?? []).flatMap((cell, column) => (isFormula(cell) ? [{ row, column, ...cell }] : [])),
  );
/** What must survive: everything that belongs to the sheets of the file. */
const partsOf = async (bytes: Uint8Array) => {
  const pack = openPackage(bytes);
  const wanted = openPackage(BYTES)
    .paths()
    .filter((path) => /worksheets|tables|sharedStrings|theme/.test(path));
  return Object.fromEntries(await Promise.all(wanted.map(async (path) => [path, await pack.text(path)])));
};

describe('the sample workbook', () => {
  it('is opened with its sheets, dates and formats', async () => {
    const host = await opened();
    expect(host.store.sheets.map((s) => s.name)).toEqual([
      'Opportunities',
      'Opportunity History',
      'Activities',
      'People',
      'Quotas',
      'Plan components',
      'Plan tiers',
      'Plan modifiers',
    ]);
    await host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Opportunities').getRange('H2');
      range.load('values, numberFormat');
      await context.sync();
      expect(range.values[0]?.[0]).toBeGreaterThan(44_000);
      expect(range.numberFormat[0]?.[0]).toMatch(/y/);
    });
  });

  it('is saved as it came when nothing was changed', async () => {
    const host = await opened();
    expect((await saveFile(host.store)).bytes).toEqual(BYTES);
  });

  it('keeps a person’s changes, and everything around them', async () => {
    const host = await opened();
    host.personTypes('Opportunities', 'F2', '123.5');
    host.personTypes('Opportunities', 'B2', 'Renamed & <new>');
    host.personTypes('Opportunities', 'AZ5', 'beside');
    host.personTypes('People', 'A2', '');
    host.personTypes('Quotas', 'J3', '=1+1');
    const { bytes } = await saveFile(host.store);
    await expectValidXlsx(bytes);
    const again = await opened(NAME, bytes);
    for (const [sheet, address] of [
      ['Opportunities', 'F2'],
      ['Opportunities', 'B2'],
      ['Opportunities', 'AZ5'],
      ['Opportunities', 'F3'],
      ['People', 'A2'],
      ['People', 'A3'],
    ] as const)
      expect(cellOf(again, sheet, address)).toEqual(cellOf(host, sheet, address));
    expect(cellOf(again, 'Opportunities', 'B2')).toBe('Renamed & <new>');
    expect(cellOf(again, 'Quotas', 'J3')).toBe(2);
    const [before, after] = [await partsOf(BYTES), await partsOf(bytes)];
    expect(Object.keys(before).filter((path) => before[path] !== after[path])).toHaveLength(3);
  });
});

describe('Leadline’s results', () => {
  let results: Awaited<ReturnType<typeof withResults>>;
  beforeAll(async () => {
    results = await withResults();
  });
  it('give by their formulas what the engine computed', async () => {
    const { host, placements } = results;
    const engine = new Map<string, number | string | null>();
    const names = new Map(placements.flatMap((p) => (p.kind === 'sheet' ? [[p.sheet, p.name]] : [])));
    for (const p of placements)
      if (p.kind === 'cells')
        p.values.forEach((line, r) =>
          line.forEach((cell, c) => {
            if (typeof cell === 'object' && cell !== null)
              engine.set(`${names.get(p.sheet)} ${p.area.row + r} ${p.area.column + c}`, cell.value);
          }),
        );
    const computed = host.store.sheets.flatMap((sheet) =>
      formulasOf(sheet).map((f) => ({ ...f, key: `${sheet.name} ${f.row} ${f.column}` })),
    );
    expect(computed.length).toBeGreaterThan(100);
    expect(computed.map((f) => f.key).sort()).toEqual([...engine.keys()].sort());
    const differing = computed.filter(({ key, value }) => {
      const expected = engine.get(key) ?? '';
      return typeof expected === 'number' && typeof value === 'number'
        ? Math.abs(value - expected) > 1e-9 * Math.max(1, Math.abs(expected))
        : value !== expected;
    });
    expect(differing).toEqual([]);
  });

  it('are saved beside the person’s sheets, which stay byte for byte', async () => {
    const { host } = results;
    const { bytes } = await saveFile(host.store);
    await expectValidXlsx(bytes);
    expect(await partsOf(bytes)).toEqual(await partsOf(BYTES));
    const { value } = await readWorkbookFile('saved.xlsx', bytes);
    const own = value?.sheets.filter((s) => s.owned) ?? [];
    expect(own.map((s) => s.sheet)).toEqual(
      host.store.sheets.filter((s) => s.customProperties.has('LeadlineSheet')).map((s) => s.name),
    );
    expect(own.flatMap((s) => s.tables).map((t) => t.name)).toEqual(
      host.store.sheets.slice(5).flatMap((s) => s.tables.map((t) => t.name)),
    );
    expect(value?.saved?.values).toMatchObject({ confidence: 0.95 });
    const charts = host.store.sheets.flatMap((s) => s.charts);
    expect(charts.length).toBeGreaterThan(3);
    expect(
      openPackage(bytes)
        .paths()
        .filter((p) => /charts\/chart\d+\.xml$/.test(p)),
    ).toHaveLength(charts.length);
  });

  withLibreOffice('are recalculated by LibreOffice to the same values', async () => {
    const { host } = results;
    const { bytes } = await saveFile(host.store);
    const converted = convertWithLibreOffice(await withoutCachedValues(bytes), 'xlsx');
    const { value } = await readWorkbookFile('converted.xlsx', converted);
    const office = openPackage(converted);
    expect(office.paths().filter((p) => /charts\/chart\d+\.xml$/.test(p)).length).toBe(
      host.store.sheets.flatMap((s) => s.charts).length,
    );
    let compared = 0;
    for (const sheet of host.store.sheets) {
      const raw = value?.sheets.find((s) => s.sheet === sheet.name);
      for (const { row, column, value: own, formula } of formulasOf(sheet)) {
        const theirs = raw?.rows[row - raw.top]?.[column - raw.left] ?? '';
        compared++;
        if (typeof own === 'number')
          // LibreOffice stores 15 significant digits.
          expect([formula, Number(theirs) / (own || 1)]).toEqual([
            formula,
            expect.closeTo(own === 0 ? 0 : 1, 9),
          ]);
        else expect([formula, theirs]).toEqual([formula, own]);
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('can be seen without the file that they came from', async () => {
    const { host } = results;
    const sheet = sheetOf(host, 'People');
    sheet.name = 'Team';
    const { bytes, remarks } = await saveFile(host.store);
    expect(remarks).toHaveLength(1);
    await expectValidXlsx(bytes);
    const { value } = await readWorkbookFile('saved.xlsx', bytes);
    expect(value?.sheets.map((s) => s.sheet)).toEqual(host.store.sheets.map((s) => s.name));
  });
});
