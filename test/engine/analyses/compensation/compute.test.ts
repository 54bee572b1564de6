import { runCompensation } from '../../../../src/engine/analyses/compensation/compute';
import { planTables } from '../../../../src/engine/analyses/compensation/planRows/writePlans';
import type { Plan } from '../../../../src/engine/analyses/compensation/plan';
import type { EditedTables } from '../../../../src/engine/report/editableTable';
import { asOf } from '../../../support/circumstances';
import { accelerated, ANN_AND_BOB, planOf } from '../../../support/compensation';
import { readTables, type WrittenTable } from '../../../support/read';

const AS_OF = '2026-06-30';
const orders: WrittenTable = {
  role: 'bookings',
  rows: [
    ['id', 'person', 'date', 'amount'],
    ['A1', 'Ann', '2026-02-03', 250_000],
    ['A2', 'Ann', '2026-03-03', 100_000],
    ['B1', 'Bob', '2026-05-03', 75_000.5],
  ],
};
const plan = accelerated();
const run = (tables: readonly WrittenTable[], edited: EditedTables = {}) => {
  const { dataset } = readTables(tables, { asOf: AS_OF });
  return runCompensation(dataset!, {}, asOf(AS_OF), edited);
};

test('without a plan there is nothing to say, and nothing is said', () => {
  expect(run([ANN_AND_BOB, orders])).toEqual({ value: undefined, issues: [] });
});

test('people by period, with slices down to the order', () => {
  const { value, issues } = run([ANN_AND_BOB, orders], planTables([plan]));
  expect(issues).toEqual([]);
  expect(value!.basis).toMatchObject({
    credits: 'bookings',
    people: 2,
    plansFrom: 'tables',
    dealsLeftOut: false,
  });
  expect(value!.basis.periods).toMatchObject([
    { label: '2026 Q1', over: true },
    { label: '2026 Q2', over: true },
  ]);
  const [found] = value!.plans;
  expect(found!.people.map(({ person, period, payout }) => [person, period, payout])).toEqual([
    ['Ann', '2026 Q1', 1_500_000 + 500_000],
    ['Ann', '2026 Q2', 0],
    ['Bob', '2026 Q1', 0],
    ['Bob', '2026 Q2', 750_005],
  ]);
  expect(found!.people[0]!.slices.map(({ rule, row, amount, deals }) => [rule, row, amount, deals])).toEqual([
    [
      'tiers',
      0,
      1_500_000,
      [
        { id: 'A1', day: '2026-02-03', base: 25_000_000, amount: 1_250_000 },
        { id: 'A2', day: '2026-03-03', base: 5_000_000, amount: 250_000 },
      ],
    ],
    ['tiers', 1, 500_000, [{ id: 'A2', day: '2026-03-03', base: 5_000_000, amount: 500_000 }]],
  ]);
  expect(found!.totals).toEqual({ people: 2, target: 6_000_000, credited: 42_500_050, payout: 2_750_005 });
  expect(found!.ccos).toBeCloseTo(2_750_005 / 42_500_050, 12);
});

test('plans typed on a sheet, unless Leadline’s own tables hold any', () => {
  const sheet: WrittenTable = {
    role: 'planComponents',
    rows: [
      ['plan', 'component', 'kind', 'rate', 'unit'],
      ['Typed', 'Sales', 'One rate', 0.1, '% of credit'],
    ],
  };
  expect(run([ANN_AND_BOB, orders, sheet]).value).toMatchObject({
    basis: { plansFrom: 'sheet' },
    plans: [{ name: 'Typed' }],
  });
  const both = run([ANN_AND_BOB, orders, sheet], planTables([plan]));
  expect(both.value).toMatchObject({ plans: [{ name: 'AE 2026' }] });
  expect(both.issues).toMatchObject([
    { code: 'planSheetUnused', severity: 'note', place: { sheet: 'planComponents', row: 2 } },
  ]);
});

test('what makes no sense blocks, at its cell', () => {
  const components: WrittenTable = {
    role: 'planComponents',
    rows: [
      ['plan', 'component', 'kind'],
      ['AE', 'Sales', 'Tiers'],
    ],
  };
  const tiers: WrittenTable = {
    role: 'planTiers',
    rows: [
      ['plan', 'component', 'from', 'to', 'rate', 'unit'],
      ['AE', 'Sales', 0, 0.6, 0.05, '% of credit'],
      ['AE', 'Sales', 0.5, null, 0.1, '% of credit'],
    ],
  };
  const { value, issues } = run([ANN_AND_BOB, orders, components, tiers]);
  expect(value).toBeUndefined();
  expect(issues).toMatchObject([
    { code: 'planBandsOverlap', severity: 'blocking', place: { sheet: 'planTiers', row: 3, column: 'C' } },
  ]);
});

test('cost of sales (CCOS): 150,000 of 3 million are 5 %; 5,000 and 800 of 10,000 are 58 %', () => {
  const ccos = (sold: number, ...lumps: readonly number[]): number | null => {
    const components = lumps.map((rate, i) => ({
      ...planOf({ kind: 'rate', period: 'quarter', rate, unit: 'fixed' }).components[0]!,
      name: `Lump ${i + 1}`,
    }));
    const order: WrittenTable = { ...orders, rows: [orders.rows[0]!, ['A1', 'Ann', '2026-02-03', sold]] };
    const own: Plan = { name: 'Lumps', components, modifiers: [] };
    const { value } = run([ANN_AND_BOB, order], planTables([own]));
    return value!.plans[0]!.ccos;
  };
  expect(ccos(3_000_000, 150_000)).toBeCloseTo(0.05, 12);
  expect(ccos(10_000, 5_000, 800)).toBeCloseTo(0.58, 12);
});
