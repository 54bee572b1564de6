import fc from 'fast-check';
import { readXlsx as readWithHucre } from 'hucre/xlsx';
import readExcelFile from 'read-excel-file/node';
import type { PlacedCell, Placement } from '../../../src/engine/report/placement';
import { readWorkbookFile, writeWorkbook } from '../../../src/hosts/workbookFile';
import { openPackage, type Package } from '../../../src/hosts/workbookFile/package';
import { AWKWARD, everyPlacement } from '../../support/everyPlacement';
import { expectValidXlsx } from '../../support/validateXlsx';

const written = writeWorkbook(everyPlacement());
const pack = async (): Promise<Package> => openPackage(await written);
const sheet = async (n: number): Promise<string> => (await pack()).text(`xl/worksheets/sheet${n}.xml`);

/** A sheet that holds nothing but the values, with its stamp. */
const plain = (values: readonly (readonly PlacedCell[])[]): readonly Placement[] => [
  { kind: 'sheet', sheet: 's', name: 'S', tabColor: '#1F5FA8' },
  { kind: 'cells', sheet: 's', area: { row: 0, column: 0, rows: values.length, columns: 1 }, values },
  { kind: 'stamp', sheets: ['s'], stamp: { seed: 1 } },
];

// The validator is a program in WebAssembly; a busy machine takes its time.
jest.setTimeout(120_000);

