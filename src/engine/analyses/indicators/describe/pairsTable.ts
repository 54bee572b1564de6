import { cellOf, live } from '../../../report/formula';
import type { CellContent, Table } from '../../../report/report';
import type { Calendar } from './calendar';
import { leadName, PAIRS, shifted, unitOf, x, y, type Pair, type Usual } from './pairs';
import { SERIES, seriesColumn } from './series';
import { periodsIn } from './words';

/** "= count × usual days ÷ days" over the Series sheet. */
function usualCell(value: number | null, { at, kind }: Usual, row: number, usual: number): CellContent {
  if (value === null) return null;
  const cell = cellOf(SERIES, seriesColumn(at), row);
  return live(
    value / unitOf(kind),
    ...(kind === 'rate' ? [cell] : [cell, `*${usual}/`, cellOf(SERIES, 'days', row)]),
  );
}

/** Rows go on as far as known values of an indicator reach. */
export const pairRows = (pairs: readonly Pair[], calendar: Calendar): readonly number[] =>
  Array.from({ length: calendar.count + Math.max(0, ...pairs.map(({ lag }) => lag)) }, (_, i) => i);

/** One row a period: each result, and each promoted indicator moved on by its lead, in usual periods. */
export function pairsTable(pairs: readonly Pair[], calendar: Calendar, grain: 'month' | 'week'): Table {
  const positions = pairRows(pairs, calendar);
  const results = [...new Map(pairs.map((pair) => [pair.result.at, pair])).values()];
  const columns = [
    ...results.map((pair) => ({
      id: y(pair),
      header: pair.finding.result,
      cells: positions.map((i) => usualCell(pair.result.values[i] ?? null, pair.result, i, calendar.usual)),
      note: `Of a usual ${grain}: × ${calendar.usual} ÷ business days.`,
    })),
    ...pairs.map((pair) => ({
      id: x(pair),
      header: `${leadName(pair.finding)}, ${periodsIn(pair.lag, { grain })} before`,
      cells: positions.map((i) => usualCell(shifted(pair, i), pair.indicator, i - pair.lag, calendar.usual)),
      note: `Of ${periodsIn(pair.lag, { grain })} before this row’s ${grain}, in a usual ${grain}.`,
    })),
  ];
  return {
    block: 'table',
    id: PAIRS,
    key: 'period',
    columns: [
      { id: 'period', header: grain === 'month' ? 'Month' : 'Week from', format: 'text', width: 25 },
      ...columns.map(({ id, header, note }) => ({ id, header, note, format: 'decimal' as const, width: 16 })),
    ],
    rows: positions.map((i) => [calendar.name(i), ...columns.map(({ cells }) => cells[i] ?? null)]),
  };
}
