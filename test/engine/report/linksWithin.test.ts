import { linksWithin } from '../../../src/engine/report/linksWithin';
import type { ReportSheet } from '../../../src/engine/report/report';

const sheet: ReportSheet = {
  id: 'funnelTimes',
  title: 'Time in stage',
  orientation: 'landscape',
  blocks: [
    { block: 'note', text: 'Half took 90 days.', tone: 'plain' },
    {
      block: 'table',
      id: 'deals',
      key: 'deal',
      columns: [{ id: 'deal', header: 'Deal', format: 'text' }],
      rows: [
        [{ link: { source: 'Pipeline.xlsx', sheet: 'Deals', cell: 'A7' }, text: 'D7' }],
        [{ link: { sheet: 'funnel', cell: 'A1' }, text: 'Funnel' }],
        ['no link'],
      ],
    },
  ],
};
const rowsIn = (workbook: string | undefined) => {
  const table = linksWithin(workbook)(sheet).blocks[1];
  return table?.block === 'table' ? table.rows.map(([cell]) => cell) : [];
};

it('leads to the rows of the workbook that the sheets go into', () => {
  expect(rowsIn('Pipeline.xlsx')).toEqual([
    { link: { sheet: 'Deals', cell: 'A7' }, text: 'D7' },
    { link: { sheet: 'funnel', cell: 'A1' }, text: 'Funnel' },
    'no link',
  ]);
});

it('keeps the text alone of what lies elsewhere, and leaves the links between sheets', () => {
  for (const other of ['Other.xlsx', undefined])
    expect(rowsIn(other)).toEqual([
      'D7',
      { link: { sheet: 'funnel', cell: 'A1' }, text: 'Funnel' },
      'no link',
    ]);
});
