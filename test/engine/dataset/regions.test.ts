import { columnLetters, type Cell } from '../../../src/engine/dataset/rawTable';
import { findTables } from '../../../src/engine/dataset/regions';
import { rowsOf, sheetOf } from '../../support/rawSheets';

const HEADER = ['Deal ID', 'Stage', 'Created', 'Amount'];
const deal = (n: number): readonly Cell[] => [`D${n}`, 'Lead', 45000 + n, 1000 * n];
const deals = (n: number): readonly (readonly Cell[])[] => Array.from({ length: n }, (_, i) => deal(i + 1));
const blank: readonly Cell[] = [];

/** "A7:D20" of the data, with the header row in front: "7 A8:D20". */
function found(rows: readonly (readonly Cell[])[], more = {}): readonly string[] {
  return findTables(sheetOf('S', rows, more)).map(
    ({ headerRow, region: r }) =>
      `${headerRow + 1} ${columnLetters(r.left)}${r.top + 1}:${columnLetters(r.right)}${r.bottom + 1}`,
  );
}

describe('blocks of cells', () => {
  it('finds a table at the corner', () => expect(found([HEADER, ...deals(3)])).toEqual(['1 A2:D4']));

  it('finds a header on row 7 below titles and beside a panel', () => {
    const rows = [
      ['Sales Pipeline'],
      ['FQ', 'FY26-Q1'],
      ['Type', 'Unweighted'],
      blank,
      ['As of', '2025-07-01', 'Region', 'EMEA'],
      blank,
      ['Calendar', 'FQ', null, ...HEADER],
      ['Month', 1, null, ...deal(1)],
      [null, null, null, ...deal(2)],
    ];
    expect(found(rows)).toEqual(['7 D8:G9']);
  });

  it('keeps blank rows inside and leaves strays and what is far below outside', () => {
    const rows = [
      HEADER,
      ...deals(2),
      blank,
      blank,
      ...deals(2),
      blank,
      ['Source: CRM'],
      blank,
      [null, null, 'x'],
    ];
    expect(found(rows)).toEqual(['1 A2:D7']);
  });

  it('keeps a row that touches the table, however poor, for the reader to account for', () => {
    expect(found([HEADER, ...deals(2), ['D9']])).toEqual(['1 A2:D4']);
  });

  it('finds tables side by side, each with its own end', () => {
    const people: readonly (readonly Cell[])[] = [
      ['Name', 'Manager', 'Team', 'Start date'],
      ['Ann', 'Max', 'East', 44000],
    ];
    const rows = [HEADER, ...deals(3)].map((row, i) => [...row, null, ...(people[i] ?? [])]);
    expect(found(rows)).toEqual(['1 A2:D4', '1 F2:I2']);
  });

  it('finds stacked tables, the title between them belonging to neither', () => {
    const rows = [HEADER, ...deals(2), ['Quotas'], ['Person', 'Period', 'Quota'], ['Ann', '2024-Q1', 5]];
    expect(found(rows)).toEqual(['1 A2:D3', '5 A6:C6']);
    const apart = [...rows.slice(0, 3), blank, ...rows.slice(4)];
    expect(found(apart)).toEqual(['1 A2:D3', '5 A6:C6']);
  });

  it('takes a table with a blank column inside as one', () => {
    const rows = [HEADER, ...deals(2)].map(([a, b, ...rest]) => [a!, b!, null, ...rest]);
    expect(found(rows)).toEqual(['1 A2:E3']);
  });

  it('names a column that has values and no header', () => {
    const rows = [
      ['Deal ID', null, 'Stage', 'Created'],
      ['D1', 'x', 'Lead', 45000],
    ];
    expect(findTables(sheetOf('S', rows))[0]?.headers.map((h) => h.text)).toEqual([
      'Deal ID',
      'Column B',
      'Stage',
      'Created',
    ]);
  });

  it('passes over a first line of program text', () => {
    const rows = [
      ['ListSchema={"schemaXmlList":["<Field ID=\\"{fa5', 'Name=\\"Title\\"', 'x'],
      HEADER,
      ...deals(2),
    ];
    expect(found(rows)).toEqual(['2 A3:D4']);
  });

  it('reads headers merged over two rows', () => {
    const rows = [
      ['Deal ID', 'Stage', 'Dates', null],
      [null, null, 'Created', 'Close date'],
      ['D1', 'Won', 45000, 45010],
    ];
    const merges = [
      { top: 0, bottom: 1, left: 0, right: 0 },
      { top: 0, bottom: 1, left: 1, right: 1 },
      { top: 0, bottom: 0, left: 2, right: 3 },
    ];
    const tables = findTables(sheetOf('S', rows, { merges }));
    expect(tables).toHaveLength(1);
    expect(tables[0]?.headers.map((h) => h.text)).toEqual(['Deal ID', 'Stage', 'Created', 'Close date']);
    expect(tables[0]?.region.top).toBe(2);
  });

  it('offers the first block of a sheet whose headers say nothing', () => {
    expect(found(rowsOf('Foo | Bar\n1 | 2\n3 | 4'))).toEqual(['1 A2:B3']);
    expect(found([['just a note'], ['another']])).toEqual([]);
    expect(found([])).toEqual([]);
  });

  it('takes no glossary row for a header', () => {
    const rows = rowsOf(`Table | Field | Description
      deals | deal_stage | Sales pipeline stage
      deals | id | Unique id
      deals | owner | Name
      people | owner | Sales agent
      people | manager | Manager
      people | region | Region`);
    expect(found(rows)).toEqual(['1 A2:C7']);
  });

  it('respects where the used range of the sheet begins', () => {
    expect(found([HEADER, ...deals(2)], { top: 4, left: 2 })).toEqual(['5 C6:F7']);
  });
});

