import { isoOf } from '../../../../../src/engine/core/day';
import { checkBook } from '../../../../../src/engine/analyses/compensation/checks/book';
import { evaluate } from '../../../../../src/engine/analyses/compensation/evaluate';
import { periodsUntil } from '../../../../../src/engine/analyses/compensation/fromData/periods';
import type { Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { wordIssue } from '../../../../../src/engine/report/wording';
import { bookOfTables } from '../../../../support/bookOfTables';
import { iso, planOf } from '../../../../support/compensation';
import type { WrittenTable } from '../../../../support/read';

const people: WrittenTable = {
  role: 'people',
  rows: [
    ['person', 'manager', 'role', 'start', 'targetVariable', 'quota'],
    ['Ann', 'Max', 'AE', null, 60_000, 1_200_000],
    ['Bob', 'Max', 'AE', '2026-05-01', 60_000, null],
    ['Max', null, 'Manager', null, 90_000, null],
    ['New', 'Max', 'AE', '2027-02-01', 60_000, null],
  ],
};
const orders = (...rows: WrittenTable['rows']): WrittenTable => ({
  role: 'bookings',
  rows: [['id', 'person', 'date', 'amount', 'type', 'currency', 'margin'], ...rows],
});
const flat = planOf({ kind: 'rate', rate: 0.1, unit: 'ofAmount', period: 'month' });
const said = (tables: readonly WrittenTable[], plans: readonly Plan[], asOf = '2026-06-30') => {
  const { book, issues } = bookOfTables(tables, plans, asOf);
  const place = (person: number) => ({ source: 'x', sheet: 'People', row: person + 2 });
  return [...issues, ...checkBook({ plans, book, rowOf: new Map(), placeOfPerson: place })].map(
    (found) =>
      `${found.severity}${found.place ? ` ${found.place.sheet} ${found.place.row}` : ''}: ${wordIssue(found)}`,
  );
};

test('periods run from the beginning of the plan year to the one of the as-of day', () => {
  const labels = (...of: Parameters<typeof periodsUntil>) => periodsUntil(...of).map(({ label }) => label);
  expect(labels(iso('2026-03-05'), 1, 1, 1)).toEqual(['2026-01', '2026-02', '2026-03']);
  expect(labels(iso('2026-03-05'), 3, 2, 1)).toEqual(['2025 Q1', '2025 Q2', '2025 Q3', '2025 Q4', '2026 Q1']);
  expect(labels(iso('2026-03-05'), 3, 1, 2)).toEqual(['Feb–Apr 2026']);
  expect(labels(iso('2026-01-05'), 12, 1, 4)).toEqual(['Apr–Mar 2026']);
  const [period] = periodsUntil(iso('2026-03-05'), 12, 1, 1);
  expect([isoOf(period!.start), isoOf(period!.end)]).toEqual(['2026-01-01', '2026-12-31']);
});

test('orders before opportunities, won ones only, and as the person says', () => {
  const deals: WrittenTable = {
    role: 'opportunities',
    rows: [
      ['id', 'owner', 'stage', 'created', 'closed', 'amount'],
      ['O1', 'Ann', 'Closed Won', '2026-01-01', '2026-02-01', 700],
      ['O2', 'Ann', 'Closed Lost', '2026-01-01', '2026-02-01', 900],
      ['O3', 'Ann', 'Proposal', '2026-01-01', null, 900],
    ],
  };
  const order = orders([1, 'Ann', '2026-02-03', 500, null, null, null]);
  const amounts = (source: 'auto' | 'opportunities') => [
    ...bookOfTables([people, deals, order], [flat], '2026-06-30', { source }).book.credits!.amount,
  ];
  expect(amounts('auto')).toEqual([50_000]);
  expect(amounts('opportunities')).toEqual([70_000]);
});

test('splits conserve every cent; 101 % and unknown deals are said', () => {
  const split: WrittenTable = {
    role: 'splits',
    rows: [
      ['deal', 'person', 'share'],
      [1, 'Ann', 1 / 3],
      [1, 'Bob', 1 / 3],
      [1, 'Max', 1 / 3],
      [2, 'Ann', 0.6],
      [2, 'Bob', 0.41],
      [9, 'Ann', 1],
    ],
  };
  const order = orders(
    [1, 'Ann', '2026-05-03', 100, null, null, null],
    [2, 'Ann', '2026-05-04', 100, null, null, null],
  );
  const { book } = bookOfTables([people, order, split], [flat], '2026-06-30');
  expect([...book.credits!.amount]).toEqual([3334, 3333, 3333, 6000, 4100]);
  expect(said([people, order, split], [flat]).filter((text) => text.includes('split'))).toEqual([
    'warning splits 5: Deal “2” is split into 101%. Credit may exceed the deal (overlays), its revenue cannot; check that this is meant.',
    'warning splits 7: A split names deal “9”, which is not there.',
  ]);
});

test('a column of costs gives the margin, a column of margins is it', () => {
  const cost = { ...orders([1, 'Ann', '2026-02-03', 150, null, null, 100]) };
  const { book } = bookOfTables([people, cost], [flat], '2026-06-30');
  expect([...book.credits!.margin!]).toEqual([10_000]);
});

test('who has no quota row has the yearly quota of the people sheet, month by month', () => {
  const quotas: WrittenTable = {
    role: 'quotas',
    rows: [
      ['person', 'period', 'amount'],
      ['Bob', '2026-Q2', 100],
    ],
  };
  const order = orders([1, 'Ann', '2026-02-03', 100, null, null, null]);
  const plan = planOf({ kind: 'rate', period: 'month' });
  const { book } = bookOfTables([people, quotas, order], [plan], '2026-06-30');
  const { lines } = evaluate(plan, book);
  const quotaOf = (person: number) =>
    lines.filter((line) => line.person === person).map(({ quota }) => quota);
  expect(quotaOf(0)).toEqual(Array(6).fill(10_000_000));
  expect(quotaOf(1)).toEqual([null, null, null, 3333, 3334, 3333]);
});

test('attainments typed by hand hold in each period that they cover', () => {
  const typed: WrittenTable = {
    role: 'attainments',
    rows: [
      ['person', 'period', 'measure', 'attainment', 'credited'],
      ['Ann', '2026-Q1', 'Sales', '85%', null],
      ['Ann', '2026-04', 'Sales', null, 900],
    ],
  };
  const plan = planOf({ kind: 'rate', basis: 'typed', period: 'month', target: 100 });
  const { book } = bookOfTables([people, typed], [plan], '2026-06-30');
  const { lines } = evaluate(plan, book);
  expect(lines.slice(0, 4).map(({ payout }) => payout)).toEqual([8500, 8500, 8500, 90]); // 900 of 100,000 in April
  expect(lines[3]!.credited).toBe(90_000);
});

test('two plans for one person, a plan for nobody, a start after the periods', () => {
  const order = orders([1, 'Ann', '2026-05-03', 100, null, null, null]);
  const second: Plan = {
    ...flat,
    name: 'AE',
    modifiers: [{ kind: 'appliesTo', measure: 'role', values: ['ae'] }],
  };
  const nobody: Plan = {
    ...flat,
    name: 'SDR',
    modifiers: [{ kind: 'appliesTo', measure: 'role', values: ['SDR'] }],
  };
  const other: Plan = { ...flat, name: 'B', modifiers: [{ kind: 'alternativeTo', measure: 'Test' }] };
  expect(said([people, order], [flat, other])).toEqual([
    'warning People 5: “New” starts on 2027-02-01, after the last period, which ends on 2026-06-30. Nothing is paid yet.',
  ]);
  const found = said([people, order], [flat, second, nobody]);
  expect(found.filter((text) => text.startsWith('blocking'))).toEqual(
    [2, 3, 5].map((row) =>
      expect.stringContaining(
        `People ${row}: “${['Ann', 'Bob', '', 'New'][row - 2]}” is paid by more than one plan in the same periods: Test and AE.`,
      ),
    ),
  );
  expect(found).toContain('warning: Plan “SDR” applies to nobody. Check its rows “Applies to”.');
});

test('a quota that is missing, a cap below target pay, a field and a rate of a currency that the data lack', () => {
  const order = orders(
    [1, 'Bob', '2026-05-03', 100, null, 'EUR', null],
    [2, 'Bob', '2026-05-03', 100, null, 'USD', null],
    [3, 'Bob', '2026-05-03', 100, null, 'USD', null],
    [4, 'Bob', '2025-05-03', 100, null, 'USD', null],
  );
  const plan = planOf({
    kind: 'rate',
    period: 'month',
    only: { segment: ['SMB'] },
    modifiers: [{ kind: 'cap', from: 1000, unit: 'fixed', how: 'period' }],
  });
  const open = planOf({ kind: 'rate', period: 'month' });
  const found = said([people, order], [plan]);
  expect(found).toContain(
    'warning: In plan “Test”, component “Sales”: the cap of 1,000 lies below the target pay of 7,500: who meets the quota is not paid in full.',
  );
  expect(found).toContain(
    'warning: In plan “Test”, component “Sales” looks at “segment”, which no credit has. Nothing is credited there.',
  );
  expect(found).toContain(
    'warning: 1 credit in “EUR” is counted as the currency of plan “Test”. Add a row “Currency” with its rate.',
  );
  expect(found).toContain('note: 1 credit lies before 2026-01-01 or after 2026-06-30 and is not paid here.');
  expect(said([people, order], [open])).toContain(
    'warning: In plan “Test”, component “Sales” needs a quota, and Bob has none above zero. Nothing is paid there.',
  );
});

test('orders of a person whom nobody knows pay nobody', () => {
  const order = orders([1, 'Zoe', '2026-05-03', 100, null, null, null]);
  const { book } = bookOfTables([people, order], [flat], '2026-06-30');
  expect(evaluate(flat, book).total).toBe(0);
});

test('a component that names no quota takes those without a measure, or those of the only measure there is', () => {
  const quotas = (...measures: readonly (string | null)[]): WrittenTable => ({
    role: 'quotas',
    rows: [
      ['person', 'start', 'end', 'amount', 'measure'],
      ...measures.map((measure, i) => ['Ann', '2026-01-01', '2026-12-31', 1200 * (i + 1), measure]),
    ],
  });
  const quotaWith = (...measures: readonly (string | null)[]): number | null => {
    const { book } = bookOfTables([people, quotas(...measures), orders()], [flat], '2026-12-31');
    return evaluate(flat, book).lines[0]!.quota;
  };
  expect(quotaWith('Won amount')).toBe(10_000);
  expect(quotaWith('Won amount', null)).toBe(20_000);
  expect(quotaWith('Won amount', 'Units')).toBeNull();
  expect(quotaWith('Won amount', 'Sales')).toBe(20_000);
});
