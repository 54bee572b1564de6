import type { PlacementOf } from '../../../engine/report/placement';
import type { ChartKind } from '../../../engine/report/report';
import { asLabel } from '../asText';
import { endColumn, endRow, sameArea } from '../rects';
import type { Stage } from './state';
import { cellAt, chartKey, rangeAt } from './state';

const TYPES = {
  column: 'ColumnClustered',
  bar: 'BarClustered',
  stackedColumn: 'ColumnStacked',
  stackedBar: 'BarStacked',
  line: 'LineMarkers',
  scatter: 'XYScatter',
  area: 'Area',
} as const satisfies Record<ChartKind, string>;
const LINES: readonly ChartKind[] = ['line', 'scatter'];
const BARS: readonly ChartKind[] = ['bar', 'stackedBar'];
const GRIDLINES = '#E5E7EB';

/** The chart of that name is given its type and series anew, or made. Decorations come later, each on its own. */
export function chart(stage: Stage, p: PlacementOf<'chart'>): void {
  const [first] = p.series;
  if (!first) return;
  const standing = stage.found.charts.get(chartKey(stage.worksheetId, p.name));
  const made =
    standing?.chart ?? stage.worksheet.charts.add(TYPES[p.type], rangeAt(stage, first.values), 'Columns');
  // One column of values makes one series.
  const there = standing?.series ?? 1;
  if (standing) made.chartType = TYPES[p.type];
  else made.name = p.name;
  const last = stage.lastAnchor(p.name);
  if (!standing || !last || !sameArea(last, p.anchor))
    made.setPosition(
      cellAt(stage, p.anchor.row, p.anchor.column),
      cellAt(stage, endRow(p.anchor) - 1, endColumn(p.anchor) - 1),
    );
  p.series.forEach((s, i) => {
    const series = i < there ? made.series.getItemAt(i) : made.series.add(asLabel(s.name));
    series.name = asLabel(s.name);
    series.setValues(rangeAt(stage, s.values));
    series.setXAxisValues(rangeAt(stage, p.categories));
  });
  for (let i = there - 1; i >= p.series.length; i--) made.series.getItemAt(i).delete();
}

/** What makes a chart pleasant. Versions of Excel differ in what they accept: one that fails must not spoil the others. */
export function decorations(p: PlacementOf<'chart'>): readonly ((worksheet: Excel.Worksheet) => void)[] {
  const of = (draw: (made: Excel.Chart) => void) => (worksheet: Excel.Worksheet) =>
    draw(worksheet.charts.getItem(p.name));
  const visible = p.series.filter((s) => !s.invisible);
  return [
    of((made) => {
      made.title.text = asLabel(p.title);
      made.title.format.font.size = 12;
    }),
    of((made) => {
      made.legend.visible = visible.length > 1;
      if (visible.length > 1) made.legend.position = 'Top';
    }),
    ...p.series.map((s, i) =>
      of((made) => {
        const { format } = made.series.getItemAt(i);
        if (s.invisible) {
          format.fill.clear();
          format.line.clear();
        } else if (s.hollow) {
          format.fill.clear();
          format.line.color = s.color;
        } else if (LINES.includes(p.type)) format.line.color = s.color;
        else format.fill.setSolidColor(s.color);
      }),
    ),
    of((made) => {
      const { valueAxis } = made.axes;
      valueAxis.majorGridlines.visible = true;
      valueAxis.majorGridlines.format.line.color = GRIDLINES;
      if (p.yNumberFormat !== undefined) valueAxis.numberFormat = p.yNumberFormat;
    }),
    ...(p.yTitle === undefined
      ? []
      : [of((made) => void (made.axes.valueAxis.title.text = asLabel(p.yTitle ?? '')))]),
    ...(p.xTitle === undefined
      ? []
      : [of((made) => void (made.axes.categoryAxis.title.text = asLabel(p.xTitle ?? '')))]),
    // The first category on top, as in the table.
    ...(BARS.includes(p.type) ? [of((made) => void (made.axes.categoryAxis.reversePlotOrder = true))] : []),
  ];
}
