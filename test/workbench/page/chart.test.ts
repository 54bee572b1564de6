import { chartData, extentsOf } from '../../../workbench/page/ui/chart';
import { startStandIn } from '../../../workbench';
import { sheetOf } from '../../support/standInSheets';

it('reads a chart from the cells that its series point at', async () => {
  const host = startStandIn({
    sheets: [
      {
        name: 'S',
        rows: [
          ['Stage', 'Space', 'Deals', 'Other'],
          ['A', 0, 10, -2],
          ['B', 2, 6, 3],
          ['C', 4, null, 1],
        ],
      },
    ],
  });
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('S');
    const chart = sheet.charts.add('BarStacked', sheet.getRange('B2:D4'), 'Columns');
    chart.title.text = 'Deals';
    for (const i of [0, 1, 2]) chart.series.getItemAt(i).setXAxisValues(sheet.getRange('A2:A4'));
    const space = chart.series.getItemAt(0);
    space.format.fill.clear();
    space.format.line.clear();
    const other = chart.series.getItemAt(2);
    other.format.fill.clear();
    other.format.line.color = '#5B6675';
    await context.sync();
  });
  const [chart] = sheetOf(host, 'S').charts;
  const data = chartData(host.store, chart!);
  expect(data.categories).toEqual(['A', 'B', 'C']);
  expect(data.series.map((s) => s.invisible)).toEqual([true, false, false]);
  expect(data.series.map((s) => s.hollow)).toEqual([false, false, true]);
  expect(data.series[2]!.color).toBe('#5B6675');
  // Negative lengths grow the other way, blanks have none, an invisible series carries the next one.
  expect(extentsOf(data)).toEqual([
    [
      [0, 0],
      [0, 2],
      [0, 4],
    ],
    [[0, 10], [2, 8], null],
    [
      [0, -2],
      [8, 11],
      [4, 5],
    ],
  ]);
});
