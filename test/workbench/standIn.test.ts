import { startStandIn } from '../../workbench';
import { typed } from '../../workbench/store/typing';
import { fromR1C1, shiftFormula, toR1C1 } from '../../workbench/store/formulas';
import { cellOf, sheetOf } from '../support/standInSheets';

const DEALS = [
  ['Deal', 'Amount'],
  ['Alpha', 100],
  ['Beta', null],
];
const start = () => startStandIn({ sheets: [{ name: 'Deals', rows: DEALS }] });
type Work = (sheet: Excel.Worksheet, context: Excel.RequestContext) => void;
const onDeals = (host: ReturnType<typeof start>, work: Work) =>
  host.run(async (context) => {
    work(context.workbook.worksheets.getItem('Deals'), context);
    await context.sync();
  });
/** The code of the error that Excel answers with. */
const refused = (host: ReturnType<typeof start>, work: Work): Promise<unknown> =>
  onDeals(host, work).then(
    () => 'nothing',
    (error: { code: string }) => error.code,
  );

describe('the stand-in behind Microsoft’s client', () => {
  it('loads and answers by the client’s own rules', async () => {
    const host = start();
    await host.run(async (context) => {
      const used = context.workbook.worksheets.getItem('deals').getUsedRangeOrNullObject(true);
      used.load('values, address, rowCount');
      expect(() => used.values).toThrow(/not available/);
      await context.sync();
      expect(used.values).toEqual([
        ['Deal', 'Amount'],
        ['Alpha', 100],
        ['Beta', ''],
      ]);
      expect(used.address).toBe('Deals!A1:B3');
      expect(() => used.columnCount).toThrow(/not available/);
    });
  });

  it('keeps ranges between syncs, and gives null objects for what is not there', async () => {
    const host = start();
    await host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Deals').getRange('B2');
      const none = context.workbook.worksheets.getItemOrNullObject('None');
      const below = none.getRange('A1');
      below.load('values');
      await context.sync();
      expect([none.isNullObject, below.isNullObject]).toEqual([true, true]);
      range.values = [[7]];
      await context.sync();
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[7]]);
    });
  });

  it('sets large ranges, which the client sends in parts', async () => {
    const host = start();
    const values = Array.from({ length: 4_000 }, (_, r) => [r, `t${r}a`]);
    await onDeals(host, (sheet) => void (sheet.getRange('D1:E4000').values = values));
    expect(sheetOf(host, 'Deals').rows[3_999]?.slice(3)).toEqual([3_999, 't3999a']);
  });

  it('types what it is given, broadcasts a single value and leaves cells for null', async () => {
    const host = start();
    await onDeals(host, (sheet) => {
      sheet.getRange('A2:B3').values = [
        ['=B2', null],
        ["'=B2", '1,200'],
      ];
      sheet.getRange('D1:D3').values = 'x' as unknown as string[][];
    });
    expect(['A2', 'B2', 'A3', 'B3', 'D3'].map((a) => cellOf(host, 'Deals', a))).toEqual([
      '=B2',
      100,
      '=B2',
      1200,
      'x',
    ]);
  });

  it('refuses what Excel refuses', async () => {
    const host = start();
    expect(await refused(host, (s) => void (s.getRange('A1:B2').values = [[1]]))).toBe('InvalidArgument');
    expect(
      await refused(host, (_s, c) => void c.workbook.worksheets.getItem('None').getRange('A1').clear()),
    ).toBe('ItemNotFound');
    for (const name of ['', 'a'.repeat(32), 'a/b', 'History', "'quoted"])
      expect(await refused(host, (s) => void (s.name = name))).toBe('InvalidArgument');
    expect(await refused(host, (_s, c) => void c.workbook.worksheets.add('DEALS'))).toBe('ItemAlreadyExists');
    await onDeals(host, (s) => void (s.tables.add('A1:B3', true).name = 'T'));
    expect(await refused(host, (s) => void s.tables.add('B3:C5', true))).toBe('InvalidArgument');
    expect(await refused(host, (s) => void (s.tables.add('E1:F3', true).name = 't'))).toBe(
      'ItemAlreadyExists',
    );
    expect(await refused(host, (s, c) => void c.workbook.names.add('A1', s.getRange('A1')))).toBe(
      'InvalidArgument',
    );
    sheetOf(host, 'Deals').protected = true;
    expect(await refused(host, (s) => void (s.getRange('A1').values = [[1]]))).toBe('AccessDenied');
    host.store.structureProtected = true;
    expect(await refused(host, (_s, c) => void c.workbook.worksheets.add('New'))).toBe('AccessDenied');
  });

  it('has Excel’s limits: 5 MB both ways, 5,000,000 cells, nothing for unbounded ranges', async () => {
    const host = startStandIn({
      sheets: [{ name: 'Deals', rows: Array.from({ length: 60_000 }, () => ['x'.repeat(100)]) }],
    });
    expect(await refused(host, (s) => void s.getRange('A1:A60000').load('values'))).toBe(
      'ResponsePayloadSizeLimitExceeded',
    );
    const large = Array.from({ length: 60_000 }, () => ['y'.repeat(100)]);
    expect(await refused(host, (s) => void (s.getRange('A1:A60000').values = large))).toBe(
      'RequestPayloadSizeLimitExceeded',
    );
    expect(cellOf(host, 'Deals', 'A1')).toBe('x'.repeat(100));
    expect(await refused(host, (s) => void s.getRange('A1:Z200000').load('values'))).toBe(
      'RangeExceedsLimit',
    );
    await host.run(async (context) => {
      const columns = context.workbook.worksheets.getItem('Deals').getRange('A:B');
      columns.load('values');
      await context.sync();
      expect(columns.values).toBeNull();
    });
  });

  it('moves formulas, tables and names with inserted rows', async () => {
    const host = start();
    await onDeals(host, (sheet, context) => {
      sheet.getRange('D1').values = [['=SUM(B2:B3)&"B2"']];
      sheet.tables.add('A1:B3', true).name = 'T';
      context.workbook.names.add('first', sheet.getRange('B2'));
    });
    await onDeals(host, (sheet) => void sheet.getRange('2:3').insert('Down'));
    expect(cellOf(host, 'Deals', 'D1')).toBe('=SUM(B4:B5)&"B2"');
    expect(sheetOf(host, 'Deals').tables[0]?.area).toEqual({ row: 0, column: 0, rows: 5, columns: 2 });
    expect(host.store.names.get('first')?.formula).toBe("='Deals'!$B$4");
  });

  it('fails by name for a member that Excel has and the stand-in has not', async () => {
    const host = start();
    const failure = await onDeals(host, (sheet) => void sheet.getRange('A1').flashFill()).catch(
      (e: unknown) => e,
    );
    expect(failure).toMatchObject({ code: 'NotBuiltInStandIn' });
    expect(String(failure)).toContain('Range.FlashFill');
    expect([...host.counters.missing]).toEqual(['Range.FlashFill']);
  });

  it('offers no more than it is told to', async () => {
    const host = startStandIn({ sheets: [{ name: 'Deals', rows: [] }], newestApi: 8 });
    expect(await refused(host, (sheet) => void sheet.customProperties.add('a', 'b'))).toBe('ApiNotFound');
  });

  it('keeps what was done before the action that failed', async () => {
    const host = start();
    await refused(host, (sheet) => {
      sheet.getRange('A2').values = [['done']];
      sheet.getRange('A1:B2').values = [[1]];
      sheet.getRange('A3').values = [['not done']];
    });
    expect([cellOf(host, 'Deals', 'A2'), cellOf(host, 'Deals', 'A3')]).toEqual(['done', 'Beta']);
  });
});

