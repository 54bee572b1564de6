import { cellOf, columnOf, live, thisRow, type Part } from '../../../report/formula';
import { formatNumber } from '../../../report/formats';
import { rateCells, rateColumns, shownRate } from '../../../report/liveRate';
import type { Block, Chart, Table } from '../../../report/report';
import type { Breakdown, BreakdownGroup } from '../finding';

/** Beyond these the sheet and the chart would no longer be read. */
const MAX_GROUPS = 500;
const MAX_BARS = 15;

const won = thisRow('won');
const decided: readonly Part[] = ['(', won, '+', thisRow('lost'), ')'];

/** Outcomes and win rate of each group, the largest first. */
export function breakdownBlocks(breakdown: Breakdown, minimum: number): readonly Block[] {
  const groups = breakdown.groups.slice(0, MAX_GROUPS);
  const left = breakdown.groups.length - groups.length;
  const total = (column: 'created' | 'won' | 'lost' | 'open') =>
    live(
      groups.reduce((sum, group) => sum + group[column], 0),
      'SUM(',
      columnOf('breakdown', column),
      ')',
    );
  const table: Table = {
    block: 'table',
    id: 'breakdown',
    key: 'group',
    columns: [
      { id: 'group', header: breakdown.label, format: 'text' },
      { id: 'created', header: 'Deals', format: 'integer' },
      { id: 'won', header: 'Won', format: 'integer' },
      { id: 'lost', header: 'Lost', format: 'integer' },
      { id: 'open', header: 'Still open', format: 'integer' },
      ...rateColumns('winRate', 'Win rate', 'Won ÷ (won + lost).'),
    ],
    rows: groups.map((group) => [
      group.name,
      group.created,
      group.won,
      group.lost,
      group.open,
      ...rateCells(group.winRate, minimum, [won], decided),
    ]),
    totals: ['All', total('created'), total('won'), total('lost'), total('open'), null, null, null],
  };
  return [
    {
      block: 'note',
      tone: 'muted',
      text: 'Compare the intervals, not only the rates: where two intervals overlap widely, the difference may well be chance.',
    },
    ...(left > 0
      ? [
          {
            block: 'note',
            tone: 'warning',
            text: `The ${MAX_GROUPS} largest groups are shown; ${formatNumber(left, 0)} smaller ones are not.`,
          } as const,
        ]
      : []),
    table,
  ];
}

const drawn = (breakdown: Breakdown, minimum: number) =>
  breakdown.groups
    .slice(0, MAX_GROUPS)
    .map((group: BreakdownGroup, row) => ({ group, row }))
    .filter(({ group }) => group.winRate.n >= Math.max(1, minimum))
    .slice(0, MAX_BARS);

/** The largest groups that have a percentage. */
export const breakdownChartTable = (breakdown: Breakdown, minimum: number): Table => ({
  block: 'table',
  feedsCharts: true,
  id: 'breakdownChart',
  key: 'group',
  columns: [
    { id: 'group', header: breakdown.label, format: 'text' },
    { id: 'winRate', header: 'Win rate', format: 'percent', note: 'As in the table above.' },
  ],
  rows: drawn(breakdown, minimum).map(({ group, row }) => [
    group.name,
    live(shownRate(group.winRate, minimum), cellOf('breakdown', 'winRate', row)),
  ]),
});

export const breakdownChart = (breakdown: Breakdown): Chart => ({
  block: 'chart',
  id: 'breakdownRates',
  kind: 'bar',
  title: `Win rate by ${breakdown.label.toLowerCase()}, largest groups`,
  table: 'breakdownChart',
  categories: 'group',
  series: [{ name: 'Win rate', column: 'winRate', tone: 'primary' }],
  yFormat: 'percent',
  alt: `A bar per ${breakdown.label.toLowerCase()}: won deals of those decided, for the largest groups.`,
});
