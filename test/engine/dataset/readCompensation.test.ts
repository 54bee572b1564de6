import { asDay, isoOf } from '../../../src/engine/core/day';
import { recognise } from '../../../src/engine/dataset/recognise';
import { wordIssue } from '../../../src/engine/report/wording';
import { sheetOf } from '../../support/rawSheets';
import { expectAccounted, readTables } from '../../support/read';

const days = (serials: Float64Array): readonly string[] =>
  [...serials].map((serial) => (serial === serial ? isoOf(asDay(serial)) : ''));

test('orders: what credits nothing or comes later is left out, and said', () => {
  const { dataset, issues } = readTables(
    [
      {
        role: 'bookings',
        rows: [
          ['id', 'person', 'date', 'amount', 'margin', 'quantity', 'type', 'cancelled'],
          [1, 'Ann', '2026-01-05', 100.5, 40, 3, 'New', '2026-02-01'],
          [2, 'Bob', '2026-01-06', -20, null, null, 'Return', null],
          [3, 'Bob', '2026-01-06', null, null, 2, null, null],
          [4, null, '2026-01-06', 5, null, null, null, null],
          [5, 'Bob', 'soon', 5, null, null, null, null],
          [6, 'Bob', '2026-01-06', null, null, null, null, null],
          [7, 'Bob', '2026-09-06', 5, null, null, null, null],
        ],
      },
    ],
    { asOf: '2026-06-30' },
  );
  const { bookings } = dataset!;
  expect([...bookings!.amount]).toEqual([10050, -2000, NaN]);
  expect([...bookings!.numbers.margin!]).toEqual([4000, NaN, NaN]);
  expect([...bookings!.numbers.quantity!]).toEqual([3, NaN, 2]);
  expect(days(bookings!.numbers.cancelled!)).toEqual(['2026-02-01', '', '']);
  expect(bookings!.person).toEqual({ labels: ['Ann', 'Bob'], codes: Int32Array.of(0, 1, 1) });
  expect(issues.map((found) => `${found.place?.row} ${wordIssue(found)}`)).toEqual([
    '5 The row names no person. The row was left out.',
    '6 Order “5” has no date that can be read, so that it belongs to no period. The row was left out.',
    '7 Order “6” has neither an amount nor a quantity, so that it credits nothing. The row was left out.',
    '8 Order “7” is of 2026-09-06, after the as-of day 2026-06-30. The row was left out.',
    '3 Deal “2” of “Bob” is a negative booking of -20. It lowers the credit of its period; commission already paid comes back only in plans that pay year to date or claw back.',
  ]);
  expectAccounted(dataset!.inputs, issues);
});

test('splits: 60, 60% and 0.6 are the same', () => {
  const { dataset, issues } = readTables(
    [
      {
        role: 'bookings',
        rows: [
          ['person', 'date', 'amount'],
          ['Ann', '2026-01-05', 1],
        ],
      },
      {
        role: 'splits',
        rows: [
          ['deal', 'person', 'share'],
          ['A', 'Ann', 60],
          ['A', 'Bob', 41],
          [null, 'Bob', 50],
          ['B', 'Bob', 'half'],
          ['B', 'Bob', -5],
        ],
      },
    ],
    { asOf: '2026-03-01' },
  );
  expect([...dataset!.splits!.share]).toEqual([0.6, 0.41]);
  expect(issues.filter(({ excludes }) => excludes).map(({ code }) => code)).toEqual([
    'splitIncomplete',
    'splitIncomplete',
    'splitIncomplete',
  ]);
  expectAccounted(dataset!.inputs, issues);
});

test('shares: what says per cent is taken at its word, and each table has a habit of its own', () => {
  const splits = (sheet: string, shares: readonly (string | number)[], format = 'General') => ({
    role: 'splits' as const,
    sheet,
    rows: [['deal', 'person', 'share'], ...shares.map((share, i) => [`${sheet}${i}`, 'Ann', share])],
    more: { formats: [[], [], [{ from: 0, format }]] },
  });
  const { dataset } = readTables([
    splits('Typed', [60, '40%', 0.5]),
    splits('Shares', [0.6, 0.4]),
    splits('Formatted', [0.6, 6], '0%'),
  ]);
  expect([...dataset!.splits!.share]).toEqual([0.6, 0.4, 0.005, 0.6, 0.4, 0.6, 6]);
});

test('a period that is a date counts from 1904 where its workbook does', () => {
  const { dataset } = readTables(
    [
      {
        role: 'quotas',
        rows: [
          ['person', 'period', 'amount'],
          ['Ann', 44561, 100],
          ['Ann', 44592, 100],
        ],
        more: { date1904: true },
      },
      {
        role: 'results',
        rows: [
          ['period', 'value'],
          [44561, 5],
        ],
        more: { date1904: true },
      },
    ],
    { asOf: '2026-03-01' },
  );
  expect(days(dataset!.quotas!.start)).toEqual(['2026-01-01', '2026-02-01']);
  expect(days(dataset!.results!.start)).toEqual(['2026-01-01']);
});

test('attainments typed by hand', () => {
  const { dataset, issues } = readTables([
    {
      role: 'attainments',
      rows: [
        ['person', 'period', 'measure', 'attainment', 'credited'],
        ['Ann', '2026-Q1', 'Satisfaction', '85%', null],
        ['Ann', '2026-Q1', 'Revenue', null, 1200.5],
        ['Ann', 'later', 'Revenue', 1, null],
        ['Ann', '2026-Q2', 'Revenue', null, null],
      ],
    },
  ]);
  const { attainments } = dataset!;
  expect([...attainments!.attainment]).toEqual([0.85, NaN]);
  expect([...attainments!.credited]).toEqual([NaN, 120050]);
  expect(days(attainments!.end)).toEqual(['2026-03-31', '2026-03-31']);
  expect(issues.map(({ code }) => code)).toEqual(['attainmentIncomplete', 'attainmentIncomplete']);
  expectAccounted(dataset!.inputs, issues);
});

test('the three tables of a plan, typed on one sheet or on three, are recognised by their headers', () => {
  const { value, issues } = recognise(
    [
      sheetOf('Orders', [
        ['Order ID', 'Sales rep', 'Order date', 'Order amount'],
        [1, 'Ann', 46000, 5],
      ]),
      sheetOf('Our plan', [
        ['Plan', 'Component', 'Kind', 'Credit', 'Period', 'Bands of'],
        ['AE', 'Sales', 'Tiers', 'Revenue', 'Quarter', 'Attainment'],
        [],
        ['Plan', 'Component', 'From', 'To', 'Rate', 'Unit', 'Pays'],
        ['AE', 'Sales', 0, 1, 0.05, '% of credit', null],
        ['AE', 'Sales', 1, null, 0.08, '% of credit', null],
        [],
        ['Plan', 'Component', 'Modifier', 'Measure', 'From', 'To', 'Value', 'Unit', 'How'],
        ['AE', 'Sales', 'Cap', null, 10000, null, null, 'amount', 'per period'],
      ]),
    ],
    undefined,
  );
  expect(issues).toEqual([]);
  expect(value?.map(({ mapping, used }) => [mapping.role, used])).toEqual([
    ['bookings', true],
    ['planComponents', true],
    ['planTiers', true],
    ['planModifiers', true],
  ]);
});
