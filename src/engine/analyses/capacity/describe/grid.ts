import { cellOf, columnOf, live, thisRow, type Part } from '../../../report/formula';
import type { CellContent, Column, Live, Table } from '../../../report/report';
import type { CapacityFinding } from '../finding';
import { monthlyAttrition, rampedOf, type Seat, type TeamRules } from '../model';
import { modelSeat } from '../roster';
import { RAMP_MONTHS } from '../tables';
import { leaves } from './basis';
import { rampShares } from './ramp';

export const monthColumn = (month: number): string => `m${month}`;

export const rulesOf = ({ basis, ramp, months }: CapacityFinding): TeamRules => ({
  months: months.length,
  ramp: ramp.map(({ share }) => share),
  leaves: monthlyAttrition(basis.attrition),
  timeToFill: basis.backfill ? basis.timeToFill : undefined,
});

/** One narrow column a month, headed by it. */
export const monthColumns = ({ months }: CapacityFinding): readonly Column[] =>
  months.map(({ month }, i) => ({ id: monthColumn(i + 1), header: month, format: 'decimal', width: 8 }));

/**
 * Ramped equivalents of a row in a month: people × those who remain × the ramp's share in their month of work. The row
 * has the columns people, before, starts and until.
 */
export function rampedCell(seat: Seat, month: number, rules: TeamRules): Live {
  const starts = thisRow('starts');
  const ofWork: readonly Part[] = [
    ...[
      'IF(',
      starts,
      '="",',
      `${month}+IF(`,
      thisRow('before'),
      `="",${RAMP_MONTHS},`,
      thisRow('before'),
      `),${month}-`,
      starts,
      '+1)',
    ],
  ];
  return live(
    rampedOf(seat, month, rules),
    ...[
      'IF(OR(AND(',
      starts,
      '<>"",',
      starts,
      `>${month}),AND(`,
      thisRow('until'),
      '<>"",',
      thisRow('until'),
      `<${month})),0,`,
    ],
    ...[
      thisRow('people'),
      '*(1-',
      leaves,
      `)^(${month}-IF(`,
      starts,
      '="",1,',
      starts,
      '))*IF(',
      ...ofWork,
      `>${RAMP_MONTHS},1,INDEX(`,
      rampShares,
      ',',
      ...ofWork,
      ')))',
    ],
  );
}

export const SEAT_COLUMNS: readonly Column[] = [
  { id: 'people', header: 'People', format: 'integer', width: 8 },
  {
    id: 'before',
    header: 'Months worked before',
    format: 'integer',
    note: 'Whole months before the plan’s first one; blank: a year or more, or not known.',
  },
  {
    id: 'starts',
    header: 'Starts in month',
    format: 'integer',
    note: 'Month of the plan, from 1; blank: here today.',
  },
  {
    id: 'until',
    header: 'Last full month',
    format: 'integer',
    note: 'Month of the plan, from 1; blank: stays. From the leavers on the Inputs sheet and the end dates of the people sheet.',
  },
];

/** Everybody of the plan, in ramped equivalents by month. */
export function peopleTable(finding: CapacityFinding): Table {
  const rules = rulesOf(finding);
  return {
    block: 'table',
    id: 'hiringPeople',
    key: 'name',
    columns: [
      { id: 'name', header: 'Person', format: 'text', width: 25 },
      ...SEAT_COLUMNS,
      {
        id: 'remains',
        header: 'Leaves with',
        format: 'decimal',
        width: 8,
        note: 'Of a named leaver: the probability of still being there to leave; it is what has to be replaced. Hires have no last month.',
      },
      ...monthColumns(finding),
    ],
    rows: finding.seats.map((seat): readonly CellContent[] => {
      const model = modelSeat(seat);
      return [
        seat.name,
        1,
        seat.before,
        seat.starts,
        seat.until,
        live(
          seat.until === null ? 0 : (1 - rules.leaves) ** seat.until,
          ...['IF(', thisRow('until'), '="",0,(1-', leaves, ')^', thisRow('until'), ')'],
        ),
        ...finding.months.map((_, i) => rampedCell(model, i + 1, rules)),
      ];
    }),
  };
}

/** Successors of those who leave, a row for each month in which some start. */
export function backfillTable(finding: CapacityFinding): Table {
  const rules = rulesOf(finding);
  return {
    block: 'table',
    id: 'hiringBackfills',
    key: 'name',
    columns: [
      { id: 'name', header: 'Successors starting in', format: 'text', width: 25 },
      { ...SEAT_COLUMNS[0]!, format: 'decimal' },
      ...SEAT_COLUMNS.slice(1),
      ...monthColumns(finding),
    ],
    rows: finding.months.map(({ month, backfills }, i) => [
      month,
      live(backfills, cellOf('hiringMonths', 'backfills', i)),
      null,
      i + 1,
      null,
      ...finding.months.map((_, m) =>
        rampedCell({ count: backfills, from: i + 1, until: undefined }, m + 1, rules),
      ),
    ]),
  };
}

/** The sum of a month over people and successors. */
export const rampedSum = (month: number): readonly Part[] => [
  'SUM(',
  columnOf('hiringPeople', monthColumn(month)),
  ')+SUM(',
  columnOf('hiringBackfills', monthColumn(month)),
  ')',
];
