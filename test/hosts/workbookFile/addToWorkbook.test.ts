import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Placement } from '../../../src/engine/report/placement';
import { addToWorkbook, readWorkbookFile, writeWorkbook } from '../../../src/hosts/workbookFile';
import { openPackage } from '../../../src/hosts/workbookFile/package';
import { everyPlacement } from '../../support/everyPlacement';
import { expectValidXlsx, validateXlsx } from '../../support/validateXlsx';
import { workbookParts, zipOf } from '../../support/zipOf';

const WORKBOOKS = ['funneler_Sales_Funnel_Standalone.xlsx', 'funneler_Funnel_Auto_deployed.xlsx'];
const layout = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../data/layouts', name)));

async function added(input: Uint8Array, placements = everyPlacement()): Promise<Uint8Array> {
  const { value, issues } = await addToWorkbook('book.xlsx', input, placements);
  expect(issues).toEqual([]);
  return value!;
}

/** Parts that must know of new sheets. */
const CHANGED = [
  '[Content_Types].xml',
  '_rels/.rels',
  'docProps/custom.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/workbook.xml',
];

// The validator is a program in WebAssembly; a busy machine takes its time.
jest.setTimeout(120_000);

describe.each(WORKBOOKS)('results in a copy of %s', (name) => {
  it('leave every other part as it was, byte for byte', async () => {
    const input = layout(name);
    const before = openPackage(input);
    const after = openPackage(await added(input));
    const gone = before.paths().filter((path) => !after.has(path));
    // The order of calculation, which Excel makes anew.
    expect(gone).toEqual(['xl/calcChain.xml']);
    const changed = before
      .paths()
      .filter(
        (path) =>
          after.has(path) &&
          Buffer.compare(before.entry(path).compressed, after.entry(path).compressed) !== 0,
      );
    expect(CHANGED).toEqual(expect.arrayContaining(changed));
    expect(before.paths().length).toBeGreaterThan(70);
  });

  it('are valid, and everything that was valid stays so', async () => {
    const input = layout(name);
    const before = await validateXlsx(input);
    const output = await added(input);
    const after = await validateXlsx(output);
    expect(after.invalid).toEqual([]);
    const kept = before.valid.filter((path) => path !== 'xl/calcChain.xml');
    expect(after.valid).toEqual(expect.arrayContaining(kept));
  });

  it('leave names, styles, properties and the order of sheets', async () => {
    const before = openPackage(layout(name));
    const after = openPackage(await added(layout(name)));
    const lines = (text: string, pattern: RegExp): readonly string[] =>
      [...text.matchAll(pattern)].map((m) => m[0]);
    for (const [path, pattern] of [
      ['xl/workbook.xml', /<(?:sheet|definedName|pivotCache|x14:slicerCache) [^>]*>/g],
      ['xl/styles.xml', /<(?:cellStyle|dxf|tableStyle|xf)\b[^>]*>/g],
      ['docProps/custom.xml', /<property [^>]*>/g],
    ] as const) {
      const [old, now] = [lines(await before.text(path), pattern), lines(await after.text(path), pattern)];
      expect(old.length).toBeGreaterThan(0);
      expect(old.filter((line) => !now.includes(line))).toEqual([]);
    }
  });

  it('are read back like the rest, which is read as before', async () => {
    const input = layout(name);
    const before = (await readWorkbookFile(name, input)).value!.sheets;
    const after = (await readWorkbookFile(name, await added(input))).value!;
    expect(after.sheets.slice(0, before.length)).toEqual(before);
    expect(after.sheets.slice(before.length).map((s) => [s.sheet, s.owned])).toEqual([
      ['Leadline Funnel', true],
      ['Leadline Inputs', true],
    ]);
    expect(after.saved?.values).toEqual({ 'funnel.horizon': 90, basis: 'entered' });
  });

  it('replace earlier results without leaving anything behind', async () => {
    const once = await added(layout(name));
    const twice = await added(once);
    expect(openPackage(twice).paths().toSorted()).toEqual(openPackage(once).paths().toSorted());
    await expectValidXlsx(twice);
    expect((await readWorkbookFile(name, twice)).value!.sheets).toEqual(
      (await readWorkbookFile(name, once)).value!.sheets,
    );
  });
});

const SHEET = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

