import { columnOf, cellOf, live } from '../../../report/formula';
import type { CellContent, Chart, Table } from '../../../report/report';
import { sum } from '../../../stats/sum';
import type { Calendar } from './calendar';
import { PAIRS, shifted, x, y, type Pair } from './pairs';
import { pairRows } from './pairsTable';
import { periodsIn } from './words';

/** One chart for each promoted indicator: beside the first result that it leads. */
export const charted = (pairs: readonly Pair[]): readonly Pair[] =>
  [...new Map([...pairs].reverse().map((pair) => [pair.finding.name, pair])).values()].sort(
    (a, b) => a.index - b.index,
  );

const curveId = ({ index }: Pair): string => `leadCurve${index + 1}`;

function standardized(values: readonly (number | null)[]): readonly (number | null)[] {
  const known = values.filter((value) => value !== null);
  const mean = sum(known) / known.length;
  const spread = Math.sqrt(sum(known.map((value) => (value - mean) ** 2)) / (known.length - 1));
  return values.map((value) => (value === null || !(spread > 0) ? null : (value - mean) / spread));
}

/** (Value − mean) ÷ standard deviation over a column of the table of pairs. */
const zCells = (values: readonly (number | null)[], of: string): readonly CellContent[] =>
  standardized(values).map((z, row) => {
    const column = columnOf(PAIRS, of);
    return z === null
      ? null
      : live(z, '(', cellOf(PAIRS, of, row), '-AVERAGE(', column, '))/STDEV(', column, ')');
  });

/** The numbers behind a chart: both series as distances from their means, the indicator moved on by its lead. */
export function curveTable(
  pair: Pair,
  pairs: readonly Pair[],
  calendar: Calendar,
  grain: 'month' | 'week',
): Table {
  const rows = pairRows(pairs, calendar);
  const indicator = zCells(
    rows.map((i) => shifted(pair, i)),
    x(pair),
  );
  const result = zCells(
    rows.map((i) => pair.result.values[i] ?? null),
    y(pair),
  );
  const note = '(Value − mean) ÷ standard deviation, so that both lines of the chart share one axis.';
  return {
    block: 'table',
    id: curveId(pair),
    key: 'period',
    feedsCharts: true,
    columns: [
      { id: 'period', header: grain === 'month' ? 'Month' : 'Week from', format: 'text', width: 28 },
      {
        id: 'indicator',
        header: `${pair.finding.name}, ${periodsIn(pair.lag, { grain })} before`,
        format: 'decimal',
        width: 28,
        note,
      },
      { id: 'result', header: pair.finding.result, format: 'decimal', width: 28, note },
    ],
    rows: rows.map((i) => [calendar.name(i), indicator[i] ?? null, result[i] ?? null]),
  };
}

/** The indicator, moved on by its lead, over the result: two lines on one axis. */
export const leadChart = (pair: Pair, grain: 'month' | 'week'): Chart => {
  const { name, result } = pair.finding;
  const before = periodsIn(pair.lag, { grain });
  return {
    block: 'chart',
    id: `leadChart${pair.index + 1}`,
    kind: 'line',
    title: `${name}, ${before} before ${result}`,
    table: curveId(pair),
    categories: 'period',
    series: [
      { name: `${name}, ${before} before`, column: 'indicator', tone: 'bad' },
      { name: result, column: 'result', tone: 'primary' },
    ],
    aroundZero: true,
    yTitle: 'Standard deviations',
    yFormat: 'decimal',
    alt: `${result} ${grain} by ${grain}, and ${name} of ${before} before, both as distances from their means. Where the lines rise and fall together, the indicator moved before the result.`,
  };
};
