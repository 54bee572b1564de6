import { codesOf, expectAccounted, only, readTables } from '../../../support/read';
import { medianOfPositive } from '../../../../src/engine/dataset/checks/median';
import type { Cell } from '../../../../src/engine/dataset/rawTable';

const HEADER = ['id', 'status', 'created', 'closed', 'amount'];
const read = (rows: readonly (readonly Cell[])[], header = HEADER, more = {}) =>
  readTables([{ role: 'opportunities', rows: [header, ...rows], more }]);
const fine = (id: string, amount: Cell = 100): readonly Cell[] => [id, 'Open', '2025-01-01', null, amount];

it('names source, sheet, row and column as Excel shows them, wherever the table stands', () => {
  const { issues } = read([fine('1'), ['2', 'Won', '2025-01-09', '2025-01-02', 5]], HEADER, {
    top: 6,
    left: 25,
  });
  expect(only(issues, 'closedBeforeCreated')).toEqual({
    code: 'closedBeforeCreated',
    severity: 'warning',
    facts: { id: '2', created: '2025-01-09', closed: '2025-01-02' },
    place: { source: 'Book.xlsx', sheet: 'opportunities', row: 9, column: 'AC' },
  });
});

it('a deal closed on the day it was created is fine, even with a time on one date only', () => {
  expect(codesOf(read([['1', 'Won', '2025-01-09 15:00', '2025-01-09', 5]]).issues)).toEqual([]);
});

it('keeps the first row of an id, and leaves out the others and those without one', () => {
  const { dataset, issues } = read([
    fine('1', 7),
    fine(' 1', 8),
    [1, 'Won', '2025-01-01', '2025-01-02', 9],
    fine(''),
  ]);
  expect([...dataset!.opportunities!.amount]).toEqual([700]);
  expect(issues.map(({ code, place }) => `${code} ${place?.column}${place?.row}`)).toEqual([
    'missingId A5',
    'duplicateId A3',
    'duplicateId A4',
  ]);
  expect(issues[1]?.facts).toEqual({ id: '1', firstRow: 2 });
  expectAccounted(dataset!.inputs, issues);
});

it('two deals of one name are two deals, doubtful, where there are no ids', () => {
  const { dataset, issues } = read([fine('Acme'), fine('Acme')], ['name', ...HEADER.slice(1)]);
  expect(dataset!.opportunities!.count).toBe(2);
  expect(only(issues, 'duplicateId').excludes).toBeUndefined();
});

it('an open deal past its close date is worth knowing', () => {
  const { issues } = read([
    ['1', 'Open', '2025-01-01', '2025-01-30', 1],
    ['2', 'Open', '2025-01-01', '2025-01-31', 1],
  ]);
  expect(only(issues, 'openPastCloseDate')).toMatchObject({
    severity: 'note',
    facts: { id: '1', closeDate: '2025-01-30', expected: false },
    place: { row: 2, column: 'D' },
  });
});

it('the passed date is said to be expected where the column of expected dates gives it', () => {
  const { issues } = read(
    [
      ['1', 'Open', '2025-01-01', '2025-01-20', '2025-01-30'],
      ['2', 'Open', '2025-01-01', '2025-01-20', null],
    ],
    ['id', 'status', 'created', 'closed', 'expectedClose'],
  );
  expect(issues.map(({ facts, place }) => ({ facts, column: place?.column }))).toEqual([
    { facts: { id: '1', closeDate: '2025-01-30', expected: true }, column: 'E' },
    { facts: { id: '2', closeDate: '2025-01-20', expected: false }, column: 'D' },
  ]);
});

