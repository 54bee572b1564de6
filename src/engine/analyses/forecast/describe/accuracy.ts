import { heading, note } from '../../../report/blocks';
import { columnOf, live, thisRow, type Part } from '../../../report/formula';
import { rateCells, rateColumns } from '../../../report/liveRate';
import type { CellContent, Chart, ReportSheet, Table } from '../../../report/report';
import { pinball } from '../../../stats/probabilisticScores';
import type { Backtest, PastForecast } from '../backtest';
import type { ForecastFinding } from '../finding';
import { unitFormat, wholeFormat } from './words';

const T = 'accuracy';

const LEVELS = [
  ['p10', 0.1],
  ['p50', 0.5],
  ['p90', 0.9],
] as const;

const scoreOf = (month: PastForecast): number =>
  LEVELS.reduce((sum, [id, tau]) => sum + pinball(month[id], tau, month.actual), 0) / LEVELS.length;

/** τ·(y − q) above q, (1 − τ)·(q − y) below: the larger of both lines. */
const liveScore: readonly Part[] = [
  '(',
  ...LEVELS.flatMap(([id, tau], i): readonly Part[] => {
    const miss: readonly Part[] = ['(', thisRow('actual'), '-', thisRow(id), ')'];
    return [i === 0 ? 'MAX(' : '+MAX(', `${tau}*`, ...miss, `,${tau - 1}*`, ...miss, ')'];
  }),
  `)/${LEVELS.length}`,
];

/** Each past month: what the forecast made on the day before said, and what came. */
function pastTable(finding: ForecastFinding, { forecasts }: Backtest): Table {
  const format = unitFormat(finding);
  const whole = wholeFormat(finding);
  return {
    block: 'table',
    id: T,
    key: 'month',
    columns: [
      { id: 'month', header: 'Month', format: 'text', width: 25 },
      { id: 'asOf', header: 'Forecast made on', format: 'text', width: 16 },
      { id: 'p10', header: 'P10', format: whole },
      { id: 'p50', header: 'P50', format: whole },
      { id: 'p90', header: 'P90', format: whole },
      { id: 'actual', header: 'What came', format: whole },
      { id: 'error', header: 'What came less P50', format: whole },
      { id: 'miss', header: 'Off by', format: whole, note: 'The same without its sign.' },
      { id: 'inside', header: 'Inside P10 to P90?', format: 'text', note: 'Four in five should be.' },
      {
        id: 'score',
        header: 'Pinball loss',
        format,
        note: 'Mean over P10, P50 and P90 of τ·(actual − q) above the quantile and (1 − τ)·(q − actual) below it. Lower is better.',
      },
    ],
    rows: forecasts.map((month): readonly CellContent[] => [
      month.period,
      month.asOf,
      month.p10,
      month.p50,
      month.p90,
      month.actual,
      live(month.actual - month.p50, thisRow('actual'), '-', thisRow('p50')),
      live(Math.abs(month.actual - month.p50), ...['ABS(', thisRow('error'), ')']),
      live(
        month.actual >= month.p10 && month.actual <= month.p90 ? 'Yes' : 'No',
        ...[
          'IF(AND(',
          thisRow('actual'),
          '>=',
          thisRow('p10'),
          ',',
          thisRow('actual'),
          '<=',
          thisRow('p90'),
          '),"Yes","No")',
        ],
      ),
      live(scoreOf(month), ...liveScore),
    ]),
    conditionalFormats: [{ rule: 'flagWhere', column: 'inside', value: 'No', tone: 'warn' }],
  };
}

const pastChart = (finding: ForecastFinding): Chart => ({
  block: 'chart',
  id: 'accuracyChart',
  kind: 'line',
  title: 'Past forecasts, and what came',
  table: T,
  categories: 'month',
  series: [
    { name: 'P90', column: 'p90', tone: 'muted' },
    { name: 'P50', column: 'p50', tone: 'primary' },
    { name: 'P10', column: 'p10', tone: 'secondary' },
    { name: 'What came', column: 'actual', tone: 'bad' },
  ],
  yFormat: unitFormat(finding),
  alt: 'For each past month P10, P50 and P90 of the forecast made when it began, and what was won in it.',
});