describe('a new workbook', () => {
  it('is valid in every part', async () => {
    await expectValidXlsx(await written);
  });

  it('has equal bytes for equal placements', async () => {
    expect(Buffer.compare(await writeWorkbook(everyPlacement()), await written)).toBe(0);
  });

  it('is read back with its values, its owner and the inputs that a person may change', async () => {
    const { value, issues } = await readWorkbookFile('r.xlsx', await written);
    expect(issues).toEqual([]);
    expect(value!.sheets.map((s) => [s.sheet, s.owned])).toEqual([
      ['Leadline Funnel', true],
      ['Leadline Inputs', true],
    ]);
    expect(value!.sheets[0]!.rows[4]).toEqual(['Lead', 412, 263, 263 / 412, 0]);
    expect(value!.sheets[0]!.rows[9]).toEqual(['Total', 955, 543, null, 1.9599639845400536]);
    expect(value!.saved).toEqual({
      values: { 'funnel.horizon': 90, basis: 'entered' },
      tables: {
        stages: [
          ['Stage', 'Kind'],
          ['Lead', 'open'],
          ['Closed won', 'won'],
        ],
      },
    });
    const { rows, top } = value!.sheets[1]!;
    expect(AWKWARD.map((_, i) => rows[10 + i - top]?.[0])).toEqual(AWKWARD);
  });

  it('says the same to hucre', async () => {
    const book = await readWithHucre(await written, { readStyles: true });
    const [funnel, inputs] = book.sheets;
    expect(funnel!.rows[4]!.slice(1, 6)).toEqual(['Lead', 412, 263, 263 / 412, 0]);
    expect(funnel!.cells!.get('4,4')).toMatchObject({
      formula: 'IF(C5=0,"",D5/C5)',
      style: { numFmt: '0.0%', font: { italic: true, bold: true } },
    });
    expect(funnel!.cells!.get('3,1')).toMatchObject({
      style: { font: { bold: true, color: { rgb: 'FFFFFF' } }, alignment: { wrapText: true } },
    });
    expect(funnel!.cells!.get('3,4')?.comment?.text).toMatch(/^Advanced divided by entered\.\nOpen/);
    expect(funnel!.cells!.get('10,1')?.hyperlink?.location).toBe("'Leadline Inputs'!B2");
    expect(funnel!.cells!.get('10,2')?.hyperlink?.location).toBe("'Bob''s deals'!A2");
    expect(funnel!.conditionalRules?.map((r) => r.type)).toEqual([
      'dataBar',
      'colorScale',
      'colorScale',
      'expression',
    ]);
    expect(funnel!.freezePane).toEqual({ rows: 2 });
    expect(funnel!.view).toMatchObject({ showGridLines: false });
    expect(funnel!.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(funnel!.headerFooter?.oddFooter).toBe('&LLeadline&RPage &P of &N');
    expect(funnel!.rowDefs?.get(0)?.height).toBe(30);
    expect(funnel!.columns?.[1]?.width).toBe(24);
    expect(funnel!.tables).toMatchObject([{ name: 'Leadline_steps', range: 'B4:F9' }]);
    expect(inputs!.dataValidations?.map((v) => [v.type, v.range])).toEqual([
      ['whole', 'B2'],
      ['list', 'B3'],
      ['custom', 'B7:B8'],
    ]);
    expect(funnel!.charts?.map((c) => c.title)).toHaveLength(7);
    expect(book.properties).toMatchObject({ title: 'Leadline results', creator: 'Leadline' });
    expect(book.properties?.modified).toBeUndefined();
  });

  it('says the same to a second reader', async () => {
    const sheets = await readExcelFile(Buffer.from(await written));
    expect(sheets.map((s) => s.sheet)).toEqual(['Leadline Funnel', 'Leadline Inputs']);
    const [funnel, inputs] = sheets.map((s) => s.data);
    expect(funnel!.find((row) => row[1] === 'Lead')?.slice(1, 6)).toEqual(['Lead', 412, 263, 263 / 412, 0]);
    // It neither knows the escapes of ISO 29500 nor keeps outer spaces.
    const known = AWKWARD.filter((text) => !/^\s|\s$|_x|\p{Cc}|\p{Cs}/u.test(text));
    expect(inputs!.map((row) => row[0])).toEqual(expect.arrayContaining(known));
    expect(known.length).toBeGreaterThan(9);
  });

  it('keeps text text: no formula but those that were placed', async () => {
    const [funnel, inputs] = [await sheet(1), await sheet(2)];
    expect(inputs.includes('<f>')).toBe(false);
    expect(
      inputs.match(/t="inlineStr" s="\d+"><is><t>(=1\+1|\+49 89 123|-|@SUM\(A1\)|#N\/A|TRUE)</g),
    ).toHaveLength(6);
    expect(funnel.match(/<f>/g)).toHaveLength(9);
    expect(funnel).toContain('<f>_xlfn.NORM.S.INV(0.975)</f>');
  });

  it('names cells, marks its sheets and repeats the header row in print', async () => {
    const workbook = await (await pack()).text('xl/workbook.xml');
    expect(workbook).toContain('<definedName name="leadline_basis">\'Leadline Inputs\'!$B$3</definedName>');
    expect(workbook).toContain(
      '<definedName name="_Leadline_funnel" hidden="1">\'Leadline Funnel\'!$A$1</definedName>',
    );
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Leadline Funnel\'!$4:$4</definedName>',
    );
  });

  it('prints its area, with a new page before each row that asks for one', async () => {
    expect(await (await pack()).text('xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="0">\'Leadline Funnel\'!$A$1:$L$30</definedName>',
    );
    // A break stands below the row of its id, which counts from 1.
    expect(await sheet(1)).toContain(
      '<rowBreaks count="2" manualBreakCount="2"><brk id="9" max="16383" man="1"/><brk id="20" max="16383" man="1"/></rowBreaks>',
    );
  });

  it('draws each kind of chart over its cells, with what the cells hold', async () => {
    const parts = await pack();
    const drawing = await parts.text('xl/drawings/drawing1.xml');
    const kinds = ['bar', 'bar', 'bar', 'bar', 'line', 'area', 'scatter'];
    for (const [i, kind] of kinds.entries()) {
      const chart = await parts.text(`xl/charts/chart${i + 1}.xml`);
      expect(chart).toContain(`<c:${kind}Chart>`);
      expect(chart).toContain("'Leadline Funnel'!$D$5:$D$9");
      expect(chart).toContain('<c:pt idx="0"><c:v>263</c:v></c:pt>');
      expect(chart.match(/<c:ser>/g)!.length).toBe(kind === 'bar' && i === 3 ? 3 : 2);
    }
    expect(drawing).toContain(
      'name="Leadline stackedBar" descr="A stackedBar chart: 412 leads become 41 deals."',
    );
    expect(await parts.text('xl/charts/chart4.xml')).toContain(
      '<c:tx><c:v> </c:v></c:tx><c:spPr><a:noFill/>',
    );
    // What is not final is an outline.
    expect(await parts.text('xl/charts/chart4.xml')).toMatch(
      /<c:v>Lost<\/c:v><\/c:tx><c:spPr><a:noFill\/><a:ln w="19050"><a:solidFill><a:srgbClr val="8A94A3"/,
    );
  });

  it('is the user’s when one of the two marks is missing', async () => {
    const owned = async (change: (parts: Package) => Promise<void>): Promise<readonly boolean[]> => {
      const parts = await pack();
      await change(parts);
      const { value } = await readWorkbookFile('r.xlsx', await parts.bytes());
      return value!.sheets.map((s) => s.owned);
    };
    const replace = (path: string, from: string | RegExp, to: string) => async (parts: Package) =>
      parts.set(path, (await parts.text(path)).replace(from, to));
    expect(await owned(replace('docProps/custom.xml', '"Leadline"', '"Other"'))).toEqual([false, false]);
    expect(await owned(replace('docProps/custom.xml', '"funnel",', ''))).toEqual([false, true]);
    expect(await owned(replace('docProps/custom.xml', '"sheets"', '!'))).toEqual([false, false]);
    expect(await owned(replace('xl/workbook.xml', '_Leadline_inputs', '_Leadline_other'))).toEqual([
      true,
      false,
    ]);
    // A sheet that was renamed in Excel, which renames it in the names too.
    expect(await owned(replace('xl/workbook.xml', /Leadline Funnel/g, 'My funnel'))).toEqual([true, true]);
  });

  it('keeps any text and any number', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...AWKWARD.slice(0, -1)),
    );
    const lone = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
    const cell = fc.oneof(text, lone, number, fc.constant('_x005F_'));
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
        const bytes = await writeWorkbook(plain(cells.map((c) => [c])));
        const { value } = await readWorkbookFile('r.xlsx', bytes);
        const { rows, top } = value!.sheets[0]!;
        expect(cells.map((_, i) => rows[i - top]?.[0] ?? '')).toEqual(cells);
      }),
      { numRuns: 60 },
    );
  });
});