describe('typing', () => {
  it.each([
    ['12%', { value: 0.12, numberFormat: '0%' }],
    ['1,234.5', { value: 1234.5, numberFormat: '#,##0' }],
    ['(500)', { value: -500 }],
    ['$22,700.00', { value: 22700, numberFormat: '$#,##0.00' }],
    ['1e3', { value: 1000 }],
    ['007', { value: 7 }],
    ['2024-01-31', { value: 45322, numberFormat: 'm/d/yyyy' }],
    ['15 Apr 2021', { value: 44301, numberFormat: 'm/d/yyyy' }],
    ['12:00', { value: 0.5, numberFormat: 'h:mm' }],
    ['true', { value: true }],
    ['=A1', { value: null, formula: '=A1' }],
    ['+A1', { value: null, formula: '=+A1' }],
    ['-Alpha', { value: null, formula: '=-Alpha' }],
    ['@home', { value: null, formula: '=home' }],
    ["'=A1", { value: '=A1', quoted: true }],
    ['=', { value: '=' }],
    ['', { value: null }],
    ['Alpha 2', { value: 'Alpha 2' }],
    ['2024-02-31', { value: '2024-02-31' }],
  ])('%s', (text, expected) => {
    expect(typed(text, 'General')).toEqual(expected);
  });
  it('leaves text in cells that are formatted as text', () => {
    expect(typed('=A1', '@')).toEqual({ value: '=A1' });
  });
});

describe('references in formulas', () => {
  it('shift with rows, on their own sheet only, and are lost with them', () => {
    expect(shiftFormula('=A5+Other!A5&"A5"', 'S', 'S', 2, 3)).toBe('=A8+Other!A5&"A5"');
    expect(shiftFormula("='My S'!$A$5+A1", 'X', 'My S', 2, -1)).toBe("='My S'!$A$4+A1");
    expect(shiftFormula('=A3+LOG10(A1)', 'S', 'S', 2, -1)).toBe('=#REF!+LOG10(A1)');
  });
  it('read in R1C1 notation mean the same elsewhere', () => {
    expect(toR1C1('=B2*$C$1+Data!D3', 1, 2)).toBe('=RC[-1]*R1C3+Data!R[1]C[1]');
    expect(fromR1C1('=RC[-1]*R1C3+Data!R[1]C[1]', 4, 2)).toBe('=B5*$C$1+Data!D6');
    expect(fromR1C1(toR1C1('=[@Won]*SUM(A$1:B9)', 3, 3), 3, 3)).toBe('=[@Won]*SUM(A$1:B9)');
  });
});
