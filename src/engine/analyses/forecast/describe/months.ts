import { columnOf, live, thisRow } from '../../../report/formula';
import type { CellContent, Chart, Column, Table } from '../../../report/report';
import type { ForecastFinding, PeriodForecast } from '../finding';
import { endsEarly } from '../periods';
import { chanceCell, goalCell } from './liveGoal';
import { unitFormat, wholeFormat } from './words';

const MONTHS = 'forecastByMonth';

/** What every table of periods tells of one. */
function bandColumns(finding: ForecastFinding): readonly Column[] {
  const format = unitFormat(finding);
  const whole = wholeFormat(finding);
  return [
    {
      id: 'p10',
      header: 'P10',
      format: whole,
      note: 'One simulated future in ten comes to this or less: what you can nearly count on.',
    },
    { id: 'p50', header: 'P50', format: whole, note: 'The middle: as many futures come to more as to less.' },
    { id: 'p90', header: 'P90', format: whole, note: 'One simulated future in ten comes to more than this.' },
    {
      id: 'mean',
      header: 'Mean',
      format,
      note: 'Over all simulated futures. Means add up over months; P10, P50 and P90 do not.',
    },
    {
      id: 'booked',
      header: 'Won already',
      format: whole,
      note: 'By the as-of day; part of all figures to the left.',
    },
    {
      id: 'goal',
      header: 'Goal',
      format,
      note: 'The goal set on the Inputs sheet, an equal part of it for each month; where none is set, the quotas.',
    },
    {
      id: 'chance',
      header: 'Chance to reach it',
      format: 'chance',
      note: 'Share of simulated futures that reach the goal. Once another goal is typed: of all months together what the table of chances says, to a hundredth; blank for a month or quarter until the next run.',
    },
    { id: 'winsLow', header: 'Wins, P10', format: 'integer' },
    { id: 'wins', header: 'Wins, P50', format: 'integer' },
    { id: 'winsHigh', header: 'Wins, P90', format: 'integer' },
  ];
}

function bandCells(finding: ForecastFinding, period: PeriodForecast): readonly CellContent[] {
  const { p10, p50, p90, mean, booked, wins } = period;
  const goal = [goalCell(finding, period), chanceCell(finding, period)];
  return [p10, p50, p90, mean, booked, ...goal, wins.p10, wins.p50, wins.p90];
}

/** Months × P10, P50, P90, with the heights of the band for the chart. Quantiles are values of the simulation. */
export function monthsTable(finding: ForecastFinding): Table {
  const format = wholeFormat(finding);
  const { periods, total } = finding;
  const sum = (value: number, column: string) => live(value, 'SUM(', columnOf(MONTHS, column), ')');
  const meanOfAll = periods.reduce((all, { mean }) => all + mean, 0);
  return {
    block: 'table',
    id: MONTHS,
    key: 'month',
    columns: [
      { id: 'month', header: 'Month', format: 'text', width: 25 },
      ...bandColumns(finding),
      {
        id: 'openMiddle',
        header: 'Of it today’s open deals, P50',
        format,
        note: 'Nothing won already and nothing new counted.',
      },
      { id: 'lower', header: 'P10 to P50', format, note: 'For the chart: the lower half of the band.' },
      { id: 'upper', header: 'P50 to P90', format, note: 'For the chart: the upper half of the band.' },
    ],
    rows: periods.map((month) => [
      month.period,
      ...bandCells(finding, month),
      month.open.p50,
      live(month.p50 - month.p10, thisRow('p50'), '-', thisRow('p10')),
      live(month.p90 - month.p50, thisRow('p90'), '-', thisRow('p50')),
    ]),
    totals: [
      'Sum',
      null,
      null,
      null,
      sum(meanOfAll, 'mean'),
      sum(
        periods.reduce((all, { booked }) => all + booked, 0),
        'booked',
      ),
      live(
        total.goal,
        ...['IF(COUNT(', columnOf(MONTHS, 'goal'), ')<ROWS(', columnOf(MONTHS, 'goal'), '),"",SUM('],
        ...[columnOf(MONTHS, 'goal'), '))'],
      ),
      ...Array.from({ length: 7 }, () => null),
    ],
  };
}

export const bandChart = (finding: ForecastFinding): Chart => ({
  block: 'chart',
  id: 'forecastBand',
  kind: 'stackedColumn',
  title: 'Four months in five end within the bar',
  table: MONTHS,
  categories: 'month',
  series: [
    { name: 'Up to P10', column: 'p10', tone: 'invisible' },
    { name: 'P10 to P50', column: 'lower', tone: 'series7' },
    { name: 'P50 to P90', column: 'upper', tone: 'primary' },
  ],
  yFormat: unitFormat(finding),
  alt: 'For each month a bar from P10 to P90, divided at P50: where the amount won is expected to end in four of five futures.',
});

export const goalChart = (finding: ForecastFinding): Chart => ({
  block: 'chart',
  id: 'forecastGoalChart',
  kind: 'line',
  title: 'Forecast and goal',
  table: MONTHS,
  categories: 'month',
  series: [
    { name: 'P90', column: 'p90', tone: 'muted' },
    { name: 'P50', column: 'p50', tone: 'primary' },
    { name: 'P10', column: 'p10', tone: 'secondary' },
    ...(finding.total.goal === null ? [] : [{ name: 'Goal', column: 'goal', tone: 'bad' } as const]),
  ],
  yFormat: unitFormat(finding),
  alt: 'P10, P50 and P90 of what is won month by month, against the goal of each month.',
});

/** "2026-Q4 to 2026-10" where the forecast ends within the quarter. */
const nameOf = (period: PeriodForecast): string =>
  period.period === 'total'
    ? 'All months'
    : endsEarly(period)
      ? `${period.period} to ${period.to.slice(0, 7)}`
      : period.period;

/** Quarters and all months together: quantiles of sums, which are no sums of quantiles. */
export function totalsTable(finding: ForecastFinding): Table {
  const { quarters, total } = finding;
  return {
    block: 'table',
    id: 'forecastTotals',
    key: 'period',
    columns: [
      { id: 'period', header: 'Months together', format: 'text', width: 25 },
      ...bandColumns(finding),
      {
        id: 'missing',
        header: 'Goal less P50',
        format: unitFormat(finding),
        note: 'What the middle of the forecast is short of; below 0 it is above the goal.',
      },
    ],
    rows: [...quarters, total].map((period) => [
      nameOf(period),
      ...bandCells(finding, period),
      live(
        period.goal === null ? null : period.goal - period.p50,
        ...['IF(', thisRow('goal'), '="","",', thisRow('goal'), '-', thisRow('p50'), ')'],
      ),
    ]),
  };
}