describe('adding results', () => {
  it('takes a free name where the user has a sheet of that name, in formulas too', async () => {
    const input = await zipOf(workbookParts({ 'leadline funnel': SHEET, Deals: SHEET }));
    const placements: readonly Placement[] = [
      { kind: 'sheet', sheet: 'f', name: 'Leadline Funnel', tabColor: '#1F5FA8' },
      {
        kind: 'cells',
        sheet: 'f',
        area: { row: 0, column: 0, rows: 1, columns: 1 },
        values: [[{ formula: "'Leadline Funnel'!B1+1", value: 1 }]],
      },
      { kind: 'stamp', sheets: ['f'], stamp: {} },
    ];
    const output = await added(input, placements);
    await expectValidXlsx(output);
    const { value } = await readWorkbookFile('b.xlsx', output);
    expect(value!.sheets.map((s) => [s.sheet, s.owned])).toEqual([
      ['leadline funnel', false],
      ['Deals', false],
      ['Leadline Funnel (2)', true],
    ]);
    expect(await openPackage(output).text('xl/worksheets/sheet3.xml')).toContain(
      "'Leadline Funnel (2)'!B1+1",
    );
  });

  it('puts a new sheet where the earlier one stood and keeps what refers to positions', async () => {
    const once = await added(await zipOf(workbookParts({ Deals: SHEET })));
    const parts = openPackage(once);
    const workbook = (await parts.text('xl/workbook.xml'))
      .replace(/(<sheet name="Deals"[^>]*>)(.*)<\/sheets>/, '$2$1</sheets>')
      .replace('<sheets>', '<bookViews><workbookView activeTab="2"/></bookViews><sheets>')
      .replace(
        '<definedNames>',
        '<definedNames><definedName name="Area" localSheetId="2">Deals!$A$1</definedName>',
      )
      .replace('localSheetId="1"', 'localSheetId="0"');
    parts.set('xl/workbook.xml', workbook);
    const onlyInputs = everyPlacement().filter((p) => p.kind === 'stamp' || p.sheet === 'inputs');
    const output = openPackage(await added(await parts.bytes(), onlyInputs));
    const text = await output.text('xl/workbook.xml');
    expect([...text.matchAll(/<sheet name="([^"]*)"/g)].map((m) => m[1])).toEqual([
      'Leadline Inputs',
      'Deals',
    ]);
    expect(text).toContain('activeTab="1"');
    expect(text).toContain('<definedName name="Area" localSheetId="1">');
    expect(text).not.toContain('_Leadline_funnel');
    expect(output.paths().filter((p) => p.startsWith('xl/charts'))).toEqual([]);
  });

  it.each([
    ['structureProtected', '<workbookProtection lockStructure="1"/>'],
    ['nameTaken', ''],
  ] as const)('refuses with a reason: %s', async (reason, workbook) => {
    const parts = workbookParts({ Deals: SHEET }, { workbook });
    const input = await zipOf({
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace(
        '</sheets>',
        reason === 'nameTaken'
          ? '</sheets><definedNames><definedName name="Leadline_BASIS">Deals!$A$1</definedName></definedNames>'
          : '</sheets>',
      ),
    });
    const { value, issues } = await addToWorkbook('b.xlsx', input, everyPlacement());
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([
      { code: 'resultsNotAdded', facts: { reason, name: reason === 'nameTaken' ? 'leadline_basis' : '' } },
    ]);
  });

  it('refuses a strict workbook and what is none', async () => {
    const parts = workbookParts({ Deals: SHEET });
    const strict = await zipOf({
      ...parts,
      '_rels/.rels': parts['_rels/.rels']!.replace(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
        'http://purl.oclc.org/ooxml/officeDocument/relationships/',
      ),
    });
    for (const [input, reason] of [
      [strict, 'strictFormat'],
      [new TextEncoder().encode('a,b\n1,2\n'), 'notWorkbook'],
    ] as const)
      expect((await addToWorkbook('b.xlsx', input, everyPlacement())).issues).toMatchObject([
        { facts: { reason } },
      ]);
  });

  it('works on a workbook that Leadline wrote itself', async () => {
    const own = await writeWorkbook(everyPlacement());
    const output = await added(own);
    await expectValidXlsx(output);
    expect((await readWorkbookFile('r.xlsx', output)).value).toEqual(
      (await readWorkbookFile('r.xlsx', own)).value,
    );
  });
});
