import { NUMBER_FORMATS } from '../formats';
import { TONES } from '../palette';
import type { Area, Placement } from '../placement';
import type { Chart } from '../report';
import { type Ground } from './cells';

/** Empty sections for positive, negative and zero: nothing is shown. */
const NO_NUMBERS = ';;;';

export function placeChart(chart: Chart, anchor: Area, ground: Ground): readonly Placement[] {
  const sheet = ground.arranged.sheet.id;
  const table = ground.references.tables.get(chart.table);
  const body = (column: string): Area => {
    const at = table?.columns.get(column);
    if (!table || at === undefined || table.sheet !== sheet)
      throw new Error(`The chart ${chart.id} shows ${chart.table}.${column}, which is not on its sheet.`);
    return { row: table.header + 1, rows: table.rows, column: at, columns: 1 };
  };
  return [
    {
      kind: 'chart',
      sheet,
      name: `Leadline_${chart.id}`,
      type: chart.kind,
      title: chart.title,
      alt: chart.alt,
      anchor,
      // A bar that does not begin at zero, or a share cut off below, would exaggerate every difference.
      ...(chart.kind !== 'scatter' && !chart.aroundZero && { yMin: 0 }),
      categories: body(chart.categories),
      series: chart.series.map((series) => ({
        name: series.name,
        values: body(series.column),
        color: TONES[series.tone],
        invisible: series.tone === 'invisible',
        ...(series.tone === 'hollow' && { hollow: true as const }),
      })),
      ...(chart.xTitle !== undefined && { xTitle: chart.xTitle }),
      ...(chart.yTitle !== undefined && { yTitle: chart.yTitle }),
      // A spacer that centres bars shifts them along the axis, so its numbers would mislead; a band or bridge stands where
      // its numbers are, and its chart names their format.
      ...(chart.yFormat !== undefined
        ? { yNumberFormat: NUMBER_FORMATS[chart.yFormat] }
        : chart.series.some(({ tone }) => tone === 'invisible') && { yNumberFormat: NO_NUMBERS }),
    },
  ];
}
