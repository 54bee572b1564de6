import { dayOfIso } from '../../../core/day';
import { heading, note } from '../../../report/blocks';
import { thisRow, type Part } from '../../../report/formula';
import { formatNumber, formatValue } from '../../../report/formats';
import { rateCells, rateColumns } from '../../../report/liveRate';
import type { Block } from '../../../report/report';
import type { FunnelFinding } from '../finding';
import type { Alarm, TrendFinding } from '../trend';
import { pText } from './groupTest';

/** Beyond three standard errors a month is out of control, as on any control chart. */
const OUT = 3;
const decided: readonly Part[] = ['(', thisRow('won'), '+', thisRow('lost'), ')'];

/** All won, all lost, or all alike that closed at the same age. */
export const NOTHING_TO_TEST = 'No trend can be tested: deals that closed at the same age all ended alike.';

/** What the months say together, in sentences that do not take a swing for a trend. */
export function trendSentences({ slope, monthOfQuarter, drift }: TrendFinding): readonly string[] {
  const swing = monthOfQuarter.swings
    ? `The win rate swings with the months of the quarter (${pText(monthOfQuarter.p)}: ${monthOfQuarter.rates.map(({ estimate }) => formatValue(estimate, 'percent')).join(', ')} in the first, second and last); months are therefore compared with the same months of other quarters, and the swing is no trend.`
    : undefined;
  const { verdict, perMonth, p } = slope;
  const line = {
    rising: `The win rate rises by ${formatNumber(100 * (perMonth ?? 0), 2)} points a month (${pText(p)}).`,
    falling: `The win rate falls by ${formatNumber(-100 * (perMonth ?? 0), 2)} points a month (${pText(p)}).`,
    none: perMonth === null ? NOTHING_TO_TEST : `The months show no trend beyond chance (${pText(p)}).`,
    tooFew: 'There are too few months with decided deals to see a trend.',
  }[verdict];
  const shift = (alarm: Alarm | null, way: string): string | undefined =>
    !alarm?.alarm
      ? undefined
      : `The win rate shifted ${way}: seen in ${alarm.alarm}, most likely since ${alarm.since ?? alarm.alarm} (${pText(alarm.p)}).`;
  const shifts = [shift(drift.down, 'down'), shift(drift.up, 'up')].flatMap((text) => text ?? []);
  return [...(swing === undefined ? [] : [swing]), line, ...shifts];
}

/** Win rates by the month of the close, against what the ages of the deals would lead to expect. */
export function trendBlocks({ trend }: FunnelFinding, minimum: number): readonly Block[] {
  if (!trend || trend.months.length === 0) return [];
  return [
    heading('Month by month'),
    ...trendSentences(trend).map((text) => note(text, 'plain')),
    note(
      'Deals are compared with deals that closed at the same age. Each p allows for three questions being asked of the same months: a swing with the quarter, a trend, a lasting shift.',
    ),
    {
      block: 'table',
      id: 'trend',
      key: 'month',
      columns: [
        { id: 'month', header: 'Closed in', format: 'text' },
        { id: 'from', header: 'From', format: 'date' },
        { id: 'won', header: 'Won', format: 'integer' },
        { id: 'lost', header: 'Lost', format: 'integer' },
        ...rateColumns('rate', 'Win rate', 'Won ÷ (won + lost) of the deals closed in the month.'),
        {
          id: 'expected',
          header: 'Expected',
          format: 'percent',
          note: 'The rate if deals that close at the same age were won as often as in all months. Losses close faster than wins; a month of young deals is no bad month.',
        },
        {
          id: 'deviation',
          header: 'Standard errors apart',
          format: 'decimal',
          note: `Between the two. Beyond ${OUT} either way the month is out of control (p-chart).`,
        },
        { id: 'reading', header: 'Reading', format: 'text', width: 18 },
      ],
      rows: trend.months.map((month) => [
        month.period,
        dayOfIso(month.from) ?? null,
        month.winRate.x,
        month.winRate.n - month.winRate.x,
        ...rateCells(month.winRate, minimum, [thisRow('won')], decided),
        month.expected,
        month.deviation,
        month.deviation > OUT ? 'Better than chance' : month.deviation < -OUT ? 'Worse than chance' : null,
      ]),
      conditionalFormats: [
        { rule: 'flagWhere', column: 'reading', value: 'Better than chance', tone: 'good' },
        { rule: 'flagWhere', column: 'reading', value: 'Worse than chance', tone: 'bad' },
      ],
    },
    {
      block: 'chart',
      id: 'trendChart',
      kind: 'line',
      title: 'Win rate by month of close',
      table: 'trend',
      categories: 'month',
      series: [
        { name: 'Win rate', column: 'rate', tone: 'primary' },
        { name: 'Expected at these ages', column: 'expected', tone: 'muted' },
      ],
      yFormat: 'percent',
      alt: 'A line of the win rate by month of close, and one of what the ages of the deals closed lead to expect.',
    },
  ];
}
