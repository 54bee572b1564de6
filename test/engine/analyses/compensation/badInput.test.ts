import { runCompensation } from '../../../../src/engine/analyses/compensation/compute';
import type { Cell } from '../../../../src/engine/dataset/rawTable';
import { wordIssue } from '../../../../src/engine/report/wording';
import { asOf } from '../../../support/circumstances';
import { readTables, type WrittenTable } from '../../../support/read';

/** A plan, its people, quotas and orders on sheets of a workbook: everything in order. */
const GOOD = {
  planComponents: [
    ['plan', 'component', 'kind', 'period', 'rate', 'unit'],
    ['AE', 'Sales', 'Tiers', 'Quarter', null, null],
  ],
  planTiers: [
    ['plan', 'component', 'from', 'to', 'rate', 'unit'],
    ['AE', 'Sales', 0, 1, 0.05, '% of credit'],
    ['AE', 'Sales', 1, null, 0.08, '% of credit'],
  ],
  planModifiers: [
    ['plan', 'component', 'modifier', 'measure', 'from', 'unit', 'how'],
    ['AE', 'Sales', 'Cap', null, 50_000, 'amount', 'per period'],
  ],
  people: [
    ['person', 'role', 'start', 'targetVariable'],
    ['Ann', 'AE', null, 40_000],
    ['Bob', 'AE', null, 40_000],
  ],
  quotas: [
    ['person', 'period', 'amount'],
    ['Ann', '2026-Q1', 100_000],
    ['Bob', '2026-Q1', 100_000],
  ],
  bookings: [
    ['id', 'person', 'date', 'amount'],
    ['A1', 'Ann', '2026-02-03', 120_000],
    ['B1', 'Bob', '2026-03-03', 80_000],
  ],
  splits: [
    ['deal', 'person', 'share'],
    ['B1', 'Ann', 0.5],
    ['B1', 'Bob', 0.5],
  ],
} satisfies Readonly<Partial<Record<WrittenTable['role'], readonly (readonly Cell[])[]>>>;
type Sheet = keyof typeof GOOD;

/** What a run says when one row of one sheet is another, or stands there besides; each sentence with its cell. */
function said(sheet?: Sheet, row?: readonly Cell[], at?: number): readonly string[] {
  const tables = Object.entries<readonly (readonly Cell[])[]>(GOOD).map(([role, rows]): WrittenTable => ({
    role: role as Sheet, // the keys of the record above
    rows:
      role !== sheet || !row
        ? rows
        : at === undefined
          ? [...rows, row]
          : rows.map((own, r) => (r === at - 1 ? row : own)),
  }));
  const { dataset, issues } = readTables(tables, { asOf: '2026-03-31' });
  const run = runCompensation(dataset!, { payRuns: 200 }, asOf('2026-03-31'), {});
  return [...issues, ...run.issues].map((found) => {
    const { place, severity } = found;
    return `${severity}, ${place?.sheet ?? ''} ${place?.column ?? ''}${place?.row ?? ''}: ${wordIssue(found)}`;
  });
}

test('without a mistake nothing is said', () => {
  expect(said()).toEqual([]);
});

test.each<[string, Sheet, readonly Cell[], number | undefined, string]>([
  [
    'overlapping tiers',
    'planTiers',
    ['AE', 'Sales', 0.8, null, 0.08, '% of credit'],
    3,
    'blocking, planTiers C3: In plan “AE”, component “Sales”: 0% to 100% and 80% and more overlap, so that the plan does not say which of them pays. Let one begin where the other ends.',
  ],
  [
    'gapped tiers',
    'planTiers',
    ['AE', 'Sales', 1.2, null, 0.08, '% of credit'],
    3,
    'blocking, planTiers C3: In plan “AE”, component “Sales”: nothing is said for 100% to 120%. Let the next band begin at 100%.',
  ],
  [
    'a quota of 0',
    'quotas',
    ['Bob', '2026-Q1', 0],
    3,
    'warning, planComponents B2: In plan “AE”, component “Sales” needs a quota, and Bob has none above zero. Nothing is paid there.',
  ],
  [
    'a missing quota',
    'quotas',
    ['Ann', '2026-Q1', 100_000],
    3,
    'warning, planComponents B2: In plan “AE”, component “Sales” needs a quota, and Bob has none above zero. Nothing is paid there.',
  ],
  [
    'a negative booking',
    'bookings',
    ['A2', 'Ann', '2026-03-05', -7000],
    undefined,
    'note, bookings D4: Deal “A2” of “Ann” is a negative booking of -7,000. It lowers the credit of its period; commission already paid comes back only in plans that pay year to date or claw back.',
  ],
  [
    'a rate without a unit',
    'planTiers',
    ['AE', 'Sales', 1, null, 5, null],
    3,
    'blocking, planTiers F3: The rate 5 of component “Sales” has no unit: 5 could be 5% of the credit, 5 for each unit sold or 5 times target pay. Choose the unit.',
  ],
  [
    'a split of 101%',
    'splits',
    ['B1', 'Bob', 0.51],
    3,
    'warning, splits 2: Deal “B1” is split into 101%. Credit may exceed the deal (overlays), its revenue cannot; check that this is meant.',
  ],
  [
    'an unknown person',
    'bookings',
    ['Z1', 'Zoe', '2026-03-05', 500],
    undefined,
    'warning, bookings 4: “Zoe” is on 1 row but not in the list of people. Add the person, or check the spelling.',
  ],
  [
    'two plans for one person and period',
    'planComponents',
    ['SDR', 'Sales', 'One rate', 'Quarter', 0.1, '% of credit'],
    undefined,
    'blocking, people 2: “Ann” is paid by more than one plan in the same periods: AE and SDR. Say with “Applies to” whom each plan is for, or with “Alternative to” that one is only for comparison.',
  ],
  [
    'a cap below target',
    'planModifiers',
    ['AE', 'Sales', 'Cap', null, 5000, 'amount', 'per period'],
    2,
    'warning, planModifiers E2: In plan “AE”, component “Sales”: the cap of 5,000 lies below the target pay of 10,000: who meets the quota is not paid in full.',
  ],
  [
    'a start after the period',
    'people',
    ['Cleo', 'AE', '2026-06-01', 40_000],
    undefined,
    'warning, people 4: “Cleo” starts on 2026-06-01, after the last period, which ends on 2026-03-31. Nothing is paid yet.',
  ],
])('%s', (_, sheet, row, at, sentence) => {
  expect(said(sheet, row, at)).toContain(sentence);
});
