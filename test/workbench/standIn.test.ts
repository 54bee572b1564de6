import { startStandIn } from '../../workbench';

const DEALS = [
  ['Deal', 'Amount'],
  ['Alpha', 100],
  ['Beta', null],
];

describe('the stand-in behind Microsoft’s client', () => {
  it('loads, sets and answers through the client’s own load and sync rules', async () => {
    const { run } = startStandIn({ sheets: [{ name: 'Deals', rows: DEALS }] });
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('deals');
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('values, address, rowCount');
      expect(() => used.values).toThrow(/not available/);
      await context.sync();
      expect(used.values).toEqual([
        ['Deal', 'Amount'],
        ['Alpha', 100],
        ['Beta', ''],
      ]);
      expect(used.address).toBe('Deals!A1:B3');
      used.getCell(2, 1).values = [['12%']];
      const cell = sheet.getRange('B3');
      cell.load('values, numberFormat');
      await context.sync();
      expect(cell.values).toEqual([[0.12]]);
      expect(cell.numberFormat).toEqual([['0%']]);
    });
  });
});
