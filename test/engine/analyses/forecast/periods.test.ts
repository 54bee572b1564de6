import { goalsOf } from '../../../../src/engine/analyses/forecast/goals';
import { endsEarly, monthsOf, quartersOf } from '../../../../src/engine/analyses/forecast/periods';
import { isoOf } from '../../../../src/engine/core/day';
import { asOf } from '../../../support/circumstances';
import { readTables } from '../../../support/read';

const months = monthsOf(asOf('2026-04-30').asOf, 6);
const quarters = quartersOf(months);

it('quarters begin before the forecast where it begins within one, and end with it', () => {
  expect(quarters.map(({ name, from, to, months: own }) => [name, isoOf(from), isoOf(to), own])).toEqual([
    ['2026-Q2', '2026-04-01', '2026-06-30', [0, 1]],
    ['2026-Q3', '2026-07-01', '2026-09-30', [2, 3, 4]],
    ['2026-Q4', '2026-10-01', '2026-10-31', [5]],
  ]);
  expect(quarters.map(({ to }) => endsEarly({ to: isoOf(to) }))).toEqual([false, false, true]);
});

describe('the goal of a quarter', () => {
  it('counts its months before the forecast, and none after it', () => {
    const { quarter } = goalsOf(600_000, undefined, months);
    expect(quarters.map(quarter)).toEqual([30_000_000, 30_000_000, 10_000_000]);
  });

  it('is of its quotas as many days as the forecast reaches', () => {
    const { dataset } = readTables(
      [
        {
          role: 'quotas',
          rows: [
            ['person', 'start', 'end', 'amount'],
            ['Ann', '2026-04-01', '2026-06-30', 91_000],
            ['Ann', '2026-10-01', '2026-12-31', 92_000],
          ],
        },
      ],
      { asOf: '2026-04-30' },
    );
    const { quarter } = goalsOf(0, dataset!.quotas, months);
    expect(quarters.map(quarter)).toEqual([9_100_000, null, 3_100_000]);
  });
});

describe('quotas of some months only', () => {
  const quotasFor = (from: string, to: string) =>
    readTables(
      [
        {
          role: 'quotas',
          rows: [
            ['person', 'start', 'end', 'amount'],
            ['Ann', from, to, 92_000],
          ],
        },
      ],
      { asOf: '2026-04-30' },
    ).dataset!.quotas;

  it.each([
    ['end early', '2026-05-01', '2026-07-31', [true, true, true, false, false, false]],
    ['begin late', '2026-08-01', '2026-10-31', [false, false, false, true, true, true]],
  ])('that %s are no goal of all months', (_, from, to, known) => {
    const goals = goalsOf(0, quotasFor(from, to), months);
    expect(goals.months.map((goal) => goal !== null)).toEqual(known);
    expect(goals).toMatchObject({ source: 'quotas', total: null });
  });

  it('of every month are', () => {
    const { total } = goalsOf(0, quotasFor('2026-05-01', '2026-10-31'), months);
    expect(Math.abs(total! - 9_200_000)).toBeLessThanOrEqual(3);
  });
});
