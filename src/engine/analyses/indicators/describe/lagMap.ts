import type { Table } from '../../../report/report';
import type { IndicatorsFinding } from '../finding';
import { ofResult } from './lights';
import { windowWords } from './words';

/** Full colour from here on: hardly any honest lead is stronger. */
const REACH = 0.8;
const lagColumn = (lag: number): string => `lag${lag}`;

/** r of each indicator at each lead, coloured by one scale. */
export function lagMapTable(id: string, finding: IndicatorsFinding, result: string): Table {
  const rows = ofResult(finding, result);
  const lags = Math.max(0, ...rows.map(({ rByLag }) => rByLag.length));
  const columns = Array.from({ length: lags }, (_, lag) => lagColumn(lag));
  return {
    block: 'table',
    id,
    key: 'indicator',
    columns: [
      { id: 'indicator', header: 'Indicator', format: 'text', width: 42 },
      { id: 'best', header: 'Best at', format: 'integer', width: 11, note: 'Within the plausible leads.' },
      { id: 'window', header: 'Plausible', format: 'text', width: 16 },
      {
        id: 'first',
        header: 'First seen at',
        format: 'integer',
        width: 11,
        note: 'The first plausible lead at which chance alone shows as much in at most 10 of 100 cases.',
      },
      {
        id: 'peak',
        header: 'Strongest at',
        format: 'integer',
        width: 11,
        note: 'Of all leads, plausible or not.',
      },
      ...columns.map((id, lag) => ({
        id,
        header: lag === 0 ? 'At once' : `${lag} before`,
        format: 'decimal' as const,
        width: 10,
      })),
    ],
    rows: rows.map((one) => [
      one.name,
      one.lag,
      windowWords(one.window, finding.basis),
      one.firstLag,
      one.peakLag,
      ...columns.map((_, lag) => one.rByLag[lag] ?? null),
    ]),
    ...(columns.length > 0 && { conditionalFormats: [{ rule: 'heatMap', columns, reach: REACH }] }),
  };
}
