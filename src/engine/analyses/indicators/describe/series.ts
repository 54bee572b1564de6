import type { Table } from '../../../report/report';
import type { IndicatorsFinding } from '../finding';
import { FORMATS } from '../series';
import type { Calendar } from './calendar';

export const SERIES = 'leadSeries';
export const seriesColumn = (index: number): string => `s${index}`;

/** The series behind everything, one row a period: counts and sums as they are. */
export function seriesTable({ series, basis }: IndicatorsFinding, calendar: Calendar): Table {
  return {
    block: 'table',
    id: SERIES,
    key: 'period',
    columns: [
      { id: 'period', header: basis.grain === 'month' ? 'Month' : 'Week from', format: 'text', width: 25 },
      {
        id: 'days',
        header: 'Business days',
        format: 'integer',
        note: `Mondays to Fridays; holidays are not known. Counts and sums are compared as if every ${basis.grain} had ${calendar.usual}.`,
      },
      ...series.map(({ name, kind }, i) => ({ id: seriesColumn(i), header: name, format: FORMATS[kind] })),
    ],
    rows: Array.from({ length: calendar.count }, (_, position) => [
      calendar.name(position),
      calendar.businessDays(position),
      ...series.map(({ values }) => values[position] ?? null),
    ]),
  };
}