describe('totals at the foot', () => {
  it.each([
    'Total',
    'Grand Total',
    'Totals (3)',
    'Summe',
    'Gesamtergebnis',
    'Total général',
    'Totaal',
    'Suma:',
  ])('%s stays outside and is said', (text) => {
    const tables = findTables(sheetOf('S', [HEADER, ...deals(3), blank, [text, null, null, 6000]]));
    expect(tables[0]?.region.bottom).toBe(3);
    expect(tables[0]?.issues).toEqual([
      {
        code: 'totalsRow',
        severity: 'note',
        facts: { text },
        place: { source: 'Book.xlsx', sheet: 'S', row: 6 },
      },
    ]);
  });

  it('leaves a deal with a company called Total in', () => {
    const rows = [
      ['Account', 'Deal ID', 'Stage', 'Created', 'Amount'],
      ['Shell', ...deal(1)],
      ['Total', ...deal(2)],
    ];
    const tables = findTables(sheetOf('S', rows));
    expect(tables[0]?.region.bottom).toBe(2);
    expect(tables[0]?.issues).toEqual([]);
  });
});

describe('Excel tables', () => {
  const table = { name: 'Deals', top: 2, bottom: 5, left: 1, right: 4, hasHeaders: true, hasTotals: true };
  const rows = [
    blank,
    ['Pipeline', 'FY', 'Stage', 'Owner'],
    [null, ...HEADER],
    ...deals(2).map((d) => [null, ...d]),
  ];

  it('come with their own borders and without their totals', () => {
    const sheet = sheetOf('S', [...rows, [null, 'Summary', null, null, 3000]], { tables: [table] });
    const tables = findTables(sheet);
    expect(tables[0]).toMatchObject({ headerRow: 2, region: { top: 3, bottom: 4, left: 1, right: 4 } });
    expect(tables[0]?.issues).toMatchObject([{ code: 'totalsRow', facts: { text: 'Summary' } }]);
  });

  it('leave the rest of the sheet to be searched', () => {
    const beside = [null, 'Person', 'Period', 'Quota'];
    const all = rows.map((row, i) => [
      ...[...row, null, null, null, null, null].slice(0, 5),
      ...(i === 2 ? beside : i === 3 ? [null, 'Ann', '2024', 100] : []),
    ]);
    const plain = { ...table, bottom: 4, hasTotals: false };
    expect(found(all, { tables: [plain] })).toEqual(['3 B4:E5', '3 G4:I4']);
  });
});

describe('size', () => {
  it('looks at no more than a few cells of each of 1,048,576 rows', () => {
    let reads = 0;
    const row = new Proxy([...deal(1), ...Array.from({ length: 30 }, () => 'x')], {
      get: (target, key) => {
        if (key !== 'length') reads++;
        return Reflect.get(target, key) as unknown;
      },
    });
    const headers = [...HEADER, ...Array.from({ length: 30 }, (_, i) => `Field ${i}`)];
    const rows = [headers, ...Array.from({ length: 1_048_575 }, () => row)];
    expect(found(rows)).toEqual(['1 A2:AH1048576']);
    expect(reads).toBeLessThan(3 * rows.length);
  });

  it('finds the end of a table of 16,384 columns', () => {
    const wide = Array.from({ length: 16_384 - 4 }, (_, i) => `Field ${i}`);
    const rows = [[...HEADER, ...wide], ...Array.from({ length: 50 }, (_, i) => [...deal(i), ...wide])];
    expect(found(rows)).toEqual(['1 A2:XFD51']);
  });
});
