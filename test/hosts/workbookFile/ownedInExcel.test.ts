import { addToWorkbook, readWorkbookFile } from '../../../src/hosts/workbookFile';
import { openPackage } from '../../../src/hosts/workbookFile/package';
import { everyPlacement } from '../../support/everyPlacement';
import { workbookParts, zipOf } from '../../support/zipOf';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const UID = '{00000000-0001-0000-0100-000000000000}';

/** A workbook as Excel saves it after the add-in wrote the sheet `funnel`: settings and a custom property. */
function savedByExcel(register: unknown, sheet = 'funnel'): Readonly<Record<string, string>> {
  const cells = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const parts = workbookParts({ Deals: cells, 'Leadline Funnel': cells });
  const value = JSON.stringify(JSON.stringify(register)).replaceAll('"', '&quot;');
  return {
    ...parts,
    'xl/worksheets/sheet2.xml': parts['xl/worksheets/sheet2.xml']!.replace(
      '<worksheet',
      `<worksheet xr:uid="${UID}"`,
    ).replace(
      '</worksheet>',
      '<customProperties><customPr name="LeadlineSheet" r:id="rId1"/></customProperties></worksheet>',
    ),
    'xl/worksheets/_rels/sheet2.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/customProperty" Target="../customProperty1.bin"/></Relationships>`,
    'xl/customProperty1.bin': [...sheet].map((letter) => `${letter}\0`).join(''),
    'xl/webextensions/webextension1.xml': `<we:webextension xmlns:we="w"><we:properties><we:property name="Leadline.sheets" value="${value}"/></we:properties></we:webextension>`,
  };
}

const REGISTER = { [UID]: { sheet: 'funnel', areas: [], tables: [], charts: [] } };

const ownedIn = async (parts: Readonly<Record<string, string>>): Promise<readonly boolean[]> =>
  (await readWorkbookFile('b.xlsx', await zipOf(parts))).value!.sheets.map((s) => s.owned);

describe('a sheet that the add-in made in Excel', () => {
  it('is Leadline’s when its property and the register agree', async () => {
    expect(await ownedIn(savedByExcel(REGISTER))).toEqual([false, true]);
  });

  it('is the user’s when they do not', async () => {
    expect(await ownedIn(savedByExcel({}))).toEqual([false, false]);
    expect(await ownedIn(savedByExcel({ '{other}': { sheet: 'funnel' } }))).toEqual([false, false]);
    expect(await ownedIn(savedByExcel(REGISTER, 'summary'))).toEqual([false, false]);
    const { 'xl/webextensions/webextension1.xml': _, ...unregistered } = savedByExcel(REGISTER);
    expect(await ownedIn(unregistered)).toEqual([false, false]);
  });

  it('makes way for the same sheet written to a file', async () => {
    const { value } = await addToWorkbook('b.xlsx', await zipOf(savedByExcel(REGISTER)), everyPlacement());
    const sheets = (await readWorkbookFile('b.xlsx', value!)).value!.sheets;
    expect(sheets.map((s) => [s.sheet, s.owned])).toEqual([
      ['Deals', false],
      ['Leadline Funnel', true],
      ['Leadline Inputs', true],
    ]);
    expect(openPackage(value!).has('xl/customProperty1.bin')).toBe(false);
  });
});
