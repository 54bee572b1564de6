import { cellOf, columnOf, live, thisRow, type Part } from '../../../report/formula';
import { note } from '../../../report/blocks';
import { formatNumber } from '../../../report/formats';
import { rateCells, rateColumns, shownRate } from '../../../report/liveRate';
import type { Block, Chart, Column, Table } from '../../../report/report';
import { MOST_CURVES, type CurveTest } from '../compareCurves';
import { isComparable, isPeriod } from '../dimensions';
import type { Breakdown, BreakdownGroup } from '../finding';
import { pText, testText } from './groupTest';
import { AGAINST, againstText, POOLED_METHOD } from './words';

/** Beyond these the sheet and the chart would no longer be read. */
const MAX_GROUPS = 500;
const MAX_BARS = 15;

const won = thisRow('won');
const decided: readonly Part[] = ['(', won, '+', thisRow('lost'), ')'];

const COMPARED: readonly Column[] = [
  { id: 'pooled', header: 'Pooled win rate', format: 'percent', note: POOLED_METHOD },
  {
    id: 'against',
    header: 'Against all',
    format: 'text',
    note: 'Above or below only where the groups differ beyond chance, the probability reaches the certainty on the Inputs sheet, and the group is not smaller than the smallest shown as a percentage. Blank cells, and owners set apart on the sheet of people, are not compared.',
  },
];

/** Whether the groups differ beyond chance, or why that is not asked. */
export function breakdownVerdict({ by, andBy, label, test, groups }: Breakdown, confidence: number): string {
  if (isComparable(by) && (!andBy || isComparable(andBy)))
    return testText(test, `Win rates by ${label.toLowerCase()}`, confidence, {
      x: groups.reduce((sum, { winRate }) => sum + winRate.x, 0),
      n: groups.reduce((sum, { winRate }) => sum + winRate.n, 0),
    });
  return isPeriod(by) || (andBy && isPeriod(andBy))
    ? 'Compare the intervals, not only the rates: where two intervals overlap widely, the difference may well be chance.'
    : `${label} tells how deals ended, so the win rates of its values are no comparison.`;
}

/** What is won and decided over time, open deals allowed for, or why that is not tested. */
export function overTimeSentences({ by, andBy, curves, groups }: Breakdown): readonly string[] {
  const said = (what: string, { differ, p }: CurveTest, method: string): string =>
    `${what} ${differ ? 'differs' : 'does not differ'} beyond chance (${method}, ${pText(p)}).`;
  if (!curves && groups.length > MOST_CURVES && isComparable(by) && (!andBy || isComparable(andBy)))
    return [
      `There are more than ${MOST_CURVES} groups, so it is not tested how soon they are won and decided (Gray’s test, log-rank test).`,
    ];
  return [
    ...(curves?.wins
      ? [said('How many are won, and how soon, open deals allowed for,', curves.wins, 'Gray’s test')]
      : []),
    ...(curves?.decided ? [said('How soon deals are decided', curves.decided, 'log-rank test')] : []),
  ];
}

/** Whether the groups differ at all: in what is decided by now, and over time. */
function verdict(breakdown: Breakdown, confidence: number): readonly Block[] {
  const overTime = overTimeSentences(breakdown);
  return [
    note(breakdownVerdict(breakdown, confidence), 'plain'),
    ...(overTime.length > 0 ? [note(overTime.join(' '))] : []),
  ];
}

/** Outcomes and win rate of each group, the largest first. */
export function breakdownBlocks(breakdown: Breakdown, minimum: number, confidence: number): readonly Block[] {
  const groups = breakdown.groups.slice(0, MAX_GROUPS);
  const left = breakdown.groups.length - groups.length + breakdown.notListed;
  const compared = groups.some(({ pooled }) => pooled.estimate !== null);
  const amounts = groups.some((group) => group.amounts !== null);
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
      ...(compared ? COMPARED : []),
      ...(amounts
        ? [
            {
              id: 'amountWon',
              header: 'Amount won',
              format: 'money',
              note: 'Of the won deals with an amount.',
            } as const,
          ]
        : []),
      { id: 'days', header: 'Median days to win', format: 'days', note: 'Of the won deals.' },
    ],
    rows: groups.map((group) => [
      group.name,
      group.created,
      group.won,
      group.lost,
      group.open,
      ...rateCells(group.winRate, minimum, [won], decided),
      ...(compared ? [group.pooled.estimate, againstText(group)] : []),
      ...(amounts ? [group.amounts?.won ?? null] : []),
      group.medianDaysToWin,
    ]),
    totals: [
      'All',
      total('created'),
      total('won'),
      total('lost'),
      total('open'),
      ...[null, null, null],
      ...(compared ? [null, null] : []),
      ...(amounts ? [null] : []),
      null,
    ],
    conditionalFormats: compared
      ? [
          { rule: 'flagWhere', column: 'against', value: AGAINST.above, tone: 'good' },
          { rule: 'flagWhere', column: 'against', value: AGAINST.below, tone: 'warn' },
        ]
      : [],
  };
  return [
    ...verdict(breakdown, confidence),
    ...(left > 0
      ? [
          note(
            `The ${MAX_GROUPS} largest groups are shown; ${formatNumber(left, 0)} smaller ones are not.`,
            'warning',
          ),
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
