import { heading, note } from '../../../../report/blocks';
import { formatValue } from '../../../../report/formats';
import { columnOf, live, thisRow } from '../../../../report/formula';
import type { Block, Chart, ReportSheet, Table } from '../../../../report/report';
import type { ModellingFinding, PlanComparison } from '../finding';

const WINS = 'gets more';
const LOSES = 'gets less';
const SAME = 'the same';

/** A chart of more people cannot be read. */
const MOST_BARS = 30;

/** Everyone under both plans; the change is live. */
function peopleTable({ a, b, people, paid }: PlanComparison, id: string): Table {
  const change = (from: number, to: number): number => to - from;
  const says = (from: number, to: number): string => (to > from ? WINS : to < from ? LOSES : SAME);
  const sum = (column: string, value: number) => live(value, 'SUM(', columnOf(id, column), ')');
  return {
    block: 'table',
    id,
    key: 'person',
    columns: [
      { id: 'person', header: 'Person', format: 'text', width: 28 },
      { id: 'a', header: `A: ${a}`, format: 'money', width: 18 },
      { id: 'b', header: `B: ${b}`, format: 'money', width: 18 },
      { id: 'change', header: 'Change', format: 'money', note: 'B − A, for the same deals.' },
      { id: 'share', header: 'Change, %', format: 'percent1', note: 'Change ÷ A.' },
      { id: 'says', header: 'Under B', format: 'text', width: 14 },
    ],
    rows: people.map((one) => [
      one.person,
      one.a,
      one.b,
      live(change(one.a, one.b), thisRow('b'), '-', thisRow('a')),
      live(
        one.a === 0 ? null : change(one.a, one.b) / one.a,
        'IF(',
        thisRow('a'),
        '=0,"",',
        thisRow('change'),
        '/',
        thisRow('a'),
        ')',
      ),
      live(
        says(one.a, one.b),
        ...['IF(', thisRow('change'), `>0,"${WINS}",IF(`, thisRow('change'), `<0,"${LOSES}","${SAME}"))`],
      ),
    ]),
    totals: ['Total', sum('a', paid.a), sum('b', paid.b), sum('change', paid.b - paid.a), null, null],
    conditionalFormats: [
      { rule: 'flagWhere', column: 'says', value: WINS, tone: 'good' },
      { rule: 'flagWhere', column: 'says', value: LOSES, tone: 'warn' },
    ],
  };
}

const peopleChart = ({ a, b }: PlanComparison, table: string): Chart => ({
  block: 'chart',
  id: `${table}Chart`,
  kind: 'bar',
  title: 'Payout under both plans, by person',
  table,
  categories: 'person',
  series: [
    { name: `A: ${a}`, column: 'a', tone: 'muted' },
    { name: `B: ${b}`, column: 'b', tone: 'primary' },
  ],
  yFormat: 'money',
  alt: 'Two bars for each person: the payout under plan A and under plan B.',
});

function comparisonBlocks(comparison: PlanComparison, i: number): readonly Block[] {
  const { a, b, people, winners, losers, same, gained, lost, expected, paid, changes } = comparison;
  const id = `payCompare${i + 1}`;
  const counts = (text: string, value: number) =>
    live(value, 'COUNTIF(', columnOf(id, 'says'), `,"${text}")`);
  const signed = (sign: '>' | '<', value: number) =>
    live(value, sign === '>' ? '' : '-', 'SUMIF(', columnOf(id, 'change'), `,"${sign}0")`);
  return [
    heading(`${b} against ${a}`),
    {
      block: 'keyFigures',
      id: `${id}Figures`,
      figures: [
        {
          id: 'change',
          label: 'Change of what is paid',
          value: live(paid.b - paid.a, 'SUM(', columnOf(id, 'change'), ')'),
          format: 'money',
          detail: 'B − A, for the same deals',
        },
        {
          id: 'winners',
          label: 'Get more',
          value: counts(WINS, winners),
          format: 'integer',
          detail: 'people, under B',
        },
        {
          id: 'losers',
          label: 'Get less',
          value: counts(LOSES, losers),
          format: 'integer',
          detail: `people, under B; ${same} get the same`,
        },
        {
          id: 'gained',
          label: 'Gained by those who get more',
          value: signed('>', gained),
          format: 'money',
          detail: 'in all',
        },
        {
          id: 'lost',
          label: 'Lost by those who get less',
          value: signed('<', lost),
          format: 'money',
          detail: 'in all',
        },
        {
          id: 'expected',
          label: 'Change of the expected cost',
          value: expected.b - expected.a,
          format: 'money',
          detail: `four years in five: ${formatValue(expected.low, 'money')} to ${formatValue(expected.high, 'money')}, the same years under both`,
        },
      ],
    },
    ...(changes.length > 0 ? [note(`B differs in: ${changes.join('; ')}.`, 'plain')] : []),
    peopleTable(comparison, id),
    ...(people.length <= MOST_BARS ? [peopleChart(comparison, id)] : []),
  ];
}

export const comparisonSheet = ({ comparison }: ModellingFinding): readonly ReportSheet[] =>
  comparison.length === 0
    ? []
    : [
        {
          id: 'payComparison',
          title: 'Comparison',
          shows: 'The same deals under plan A and plan B, person by person: who gets more, who gets less',
          orientation: 'landscape',
          blocks: comparison.flatMap(comparisonBlocks),
        },
      ];
