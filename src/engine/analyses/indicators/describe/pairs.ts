import { cellOf, live, thisRow, columnOf, type Part } from '../../../report/formula';
import type { CellContent, Chart, Table } from '../../../report/report';
import { sum } from '../../../stats/sum';
import { isPromoted } from '../evidence';
import type { IndicatorFinding, IndicatorsFinding, LeadLine } from '../finding';
import type { SeriesKind } from '../series';
import type { Calendar } from './calendar';
import { SERIES, seriesColumn } from './series';
import { periodsIn } from './words';

/** The table of pairs and the table of their lines, both on the sheet of the charts. */
export const PAIRS = 'leadPairs';
export const LINES = 'leadLines';

/** A promoted indicator beside its result, and the column that it has in the table of pairs. */
export interface Pair {
  readonly index: number;
  readonly finding: IndicatorFinding;
  readonly lag: number;
  readonly line: LeadLine;
  readonly indicator: Usual;
  readonly result: Usual;
  readonly lately: Lately;
  /** Rows of the first and the last pair. */
  readonly first: number;
  readonly last: number;
}

/** The last known values: from which to which period, and their mean. */
interface Lately {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
}

/** A series in usual periods, and where it stands on the Series sheet. */
interface Usual {
  readonly at: number;
  readonly kind: SeriesKind;
  readonly values: readonly (number | null)[];
}

export const x = (pair: Pair): string => `x${pair.index}`;
const zx = (pair: Pair): string => `zx${pair.index}`;
const y = ({ result }: Pair): string => `y${result.at}`;
const zy = ({ result }: Pair): string => `zy${result.at}`;
export const leadName = ({ name, result }: Pick<IndicatorFinding, 'name' | 'result'>): string =>
  `${name} → ${result}`;

/** Sheets hold units where the engine holds cents. */
export const unitOf = (kind: SeriesKind): number => (kind === 'amount' ? 100 : 1);

/** Every promoted indicator beside its result, in the order of the findings. */
export function pairsOf({ indicators, series }: IndicatorsFinding, calendar: Calendar): readonly Pair[] {
  const usual = (name: string): Usual => {
    const at = series.findIndex((one) => one.name === name);
    const { kind, values } = series[at]!; // findings name their own series
    return {
      at,
      kind,
      values: values.map((value, i) =>
        value === null || kind === 'rate' ? value : (value * calendar.usual) / calendar.businessDays(i),
      ),
    };
  };
  const promoted = indicators.flatMap((finding) =>
    isPromoted(finding.evidence) && finding.lag !== null && finding.line
      ? [{ finding, lag: finding.lag, line: finding.line }]
      : [],
  );
  return promoted.map(({ finding, lag, line }, index): Pair => {
    const [indicator, result] = [usual(finding.name), usual(finding.result)];
    const rows = [...result.values.keys()].filter(
      (t) => result.values[t] !== null && (indicator.values[t - lag] ?? null) !== null,
    );
    const lately = latelyOf(indicator.values);
    return {
      index,
      finding,
      lag,
      line,
      indicator,
      result,
      lately,
      first: rows[0]!,
      last: rows.at(-1)!,
    };
  });
}

/** So many last periods say what is done lately. */
export const LATELY = 3;

function latelyOf(values: readonly (number | null)[]): Lately {
  const isKnown = (value: number | null): value is number => value !== null;
  const to = values.reduce<number>((last, value, i) => (isKnown(value) ? i : last), 0);
  const from = Math.max(0, to - LATELY + 1);
  const known = values.slice(from, to + 1).filter(isKnown);
  return { from, to, mean: sum(known) / known.length };
}

/** The indicator's value that is said to come before the result of a row; none where the result is missing in between. */
function shifted({ indicator, result, lag, last }: Pair, row: number): number | null {
  const value = indicator.values[row - lag] ?? null;
  return row <= last && (result.values[row] ?? null) === null ? null : value;
}

/** "= count × usual days ÷ days" over the Series sheet. */
function usualCell(value: number | null, { at, kind }: Usual, row: number, usual: number): CellContent {
  if (value === null) return null;
  const cell = cellOf(SERIES, seriesColumn(at), row);
  return live(
    value / unitOf(kind),
    ...(kind === 'rate' ? [cell] : [cell, `*${usual}/`, cellOf(SERIES, 'days', row)]),
  );
}

function standardized(values: readonly (number | null)[]): readonly (number | null)[] {
  const known = values.filter((value) => value !== null);
  const mean = sum(known) / known.length;
  const spread = Math.sqrt(sum(known.map((value) => (value - mean) ** 2)) / (known.length - 1));
  return values.map((value) => (value === null || !(spread > 0) ? null : (value - mean) / spread));
}

const zCells = (values: readonly (number | null)[], of: string): readonly CellContent[] =>
  standardized(values).map((z) =>
    z === null
      ? null
      : live(z, '(', thisRow(of), '-AVERAGE(', columnOf(PAIRS, of), '))/STDEV(', columnOf(PAIRS, of), ')'),
  );

/**
 * One row a period: each result, and each promoted indicator moved on by its lead, in usual periods and as distances from the
 * mean in standard deviations. Rows go on as far as known values of an indicator reach.
 */
