import { cellOf, columnOf, live, thisRow, type Part } from '../../../report/formula';
import { formatValue } from '../../../report/formats';
import type { Block, CellContent, Table } from '../../../report/report';
import type { CapacityFinding } from '../finding';
import { staysOn, successorOf } from '../promotion';
import { productivity } from './basis';
import { monthColumn, monthColumns, rampedCell, rulesOf, SEAT_COLUMNS } from './grid';

const T = 'hiringPromotion';
const won = (row: number) => cellOf(T, 'won', row);

/** Cells of one row's months, for SUM. */
const months = (finding: CapacityFinding, ref: (column: string) => Part): readonly Part[] =>
  finding.months.flatMap((_, i) => [...(i > 0 ? [','] : []), ref(monthColumn(i + 1))]);

/** Whose pace is counted on, and how much of it. */
export const promotionText = ({ name, perMonth, raw }: NonNullable<CapacityFinding['promotion']>): string =>
  `${name} won most a month lately: ${formatValue(raw, 'money')}. The best of several is the luckiest, too: without what chance explains, ${formatValue(perMonth, 'money')} a month are counted on.`;

/** What the plan loses, and what the others must win more to make up for it. */
export function promotionFigures(finding: CapacityFinding): Block | undefined {
  const { promotion, seats } = finding;
  if (!promotion) return undefined;
  const at = seats.findIndex(({ name }) => name === promotion.name);
  const lost: readonly Part[] = successorOf(rulesOf(finding)) ? ['(', won(0), '-', won(1), ')'] : [won(0)];
  const own: readonly Part[] = [
    ...[productivity, '*SUM('],
    ...months(finding, (column) => cellOf('hiringPeople', column, at)),
    ')',
  ];
  const others: readonly Part[] = ['(SUM(', columnOf('hiringMonths', 'capacity'), ')-', ...own, ')'];
  return {
    block: 'keyFigures',
    id: 'hiringPromotionFigures',
    figures: [
      {
        id: 'lost',
        label: 'The plan loses',
        value: live(promotion.stays - promotion.successor, ...lost),
        format: 'money',
        detail: 'what the person would win less what a successor wins',
      },
      {
        id: 'others',
        label: 'The others must win more by',
        value: live(promotion.othersMustGain, 'IF(', ...others, '>0,', ...lost, '/', ...others, ',"")'),
        format: 'percent1',
        detail: 'through better leadership, to make up for it',
      },
    ],
  };
}

/** The best seller stays, or a successor comes: two rows of the same grid, and what the others must win more. */
export function promotionTable(finding: CapacityFinding): Table | undefined {
  const { promotion, seats } = finding;
  if (!promotion) return undefined;
  const rules = rulesOf(finding);
  const at = seats.findIndex(({ name }) => name === promotion.name);
  const until = seats[at]?.until ?? null;
  const successor = successorOf(rules);
  const row = (
    what: string,
    perMonth: CellContent,
    total: number,
    seat: Parameters<typeof rampedCell>[0],
    starts: number | null,
  ): readonly CellContent[] => [
    what,
    perMonth,
    live(total, thisRow('perMonth'), '*SUM(', ...months(finding, thisRow), ')'),
    1,
    null,
    starts,
    starts === null ? until : null,
    ...finding.months.map((_, i) => rampedCell(seat, i + 1, rules)),
  ];
  return {
    block: 'table',
    id: T,
    key: 'what',
    columns: [
      { id: 'what', header: 'What if', format: 'text', width: 25 },
      {
        id: 'perMonth',
        header: 'Wins a month',
        format: 'money',
        note: 'The person: own mean over the months looked back on, drawn towards the others’ by what chance explains of the differences, and changed as supposed at the last run. The successor: what a ramped person wins, through the ramp.',
      },
      { id: 'won', header: 'Wins in the plan', format: 'money' },
      ...SEAT_COLUMNS,
      ...monthColumns(finding),
    ],
    rows: [
      row(`${promotion.name} goes on selling`, promotion.perMonth, promotion.stays, staysOn(until), null),
      ...(successor
        ? [
            row(
              'A successor',
              live(finding.productivity.value, productivity),
              promotion.successor,
              successor,
              successor.from,
            ),
          ]
        : []),
    ],
  };
}
