import { live, rowsOfColumn, type Part } from '../../../report/formula';
import type { Table } from '../../../report/report';
import { LATELY, leadName, LINES, PAIRS, unitOf, x, y, type Pair } from './pairs';

/** The straight line behind each lead: result = intercept + slope × indicator, both of a usual period. */
export function linesTable(pairs: readonly Pair[], grain: 'month' | 'week'): Table {
  return {
    block: 'table',
    id: LINES,
    key: 'lead',
    columns: [
      { id: 'lag', header: `${grain === 'month' ? 'Months' : 'Weeks'} before`, format: 'integer', width: 25 },
      { id: 'lead', header: 'Lead', format: 'text', width: 40 },
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
        rowsOfColumn(PAIRS, column, from, to),
      ];
      const both = [...range(y(pair)), ',', ...range(x(pair)), ')'];
      return [
        pair.lag,
        leadName(pair.finding),
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
