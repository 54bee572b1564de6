import { startStandIn } from '../../../workbench';
import { settle } from '../../../workbench/store/calculate';

const DEALS = [
  ['Deal', 'Amount', 'Won'],
  ['Alpha', 100, 1],
  ['Beta', 50, 0],
];
const start = () => startStandIn({ sheets: [{ name: 'Deals', rows: DEALS }] });
type Host = ReturnType<typeof start>;

/** Sets formulas or values, then reads one cell in the same batch. */
const after = (host: Host, writes: Readonly<Record<string, unknown>>, read: string): Promise<unknown> =>
  host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Deals');
    for (const [address, value] of Object.entries(writes)) sheet.getRange(address).values = [[value]];
    const range = sheet.getRange(read);
    range.load('values');
    await context.sync();
    return range.values[0]?.[0];
  });

describe('formulas', () => {
  it('have their value in the batch that writes them, and follow what they read', async () => {
    const host = start();
    expect(await after(host, { E1: '=SUM(B2:B3)/3' }, 'E1')).toBe(50);
    expect(await after(host, { B3: 80 }, 'E1')).toBe(60);
    expect(await after(host, { E2: '=E1*2' }, 'E2')).toBe(120);
    expect(await after(host, { B2: '' }, 'E2')).toBeCloseTo((80 / 3) * 2, 12);
    host.personTypes('Deals', 'B2', '220');
    expect(await after(host, {}, 'E2')).toBe(200);
  });

  it('keep fifteen digits, texts, truths and errors apart', async () => {
    const host = start();
    expect(await after(host, { E1: '=1/3' }, 'E1')).toBeCloseTo(1 / 3, 14);
    expect(await after(host, { E1: '=1E-9/7' }, 'E1')).toBeCloseTo(1e-9 / 7, 23);
    expect(await after(host, { E1: '="12"' }, 'E1')).toBe('12');
    expect(await after(host, { E1: '=1=1' }, 'E1')).toBe(true);
    expect(await after(host, { E1: '=1/0' }, 'E1')).toBe('#DIV/0!');
    expect(await after(host, { E1: '=IF(B9="","",1)' }, 'E1')).toBe('');
    expect(await after(host, { E1: '=NOSUCH(1)' }, 'E1')).toBe('#NAME?');
  });

  it('read tables by their columns, names, other sheets, and whole columns', async () => {
    const host = start();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Deals');
      sheet.tables.add('A1:C3', true).name = 'Deals_table';
      context.workbook.names.add('amount_of_alpha', sheet.getRange('B2'));
      context.workbook.worksheets.add('My Notes').getRange('A1').values = [[7]];
      await context.sync();
    });
    expect(await after(host, { E1: '=SUM(Deals_table[Amount])' }, 'E1')).toBe(150);
    expect(await after(host, { E1: '=COUNTA(Deals_table[#Headers])' }, 'E1')).toBe(3);
    expect(await after(host, { C3: '=[@Amount]*2' }, 'C3')).toBe(100);
    expect(await after(host, { E1: '=amount_of_alpha+1' }, 'E1')).toBe(101);
    expect(await after(host, { E1: "='My Notes'!A1*2" }, 'E1')).toBe(14);
    expect(await after(host, { E1: '=SUM(B:B)' }, 'E1')).toBe(150);
    expect(await after(host, { B9: 50 }, 'E1')).toBe(200);
  });

  it('stay right when rows come and a sheet is renamed', async () => {
    const host = start();
    await after(host, { E1: '=SUM(B2:B3)' }, 'E1');
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Deals');
      sheet.getRange('2:2').insert('Down');
      sheet.name = 'Renamed';
      await context.sync();
      const range = sheet.getRange('E1');
      range.load('values, formulas');
      await context.sync();
      expect([range.values, range.formulas]).toEqual([[[150]], [['=SUM(B3:B4)']]]);
    });
  });

  it('cost nothing where a formula reads little of a large sheet', () => {
    const host = startStandIn({
      sheets: [{ name: 'Deals', rows: Array.from({ length: 200_000 }, (_, i) => [i, 'x', i * 2]) }],
    });
    host.personTypes('Deals', 'E1', '=SUM(A1:A10)');
    const began = performance.now();
    settle(host.store);
    expect(host.store.sheets[0]?.rows[0]?.[4]).toEqual({ formula: '=SUM(A1:A10)', value: 45 });
    // Handing the sheet over whole takes seconds.
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
