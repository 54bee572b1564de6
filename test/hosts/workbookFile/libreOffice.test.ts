import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addToWorkbook, readWorkbookFile, writeWorkbook } from '../../../src/hosts/workbookFile';
import { openPackage } from '../../../src/hosts/workbookFile/package';
import { everyPlacement } from '../../support/everyPlacement';
import { convertWithLibreOffice, withLibreOffice, withoutCachedValues } from '../../support/libreOffice';

const funnelOf = async (bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> => {
  const { value } = await readWorkbookFile('b.xlsx', bytes);
  const sheet = value!.sheets.find((s) => s.sheet === 'Leadline Funnel')!;
  return sheet.rows
    .slice(4, 10)
    .map((row) => Array.from({ length: 5 }, (_, i) => row[i + 1 - sheet.left] ?? null));
};

describe('LibreOffice', () => {
  withLibreOffice('opens a result workbook, calculates the same values and keeps its charts', async () => {
    const bytes = await writeWorkbook(everyPlacement());
    const opened = convertWithLibreOffice(await withoutCachedValues(bytes), 'xlsx');
    const [ours, theirs] = [await funnelOf(bytes), await funnelOf(opened)];
    ours.forEach((row, r) =>
      row.forEach((value, c) => {
        const other = theirs[r]![c];
        if (typeof value === 'number') expect(other).toBeCloseTo(value, 12);
        else expect(other).toEqual(value);
      }),
    );
    const charts = openPackage(opened)
      .paths()
      .filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path));
    expect(charts).toHaveLength(7);
  });

  withLibreOffice('opens a copy of a workbook with its own charts and the results', async () => {
    const name = 'funneler_Sales_Funnel_Standalone.xlsx';
    const input = new Uint8Array(readFileSync(join(__dirname, '../../data/layouts', name)));
    const { value } = await addToWorkbook(name, input, everyPlacement());
    const opened = openPackage(convertWithLibreOffice(value!, 'xlsx'));
    const charts = opened.paths().filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path));
    expect(charts).toHaveLength(5 + 7);
    expect((await funnelOf(value!))[0]).toEqual(['Lead', 412, 263, 263 / 412, 0]);
  });
});
