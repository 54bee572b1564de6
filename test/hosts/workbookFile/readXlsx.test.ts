import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx as readWithHucre } from 'hucre/xlsx';
import type { RawSheet } from '../../../src/engine/dataset/rawTable';
import { readWorkbookFile } from '../../../src/hosts/workbookFile';
import { workbookParts, zipOf } from '../../support/zipOf';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function sheetsOf(parts: Readonly<Record<string, string>>): Promise<readonly RawSheet[]> {
  const { value, issues } = await readWorkbookFile('book.xlsx', await zipOf(parts));
  expect(issues).toEqual([]);
  return value!.sheets;
}

const sheetOf = async (xml: string, extra?: Parameters<typeof workbookParts>[1]): Promise<RawSheet> =>
  (await sheetsOf(workbookParts({ Deals: xml }, extra)))[0]!;

describe('a sheet of a workbook', () => {
  it('gives every kind of cell', async () => {
    const sheet = await sheetOf(
      `<sheetData><row r="1">
        <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>-1.5E-3</v></c><c r="D1" t="b"><v>1</v></c>
        <c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><f>A1&amp;"x"</f><v>a&lt;b</v></c><c r="G1"><f>1+1</f><v>2</v></c>
        <c r="H1" t="inlineStr"><is><t xml:space="preserve"> in </t></is></c><c r="I1" t="inlineStr"><is><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r></is></c>
        <c r="J1" s="1"/><c r="K1" t="str"><f>""</f><v></v></c><c r="L1" t='n'><v>45000.25</v></c><c r="M1" t="d"><v>2023-03-15</v></c><c r="N1" t="s"><v>2</v></c>
      </row></sheetData>`,
      {
        parts: {
          'xl/sharedStrings.xml':
            '<sst><si><t>__proto__</t></si><si><r><t>two</t></r><r><rPr><i/></rPr><t xml:space="preserve"> runs</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>a_x000D_&#10;&#x1F600;_x005F_x0041_</t></si></sst>',
        },
      },
    );
    expect(sheet.rows).toEqual([
      [
        '__proto__',
        'two runs',
        -0.0015,
        true,
        '#N/A',
        'a<b',
        2,
        ' in ',
        'rich',
        null,
        null,
        45000.25,
        '2023-03-15',
        'a\r\n😀_x0041_',
      ],
    ]);
  });

  it('says which formulas have no result in the file', async () => {
    const { value, issues } = await readWorkbookFile(
      'book.xlsx',
      await zipOf(
        workbookParts({
          Deals: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>
            <row r="3"><c r="B3"><f>HYPERLINK("x","Deal 1")</f><v></v></c><c r="C3"><f>1+1</f></c><c r="D3"><f>1+1</f><v>2</v></c></row></sheetData>`,
        }),
      ),
    );
    expect(value!.sheets).toHaveLength(1);
    expect(issues).toMatchObject([
      { code: 'formulasNotComputed', facts: { cells: 2 }, place: { sheet: 'Deals', row: 3, column: 'B' } },
    ]);
  });

  it('keeps a name of JavaScript that looks like an entity', async () => {
    const sheet = await sheetOf(
      '<sheetData><row r="1"><c r="A1" t="str"><v>&constructor; &amp; &toString;</v></c></row></sheetData>',
    );
    expect(sheet.rows).toEqual([['&constructor; & &toString;']]);
  });

  it('is trimmed to its cells, which keep their place', async () => {
    const sheet = await sheetOf(
      '<sheetData><row r="1" spans="1:3"><c r="A1" s="0"/></row><row r="3"><c r="C3"><v>1</v></c></row><row r="6"><c r="B6"><v>2</v></c><c r="E6" s="0"/></row></sheetData>',
    );
    expect(sheet).toMatchObject({ top: 2, left: 1, columnCount: 2, rows: [[null, 1], [], [], [2]] });
  });

  it('counts on where references are left out', async () => {
    const sheet = await sheetOf(
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row></sheetData>',
    );
    expect(sheet.rows).toEqual([
      [1, 2],
      [null, null, 3, 4],
    ]);
  });

  it('may be written with a prefix', async () => {
    const strings = '<x:sst xmlns:x="x"><x:si><x:t>a</x:t></x:si></x:sst>';
    const [sheet] = await sheetsOf({
      ...workbookParts({ Deals: '' }, { parts: { 'xl/sharedStrings.xml': strings } }),
      'xl/worksheets/sheet1.xml':
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col min="1" max="1"/></x:cols><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c><x:c r="C1"><x:f>1</x:f><x:v>7</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>',
    });
    expect(sheet).toMatchObject({
      rows: [['a', 'b', 7]],
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    });
  });

  it('costs nothing for a stray cell in the last corner', async () => {
    const sheet = await sheetOf(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>',
    );
    expect(sheet).toMatchObject({ top: 0, left: 0, columnCount: 16_384 });
    expect(sheet.rows).toHaveLength(1_048_576);
    expect(sheet.rows[1_048_575]![16_383]).toBe(2);
  });

  it('may have 16,384 columns', async () => {
    const cells = Array.from({ length: 16_384 }, (_, i) => `<c><v>${i}</v></c>`).join('');
    const sheet = await sheetOf(`<sheetData><row r="1">${cells}</row></sheetData>`);
    expect(sheet.columnCount).toBe(16_384);
    expect(sheet.rows[0]![16_383]).toBe(16_383);
  });

  it('tells the number formats of its columns in runs', async () => {
    const row = (r: number, style: number): string =>
      `<row r="${r}"><c r="A${r}"><v>${r}</v></c><c r="B${r}" s="${style}"><v>45000</v></c></row>`;
    const sheet = await sheetOf(
      `<sheetData><row r="4"><c r="B4" t="inlineStr"><is><t>Created</t></is></c></row>${row(5, 1)}${row(6, 1)}${row(7, 2)}${row(8, 0)}</sheetData>`,
      {
        parts: {
          'xl/styles.xml':
            '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy&quot;x&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
        },
      },
    );
    expect(sheet.formats).toEqual([
      [],
      [
        { from: 1, format: 'm/d/yyyy' },
        { from: 3, format: 'dd\\.mm\\.yyyy"x"' },
        { from: 4, format: 'General' },
      ],
    ]);
  });

  it('tells the date system, hidden sheets and sheets without rows', async () => {
    const parts = workbookParts(
      { A: '<sheetData/>', B: '<sheetData/>', Chart: '<sheetData/>' },
      { workbook: '<workbookPr date1904="true"/>' },
    );
    const sheets = await sheetsOf({
      ...parts,
      'xl/workbook.xml': parts['xl/workbook.xml']!.replace('name="B"', 'name="B" state="veryHidden"'),
      'xl/_rels/workbook.xml.rels': parts['xl/_rels/workbook.xml.rels']!.replace(
        'worksheet" Target="worksheets/sheet3.xml"',
        'chartsheet" Target="worksheets/sheet3.xml"',
      ),
    });
    expect(sheets.map((s) => [s.sheet, s.hidden, s.date1904])).toEqual([
      ['A', false, true],
      ['B', true, true],
    ]);
  });

  it('tells tables, merges and rows that a filter hides, not those hidden by hand', async () => {
    const rows = [1, 2, 3, 4, 5]
      .map(
        (r) => `<row r="${r}"${r === 3 || r === 5 ? ' hidden="1"' : ''}><c r="A${r}"><v>${r}</v></c></row>`,
      )
      .join('');
    const table = (filter: string): Readonly<Record<string, string>> => ({
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/table" Target="../tables/table1.xml"/></Relationships>`,
      'xl/tables/table1.xml': `<table displayName="Deals" ref="A1:A4" totalsRowCount="1"><autoFilter ref="A1:A3">${filter}</autoFilter></table>`,
    });
    const xml = `<sheetData>${rows}</sheetData><mergeCells><mergeCell ref="B1:C2"/></mergeCells>`;
    const column = '<filterColumn colId="0"><filters><filter val="2"/></filters></filterColumn>';
    const filtered = await sheetOf(xml, { parts: table(column) });
    expect(filtered).toMatchObject({
      filteredRows: 1,
      merges: [{ top: 0, left: 1, bottom: 1, right: 2 }],
      tables: [{ name: 'Deals', hasHeaders: true, hasTotals: true, top: 0, left: 0, bottom: 3, right: 0 }],
    });
    expect((await sheetOf(xml, { parts: table('') })).filteredRows).toBe(0);
    const whole = await sheetOf(
      `<sheetData>${rows}</sheetData><autoFilter ref="A1:A5">${column}</autoFilter>`,
    );
    expect(whole.filteredRows).toBe(2);
  });
});

describe('the cells of real workbooks', () => {
  const LAYOUTS = join(__dirname, '../../data/layouts');
  it.each(['funneler_Sales_Funnel_Standalone.xlsx', 'funneler_Funnel_Auto_deployed.xlsx'])(
    'are those that hucre reads from %s',
    async (name) => {
      const bytes = new Uint8Array(readFileSync(join(LAYOUTS, name)));
      const { value } = await readWorkbookFile(name, bytes);
      const other = await readWithHucre(bytes);
      let compared = 0;
      expect(value!.sheets.map((s) => s.sheet)).toEqual(other.sheets.map((s) => s.name));
      for (const [i, sheet] of other.sheets.entries()) {
        const ours = value!.sheets[i]!;
        sheet.rows.forEach((row, r) =>
          row.forEach((theirs, c) => {
            const cell = ours.rows[r - ours.top]?.[c - ours.left] ?? null;
            if (theirs instanceof Date)
              expect((Number(cell) - 25569) * 86_400_000).toBeCloseTo(theirs.getTime(), -1);
            else if (typeof theirs === 'string' && theirs !== '')
              expect(String(cell).replaceAll('\r\n', '\n')).toBe(theirs.replaceAll('\r\n', '\n'));
            else expect(cell).toBe(theirs === '' ? null : theirs);
            if (theirs !== null) compared++;
          }),
        );
      }
      expect(compared).toBeGreaterThan(800);
    },
  );
});