it('up to twenty deals past their close date are listed, more are counted, rows left out not among them', () => {
  const late = (n: number): Cell[][] =>
    Array.from({ length: n }, (_, i) => [String(i), 'Open', '2025-01-01', '2025-01-30', 1]);
  expect(codesOf(read(late(20)).issues)).toEqual(Array(20).fill('openPastCloseDate'));
  const repeated = read([fine('x'), fine('x'), ...late(21), ['0', 'Open', '2025-01-01', '2025-01-30', 1]]);
  expect(repeated.issues.filter(({ excludes }) => !excludes)).toEqual([
    {
      code: 'manyOpenPastCloseDate',
      severity: 'note',
      facts: { deals: 21, expected: false },
      place: { source: 'Book.xlsx', sheet: 'opportunities', row: 4, column: 'D' },
    },
  ]);
});

it('an amount a thousandfold away from the rest is doubted', () => {
  const rows = ['2024.99', '1500', '1800', '2200', '1,950', '2,024,994', '1'].map((amount, i) =>
    fine(String(i), amount),
  );
  const { dataset, issues } = read(rows);
  expect(issues.filter(({ code }) => code === 'amountOutlier').map(({ facts }) => facts)).toEqual([
    { id: '5', amount: '2024994.00', typical: '1950.00' },
    { id: '6', amount: '1.00', typical: '1950.00' },
  ]);
  expect(dataset!.inputs[0]!.excluded).toBe(0);
});

it('an amount that cannot be read is missing, an error is said to be one', () => {
  const { dataset, issues } = read([
    fine('1', 'a lot'),
    fine('2', '#N/A'),
    fine('3', 'n/a'),
    fine('4', null),
  ]);
  expect([...dataset!.opportunities!.amount]).toEqual([NaN, NaN, NaN, NaN]);
  expect(issues.map(({ code, place }) => `${code} ${place?.column}${place?.row}`)).toEqual([
    'unparsableAmount E2',
    'errorValue E3',
  ]);
});

it('several currencies are said, by their column or else by the amounts', () => {
  const byColumn = read(
    [
      [...fine('1'), 'EUR'],
      [...fine('2'), 'usd'],
    ],
    [...HEADER, 'currency'],
  );
  expect(only(byColumn.issues, 'mixedCurrencies')).toMatchObject({ facts: { currencies: ['EUR', 'USD'] } });
  const bySymbol = read([fine('1', '€5'), fine('2', '$5')]);
  expect(only(bySymbol.issues, 'mixedCurrencies')).toMatchObject({
    facts: { currencies: ['EUR', 'USD'] },
    place: { sheet: 'opportunities', column: 'E' },
  });
  expect(codesOf(read([fine('1', '€5'), fine('2', '5')]).issues)).toEqual([]);
});

it('a date too long to repeat is shortened', () => {
  const { issues } = read([['1', 'Open', 'x'.repeat(32767), null, 1]]);
  expect(JSON.stringify(only(issues, 'unparsableDate').facts).length).toBeLessThan(150);
  expect(codesOf(issues)).toEqual(['missingCreated', 'unparsableDate']);
});

it('more issues than a call can have arguments are no exception', () => {
  const { issues } = read(Array.from({ length: 150_000 }, (_, i) => [`D${i}`, 'Won', '2025-01-09', null, 1]));
  expect(issues).toHaveLength(150_000);
});

it('finds the median as sorting does', () => {
  for (const n of [1, 2, 7, 100, 1001]) {
    const values = Float64Array.from({ length: n }, (_, i) => ((i * 7919) % 1009) * 100 - 300);
    const positive = values.filter((v) => v > 0).sort();
    expect(medianOfPositive(values)).toBe(positive[(positive.length - 1) >> 1] ?? NaN);
  }
  expect(medianOfPositive(Float64Array.of(NaN, -1, 0))).toBeNaN();
});

it('lists unreadable cells row by row, however the tables are cut', () => {
  const { issues } = read([
    ['1', 'Open', null, 'soon', 1],
    ['2', 'Open', '#N/A', null, 'much'],
  ]);
  const cells = issues
    .filter(({ code }) => code !== 'missingCreated')
    .map(({ code, place }) => `${code} ${place?.row}`);
  expect(cells).toEqual(['unparsableDate 2', 'errorValue 3', 'unparsableAmount 3']);
});
