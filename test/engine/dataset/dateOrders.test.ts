import { codesOf, only, readTables } from '../../support/read';

const read = (created: string, expectedClose: string, dateOrders = {}) =>
  readTables([
    {
      role: 'opportunities',
      rows: [
        ['id', 'stage', 'created', 'expectedClose'],
        ['1', 'Demo', created, expectedClose],
      ],
      dateOrders,
    },
  ]);
const ORDERS = ['dateOrderAmbiguous', 'dateOrderFromOtherColumn', 'dateOrdersDiffer'];
const said = ({ issues }: ReturnType<typeof read>) => codesOf(issues).filter((code) => ORDERS.includes(code));

it('an order of day and month taken from another column is said', () => {
  expect(only(read('12/31/2024', '03/04/2025').issues, 'dateOrderFromOtherColumn')).toEqual({
    code: 'dateOrderFromOtherColumn',
    severity: 'note',
    facts: { header: 'expectedClose', example: '03/04/2025', order: 'mdy', other: 'created' },
    place: { source: 'Book.xlsx', sheet: 'opportunities', row: 1, column: 'D' },
  });
});

it('two columns of one table that disagree are a warning', () => {
  expect(only(read('12/31/2024', '25/04/2025').issues, 'dateOrdersDiffer')).toMatchObject({
    severity: 'warning',
    facts: { header: 'created', order: 'mdy', other: 'expectedClose', otherOrder: 'dmy' },
    place: { row: 1, column: 'D' },
  });
});

it('nothing is said where all columns tell, or a person has', () => {
  expect(said(read('12/31/2024', '04/25/2025'))).toEqual([]);
  expect(said(read('12/31/2024', '25/04/2025', { expectedClose: 'dmy' }))).toEqual([]);
  expect(said(read('12/31/2024', '03/04/2025', { expectedClose: 'mdy' }))).toEqual([]);
});