/** What the errors come to, each with its meaning. */
function measuresTable(finding: ForecastFinding, past: Backtest): Table {
  const column = (id: string): Part => columnOf(T, id);
  const actual: readonly Part[] = ['SUM(', column('actual'), ')'];
  const ofActual = (value: number | null, of: string): CellContent =>
    live(value, ...['IF(', ...actual, '=0,"",SUM(', column(of), ')/', ...actual, ')']);
  const inUnits = unitFormat(finding);
  const scale = inUnits === 'money' ? 100 : 1;
  const units = (value: number | null): number | null => (value === null ? null : value / scale);
  return {
    block: 'table',
    id: 'accuracyMeasures',
    key: 'measure',
    columns: [
      { id: 'measure', header: 'Measure', format: 'text', width: 34 },
      { id: 'value', header: 'Value', format: 'decimal' },
      { id: 'meaning', header: 'What it says', format: 'text', runsOn: true },
    ],
    rows: [
      ['WAPE', ofActual(past.wape, 'miss'), 'Σ|what came − P50| ÷ Σ what came: 0.2 is off by a fifth'],
      [
        'WAPE deal by deal',
        past.wapeOfDeals,
        'Of each open deal, amount × probability against what it was won for: compare it over time, not with WAPE',
      ],
      ['Bias', ofActual(past.bias, 'error'), 'Above 0: more came than was forecast; below 0: less'],
      ['MASE', past.mase, 'Below 1: better than “as last month”'],
      [
        'Pinball loss',
        past.pinball === null ? null : live(past.pinball / scale, ...['AVERAGE(', column('score'), ')']),
        'Of P10, P50 and P90 together, in the unit of the amounts; lower is better',
      ],
      [
        'CRPS',
        units(past.crps),
        'Of the whole spread of futures, in the unit of the amounts; lower is better',
      ],
      [
        'Bands made so many times as wide',
        past.recalibration,
        past.recalibration === null
          ? 'Not changed: four in five inside is within what these months allow'
          : 'Because fewer or more months lay inside than chance allows',
      ],
    ],
  };
}

/** Months inside the band, with what so few months can tell of it. */
function insideTable(past: Backtest, minimum: number): Table {
  const { coverage } = past;
  return {
    block: 'table',
    id: 'accuracyInside',
    key: 'what',
    columns: [
      { id: 'what', header: 'Between P10 and P90', format: 'text', width: 34 },
      { id: 'inside', header: 'Months inside', format: 'integer' },
      { id: 'months', header: 'Months', format: 'integer' },
      ...rateColumns('share', 'Share inside', 'Months inside ÷ months. It should be 80%.'),
    ],
    rows: [
      [
        'Should be 80%',
        live(coverage.x, ...['COUNTIF(', columnOf(T, 'inside'), ',"Yes")']),
        live(coverage.n, ...['COUNTA(', columnOf(T, 'inside'), ')']),
        ...rateCells(coverage, minimum, [thisRow('inside')], [thisRow('months')]),
      ],
    ],
  };
}

/** What past forecasts could see, and how far they looked. */
const visibleText = ({ bridge }: ForecastFinding): string =>
  [
    bridge.knowsThen
      ? 'Each forecast was made with only what was visible when its month began: later stages, closes and amounts were not seen.'
      : 'Each forecast was made without the stages and closes that came after its month began. Earlier amounts are not in the data, so today’s amounts were used: where they changed since, this forecast looks better than it was.',
    'It looks one month ahead; months further ahead, and all months together, are not looked back on.',
    'Deal by deal the error is near 2 × (1 − probability) even when every probability is right, because a deal is won whole or not at all.',
  ].join(' ');

/** How good the forecast would have been; undefined where it cannot be looked back on. */
export function accuracySheet(finding: ForecastFinding, minimum: number): ReportSheet | undefined {
  const { backtest } = finding;
  if (!backtest) return undefined;
  return {
    id: 'accuracy',
    title: 'Accuracy',
    shows:
      'How good the forecasts of past months would have been, made one month ahead with what was visible then',
    orientation: 'landscape',
    blocks: [
      note(visibleText(finding), 'plain'),
      measuresTable(finding, backtest),
      heading('Does the band hold what it promises?'),
      insideTable(backtest, minimum),
      heading('Month by month'),
      pastTable(finding, backtest),
      pastChart(finding),
    ],
  };
}
