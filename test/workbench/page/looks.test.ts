import { shownColor, shownMark } from '../../../workbench/page/ui/colors';
import { contentOf, editText } from '../../../workbench/page/ui/cellContent';
import { looksOf } from '../../../workbench/page/ui/looks';
import { choicesAt, promptAt, refusalOf } from '../../../workbench/page/ui/validation';
import { CELLS } from '../../../src/engine/report/palette';
import { startStandIn } from '../../../workbench';
import { sheetOf } from '../../support/standInSheets';

const start = async () => {
  const host = startStandIn({
    sheets: [
      {
        name: 'S',
        rows: [
          ['Kind', 'Rate', 'Day'],
          ['Open', 0.25, 45292],
          ['Won', 123456789, 'x'],
        ],
      },
    ],
  });
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('S');
    const body = sheet.getRange('A2:B3');
    body.format.fill.color = '#FFF9DB';
    body.format.borders.getItem('EdgeBottom').style = 'Continuous';
    body.format.borders.getItem('EdgeBottom').color = '#D5DCE6';
    sheet.getRange('B2:B3').numberFormat = [['0.0%'], ['#,##0.00']];
    sheet.getRange('C2').numberFormat = [['yyyy-mm-dd']];
    sheet.getRange('A2').dataValidation.rule = { list: { inCellDropDown: true, source: 'Open,Won,Lost' } };
    sheet.getRange('B2').dataValidation.rule = {
      decimal: { formula1: 0, formula2: 1, operator: 'Between' },
    };
    sheet.getRange('B2').dataValidation.prompt = { title: 'How', message: 'It is.', showPrompt: true };
    sheet.tables.add('A1:C3', true).style = 'TableStyleMedium2';
    await context.sync();
  });
  return { book: host.store, sheet: sheetOf(host, 'S') };
};
const ALL = { row: 0, column: 0, rows: 3, columns: 3 };

describe('what a cell shows', () => {
  it('is its value by its format, as wide as there is room', async () => {
    const { book, sheet } = await start();
    const look = looksOf(sheet, ALL);
    const show = (row: number, column: number, width = 100) =>
      contentOf(book, sheet, row, column, look(row, column), width).text;
    // No canvas here: a character is 0.62 of its size wide.
    Object.assign(globalThis, { document: { createElement: () => ({ getContext: () => null }) } });
    expect([show(1, 0), show(1, 1), show(1, 2)]).toEqual(['Open', '25.0%', '2024-01-01']);
    expect(show(2, 1, 200)).toBe('123,456,789.00');
    expect(show(2, 1, 40)).toMatch(/^#+$/);
  });
  it('has the border on the edge of the range that was given one, and the table’s header', async () => {
    const { sheet } = await start();
    const look = looksOf(sheet, ALL);
    expect([look(1, 0).bottom, look(2, 0).bottom]).toEqual([expect.not.stringMatching('#D5DCE6'), '#D5DCE6']);
    expect(look(1, 0).fill).toBe('#FFF9DB');
    expect(look(0, 0)).toMatchObject({ bold: true, color: '#FFFFFF' });
  });
  it('is edited as a person would type it', async () => {
    const { book, sheet } = await start();
    expect([editText(book, sheet, 1, 1), editText(book, sheet, 1, 2), editText(book, sheet, 1, 0)]).toEqual([
      '25%',
      '2024-01-01',
      'Open',
    ]);
  });
  it('keeps to its rule', async () => {
    const { book, sheet } = await start();
    expect(choicesAt(book, sheet, 1, 0)).toEqual(['Open', 'Won', 'Lost']);
    expect(promptAt(sheet, 1, 1)).toEqual({ title: 'How', message: 'It is.' });
    expect(refusalOf(book, sheet, 1, 0, 'lost')).toBeNull();
    expect(refusalOf(book, sheet, 1, 0, 'Maybe')).toMatch(/one of: Open, Won, Lost/);
    expect([refusalOf(book, sheet, 1, 1, '40%'), refusalOf(book, sheet, 1, 1, '=1/2')]).toEqual([null, null]);
    expect(refusalOf(book, sheet, 1, 1, '140%')).toMatch(/from 0 to 1/);
  });
});

/** Relative luminance and contrast (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const light = (hex: string): number => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5].map((i) => {
      const c = parseInt(hex.slice(i, i + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

describe('dark paper', () => {
  const dark = (color: string) => shownColor(color, 'dark');
  it('leaves light as it is', () => expect(shownColor('#14315C', 'light')).toBe('#14315C'));
  it.each([
    ['text', 'FFFFFF'],
    ['muted', 'FFFFFF'],
    ['title', 'FFFFFF'],
    ['link', 'FFFFFF'],
    ['warning', CELLS.warningFill.slice(1)],
    ['inputText', CELLS.inputFill.slice(1)],
    ['headerText', CELLS.headerFill.slice(1)],
    ['text', CELLS.cardFill.slice(1)],
  ] as const)('keeps %s legible on #%s', (text, ground) =>
    expect(contrast(dark(CELLS[text]), dark(`#${ground}`))).toBeGreaterThanOrEqual(4.5),
  );
  it('keeps marks apart from it', () => {
    for (const mark of ['#1F5FA8', '#D55E00', '#00806A', '#AA3377', '#8C6D00', '#4C4C4C'])
      expect(contrast(shownMark(mark, 'dark'), '#212121')).toBeGreaterThanOrEqual(3);
  });
});