export function pairsTable(pairs: readonly Pair[], calendar: Calendar, grain: 'month' | 'week'): Table {
  const rows = calendar.count + Math.max(0, ...pairs.map(({ lag }) => lag));
  const positions = Array.from({ length: rows }, (_, i) => i);
  const results = [...new Map(pairs.map((pair) => [pair.result.at, pair])).values()];
  const columns = [
    ...results.flatMap((pair) => {
      const values = positions.map((i) => pair.result.values[i] ?? null);
      const name = pair.finding.result;
      return [
        {
          id: y(pair),
          header: name,
          cells: values.map((value, i) => usualCell(value, pair.result, i, calendar.usual)),
          note: `Of a usual ${grain}: × ${calendar.usual} ÷ business days.`,
        },
        { id: zy(pair), header: `${name}: z`, cells: zCells(values, y(pair)), note: Z_NOTE },
      ];
    }),
    ...pairs.flatMap((pair) => {
      const values = positions.map((i) => shifted(pair, i));
      const name = leadName(pair.finding);
      return [
        {
          id: x(pair),
          header: `${name}, ${periodsIn(pair.lag, { grain })} before`,
          cells: values.map((value, i) => usualCell(value, pair.indicator, i - pair.lag, calendar.usual)),
          note: `What was done ${periodsIn(pair.lag, { grain })} before this row’s ${grain}, of a usual ${grain}.`,
        },
        { id: zx(pair), header: `${name}: z`, cells: zCells(values, x(pair)), note: Z_NOTE },
      ];
    }),
  ];
  return {
    block: 'table',
    id: PAIRS,
    key: 'period',
    feedsCharts: true,
    columns: [
      { id: 'period', header: grain === 'month' ? 'Month' : 'Week from', format: 'text', width: 25 },
      ...columns.map(({ id, header, note }) => ({ id, header, note, format: 'decimal' as const, width: 14 })),
    ],
    rows: positions.map((i) => [calendar.name(i), ...columns.map(({ cells }) => cells[i] ?? null)]),
  };
}
const Z_NOTE = '(Value − mean) ÷ standard deviation, so that both lines of a chart share one axis.';

/** The straight line behind each lead: result = intercept + slope × indicator, both of a usual period. */
export function linesTable(pairs: readonly Pair[], grain: 'month' | 'week'): Table {
  return {
    block: 'table',
    id: LINES,
    key: 'lead',
    columns: [
      { id: 'lead', header: 'Lead', format: 'text' },
      { id: 'lag', header: `${grain === 'month' ? 'Months' : 'Weeks'} before`, format: 'integer' },
      { id: 'n', header: 'Pairs', format: 'integer' },
      {
        id: 'slope',
        header: 'Slope',
        format: 'decimal',
        note: 'Result that goes with one more of the indicator.',
      },
      { id: 'intercept', header: 'Intercept', format: 'decimal' },
      {
        id: 'error',
        header: 'Spread around the line',
        format: 'decimal',
        note: 'STEYX: standard deviation of the residuals.',
      },
      { id: 'mean', header: 'Mean of the indicator', format: 'decimal' },
      {
        id: 'squares',
        header: 'Squares',
        format: 'decimal',
        note: 'DEVSQ: sum of the squared distances of the indicator from its mean.',
      },
      {
        id: 'lately',
        header: 'Indicator lately',
        format: 'decimal',
        note: `Mean of its last ${LATELY} ${grain}s, each as if it were a usual one.`,
      },
    ],
    rows: pairs.map((pair) => {
      const { line, first, last, lately } = pair;
      const [ux, uy] = [unitOf(pair.indicator.kind), unitOf(pair.result.kind)];
      const range = (column: string, from = first, to = last): readonly Part[] => [
        cellOf(PAIRS, column, from),
        ':',
        cellOf(PAIRS, column, to),
      ];
      const both = [...range(y(pair)), ',', ...range(x(pair)), ')'];
      return [
        leadName(pair.finding),
        pair.lag,
        live(line.pairs, 'COUNT(', ...range(x(pair)), ')'),
        live((line.slope * ux) / uy, 'SLOPE(', ...both),
        live(line.intercept / uy, 'INTERCEPT(', ...both),
        live(line.sigma / uy, 'STEYX(', ...both),
        live(line.meanX / ux, 'AVERAGE(', ...range(x(pair)), ')'),
        live(line.squaresX / ux ** 2, 'DEVSQ(', ...range(x(pair)), ')'),
        live(
          lately.mean / ux,
          'AVERAGE(',
          ...range(x(pair), lately.from + pair.lag, lately.to + pair.lag),
          ')',
        ),
      ];
    }),
  };
}

/** The indicator, moved on by its lead, over the result: two lines on one axis. */
export const pairChart = (pair: Pair, grain: 'month' | 'week'): Chart => {
  const { name, result } = pair.finding;
  const before = periodsIn(pair.lag, { grain });
  return {
    block: 'chart',
    id: `leadChart${pair.index}`,
    kind: 'line',
    title: `${name}, moved on by ${before}, over ${result}`,
    table: PAIRS,
    categories: 'period',
    series: [
      { name: `${name}, ${before} before`, column: zx(pair), tone: 'secondary' },
      { name: result, column: zy(pair), tone: 'primary' },
    ],
    aroundZero: true,
    yTitle: 'Standard deviations from the mean',
    yFormat: 'decimal',
    alt: `${result} ${grain} by ${grain}, and ${name} of ${before} before, both as distances from their means. Where the lines rise and fall together, the indicator moved before the result.`,
  };
};

/** One chart for each promoted indicator: beside the first result that it leads. */
export const charted = (pairs: readonly Pair[]): readonly Pair[] =>
  [...new Map([...pairs].reverse().map((pair) => [pair.finding.name, pair])).values()].sort(
    (a, b) => a.index - b.index,
  );
