import { cellOf, columnOf, live, thisRow } from '../../../report/formula';
import type { Chart, Live, Table } from '../../../report/report';
import type { CapacityFinding } from '../finding';
import { goalCell, leaves, productivity } from './basis';
import { rampedSum } from './grid';

const T = 'hiringMonths';
const unlessNoGoal = (value: Live['value'], ...formula: Parameters<typeof live>[1][]): Live =>
  live(value, 'IF(', goalCell, '="","",', ...formula, ')');

/** Month by month: who is there, what the team can win, and where that stands against the goal. Every cell is live. */
export function monthsTable(finding: CapacityFinding): Table {
  const { months, goal, basis } = finding;
  let cumulative = 0;
  return {
    block: 'table',
    id: T,
    key: 'month',
    columns: [
      { id: 'month', header: 'Month', format: 'text', width: 25 },
      {
        id: 'capacity',
        header: 'Can win',
        format: 'money',
        note: 'Ramped equivalents × what a ramped person wins in a month.',
      },
      { id: 'cumulative', header: 'Can win so far', format: 'money' },
      { id: 'goal', header: 'Goal so far', format: 'money', note: 'An equal part of the goal every month.' },
      {
        id: 'gap',
        header: 'Short of it',
        format: 'money',
        note: 'Goal so far − can win so far; 0 where it suffices.',
      },
      {
        id: 'ramped',
        header: 'Ramped equivalents',
        format: 'decimal',
        note: 'People, each weighed with the ramp. Sums of the tables of people and successors below.',
      },
      {
        id: 'staff',
        header: 'People',
        format: 'decimal',
        note: 'Expected at the start of the month. Attrition makes fractions of people.',
      },
      { id: 'hires', header: 'Planned hires', format: 'integer' },
      {
        id: 'backfills',
        header: 'Successors',
        format: 'decimal',
        note: `Start ${basis.timeToFill} whole months after the month in which somebody left.`,
      },
      {
        id: 'leavers',
        header: 'Expected to leave',
        format: 'decimal',
        note: 'People × share who leave in a month.',
      },
      { id: 'named', header: 'Named leavers', format: 'integer' },
    ],
    rows: months.map((month, i) => {
      const at = i + 1;
      cumulative += month.capacity;
      const goalSoFar = goal.value === null ? null : (goal.value * at) / months.length;
      const previous = (column: string) => cellOf(T, column, i - 1);
      const left = i - 1 - basis.timeToFill;
      const gone = (row: number) =>
        [
          'SUMIF(',
          columnOf('hiringPeople', 'until'),
          `,${row},`,
          columnOf('hiringPeople', 'remains'),
          ')',
        ] as const;
      const joined = ['COUNTIF(', columnOf('hiringPeople', 'starts'), `,${at})`] as const;
      return [
        month.month,
        live(month.capacity, thisRow('ramped'), '*', productivity),
        live(cumulative, ...(i === 0 ? [] : [previous('cumulative'), '+']), thisRow('capacity')),
        unlessNoGoal(goalSoFar, goalCell, `*${at}/${months.length}`),
        unlessNoGoal(
          goalSoFar === null ? null : Math.max(0, goalSoFar - cumulative),
          ...['MAX(0,', thisRow('goal'), '-', thisRow('cumulative'), ')'],
        ),
        live(month.ramped, ...rampedSum(at)),
        i === 0
          ? live(
              month.staff,
              ...[
                'SUM(',
                columnOf('hiringPeople', 'people'),
                ')-COUNT(',
                columnOf('hiringPeople', 'starts'),
                ')-COUNTIF(',
                columnOf('hiringPeople', 'until'),
                ',0)+',
                thisRow('hires'),
                '+',
                thisRow('backfills'),
              ],
            )
          : live(
              month.staff,
              ...[
                previous('staff'),
                '-',
                previous('leavers'),
                '-',
                ...gone(i),
                '+',
                thisRow('hires'),
                '+',
                thisRow('backfills'),
              ],
            ),
        live(month.hires, ...joined),
        left < -1 || !basis.backfill
          ? month.backfills
          : live(month.backfills, ...(left < 0 ? [] : [cellOf(T, 'leavers', left), '+']), ...gone(left + 1)),
        live(month.leavers, leaves, '*', thisRow('staff')),
        live(month.namedLeavers, ...['COUNTIF(', columnOf('hiringPeople', 'until'), `,${at})`]),
      ];
    }),
  };
}

export const capacityChart: Chart = {
  block: 'chart',
  id: 'hiringChart',
  kind: 'line',
  title: 'What the team can win, against the goal',
  table: T,
  categories: 'month',
  series: [
    { name: 'Can win so far', column: 'cumulative', tone: 'primary' },
    { name: 'Goal so far', column: 'goal', tone: 'bad' },
  ],
  yFormat: 'money',
  alt: 'Cumulative amount that the team can win month by month, against an equal part of the goal every month.',
};
