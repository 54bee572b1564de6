import { quotedSheet } from '../../engine/report/formula';
import type { ChartKind } from '../../engine/report/report';
import type { Area, PlacementOf } from '../../engine/report/placement';
import { areaAddress } from './a1';
import { cellKey, type SheetDraft } from './sheetDraft';
import { escapeCellText, writableText, xmlAttribute, xmlText } from './xml';

type Chart = PlacementOf<'chart'>;
type Series = Chart['series'][number];

/**
 * A native chart (ISO 29500-1, 21.2): title and legend at the left above the plot, a light grid along the values, no
 * third dimension, no second axis. Values and labels are kept beside their references, so that a viewer that does not
 * calculate shows the chart too. Bars run downwards in the order of their table.
 */
export function chartXml(chart: Chart, draft: SheetDraft): string {
  const kind = KINDS[chart.type];
  const shown = chart.series.filter((s) => !s.invisible);
  const context: Context = { chart, draft, kind };
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<c:roundedCorners val="0"/><c:chart>',
    title(chart.title, 1200, 1, placed(0.015, 0.02)),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    plot(context),
    axes(context),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>',
    shown.length > 1 ? legend(chart) : '',
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr>${fill('FFFFFF')}<a:ln w="9525">${fill(GRID)}</a:ln></c:spPr>`,
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${textStyle('defRPr', 900, 0, LABEL)}</a:pPr>`,
    '<a:endParaRPr lang="en-US"/></a:p></c:txPr></c:chartSpace>',
  ].join('');
}

interface Kind {
  readonly element: 'barChart' | 'lineChart' | 'areaChart' | 'scatterChart';
  readonly before: string;
  readonly after: string;
  /** Bars lie: categories run down the left side. */
  readonly lying: boolean;
}

interface Context {
  readonly chart: Chart;
  readonly draft: SheetDraft;
  readonly kind: Kind;
}

const bars = (direction: 'col' | 'bar', grouping: 'clustered' | 'stacked'): Kind => ({
  element: 'barChart',
  before: `<c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>`,
  after: `<c:gapWidth val="${grouping === 'stacked' ? 45 : 60}"/>${grouping === 'stacked' ? '<c:overlap val="100"/>' : ''}`,
  lying: direction === 'bar',
});

const KINDS: Readonly<Record<ChartKind, Kind>> = {
  column: bars('col', 'clustered'),
  stackedColumn: bars('col', 'stacked'),
  bar: bars('bar', 'clustered'),
  stackedBar: bars('bar', 'stacked'),
  line: {
    element: 'lineChart',
    before: '<c:grouping val="standard"/><c:varyColors val="0"/>',
    after: '<c:marker val="1"/>',
    lying: false,
  },
  area: {
    element: 'areaChart',
    before: '<c:grouping val="standard"/><c:varyColors val="0"/>',
    after: '',
    lying: false,
  },
  scatter: {
    element: 'scatterChart',
    before: '<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>',
    after: '',
    lying: false,
  },
};

const [CATEGORY_AXIS, VALUE_AXIS] = [111111111, 222222222] as const;
const [GRID, AXIS, LABEL, TITLE] = ['E3E7ED', 'B8C0CC', '4B5563', '1F2937'] as const;
/** Up to so many points a line shows them; beyond, they would be a band. */
const MARKED_POINTS = 24;

const hex = (color: string): string => color.slice(1).toUpperCase();

const fill = (rgb: string, alpha = 100): string =>
  alpha === 100
    ? `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`
    : `<a:solidFill><a:srgbClr val="${rgb}"><a:alpha val="${alpha * 1000}"/></a:srgbClr></a:solidFill>`;

const NO_LINE = '<a:ln><a:noFill/></a:ln>';
const NOTHING = `<c:spPr><a:noFill/>${NO_LINE}</c:spPr>`;

const textStyle = (tag: string, size: number, bold: 0 | 1, rgb: string): string =>
  `<a:${tag}${tag === 'rPr' ? ' lang="en-US"' : ''} sz="${size}" b="${bold}">${fill(rgb)}</a:${tag}>`;

const placed = (x: number, y: number): string =>
  '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>' +
  `<c:x val="${x}"/><c:y val="${y}"/></c:manualLayout></c:layout>`;

const title = (text: string, size: number, bold: 0 | 1, layout: string, rotated = false): string =>
  `<c:title><c:tx><c:rich><a:bodyPr${rotated ? ' rot="-5400000" vert="horz"' : ''}/><a:lstStyle/><a:p>` +
  `<a:pPr>${textStyle('defRPr', size, bold, bold ? TITLE : LABEL)}</a:pPr>` +
  `<a:r>${textStyle('rPr', size, bold, bold ? TITLE : LABEL)}<a:t>${xmlText(writableText(text))}</a:t></a:r></a:p></c:rich></c:tx>` +
  `${layout}<c:overlay val="0"/></c:title>`;

/** Characters of a line of legend; what is longer would cover the plot in some programs and stands beside it instead. */
const LEGEND_LINE = 60;

function legend(chart: Chart): string {
  const letters = chart.series.reduce(
    (sum, { name, invisible }) => sum + (invisible ? 0 : name.length + 4),
    0,
  );
  const place = letters > LEGEND_LINE ? ['r', ''] : ['t', placed(0.01, 0.11)];
  return `<c:legend><c:legendPos val="${place[0]}"/>${place[1]}<c:overlay val="0"/></c:legend>`;
}

function plot(context: Context): string {
  const { chart, kind } = context;
  const ids = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const series = chart.series.map((s, i) => seriesXml(s, i, context)).join('');
  return `<c:${kind.element}>${kind.before}${series}${kind.after}${ids}</c:${kind.element}>`;
}

function seriesXml(series: Series, index: number, context: Context): string {
  const { chart, kind } = context;
  // The legend cannot leave a series out in every program (LibreOffice counts from the other end where bars lie), but
  // one without a look and a name is not seen there.
  const name = series.invisible ? ' ' : xmlText(writableText(series.name));
  const head = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${name}</c:v></c:tx>`;
  const look = series.invisible ? NOTHING : seriesLook(series, context);
  const scatter = kind.element === 'scatterChart';
  const categories = reference(chart.categories, context, scatter ? 'number' : 'label');
  const values = reference(series.values, context, 'number', chart.yNumberFormat);
  const after = {
    barChart: '<c:invertIfNegative val="0"/>',
    lineChart: marker(series, chart),
    areaChart: '',
    scatterChart: marker(series, chart),
  }[kind.element];
  const data = scatter
    ? `<c:xVal>${categories}</c:xVal><c:yVal>${values}</c:yVal><c:smooth val="0"/>`
    : `<c:cat>${categories}</c:cat><c:val>${values}</c:val>${kind.element === 'lineChart' ? '<c:smooth val="0"/>' : ''}`;
  return `<c:ser>${head}${look}${after}${data}</c:ser>`;
}

function seriesLook(series: Series, { chart, kind }: Context): string {
  const rgb = hex(series.color);
  switch (kind.element) {
    case 'lineChart':
      return `<c:spPr><a:ln w="28575" cap="rnd">${fill(rgb)}<a:round/></a:ln></c:spPr>`;
    case 'scatterChart':
      return `<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>`;
    case 'areaChart':
      // Areas that lie behind others must still be seen.
      return `<c:spPr>${fill(rgb, chart.series.length > 1 ? 65 : 100)}${NO_LINE}</c:spPr>`;
    case 'barChart':
      return series.hollow
        ? `<c:spPr><a:noFill/><a:ln w="19050">${fill(rgb)}<a:prstDash val="sysDash"/></a:ln></c:spPr>`
        : `<c:spPr>${fill(rgb)}${NO_LINE}</c:spPr>`;
  }
}

function marker(series: Series, chart: Chart): string {
  const dots = chart.type === 'scatter' || series.values.rows <= MARKED_POINTS;
  if (series.invisible || !dots) return '<c:marker><c:symbol val="none"/></c:marker>';
  const look = `<c:spPr>${fill(hex(series.color))}${NO_LINE}</c:spPr>`;
  return `<c:marker><c:symbol val="circle"/><c:size val="${chart.type === 'scatter' ? 7 : 5}"/>${look}</c:marker>`;
}

/** Labels are numbers only where every one is: years or dates along an axis. */
function reference(area: Area, context: Context, as: 'label' | 'number', format?: string): string {
  const cells = cellsOf(area, context.draft);
  const values = cells.map((cell) => cell.value);
  const formula = xmlText(`${quotedSheet(context.draft.name)}!${areaAddress(area, true)}`);
  const numeric = as === 'number' || (values.length > 0 && values.every((v) => typeof v === 'number'));
  const points = values
    .map((value, i) =>
      value === null || value === '' || (numeric && typeof value !== 'number')
        ? ''
        : `<c:pt idx="${i}"><c:v>${xmlText(escapeCellText(String(value)))}</c:v></c:pt>`,
    )
    .join('');
  const count = `<c:ptCount val="${values.length}"/>`;
  if (!numeric) return `<c:strRef><c:f>${formula}</c:f><c:strCache>${count}${points}</c:strCache></c:strRef>`;
  const code = format ?? cells[0]?.format ?? 'General';
  return `<c:numRef><c:f>${formula}</c:f><c:numCache><c:formatCode>${xmlText(code)}</c:formatCode>${count}${points}</c:numCache></c:numRef>`;
}

function cellsOf(area: Area, draft: SheetDraft) {
  const cells: { readonly value: string | number | null; readonly format: string | undefined }[] = [];
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = draft.cells.get(cellKey(row, column));
      const value = cell?.value ?? null;
      cells.push({
        value: typeof value === 'object' && value !== null ? value.value : value,
        format: cell?.format?.numberFormat,
      });
    }
  return cells;
}

function axes(context: Context): string {
  const { chart, kind } = context;
  const line = `<c:spPr><a:ln w="9525">${fill(AXIS)}</a:ln></c:spPr>`;
  const grid = `<c:majorGridlines><c:spPr><a:ln w="9525">${fill(GRID)}</a:ln></c:spPr></c:majorGridlines>`;
  const named = (text: string | undefined, rotated: boolean): string =>
    text === undefined ? '' : title(text, 900, 0, '', rotated);
  const start = chart.yMin === undefined ? '' : `<c:min val="${chart.yMin}"/>`;
  const valueFormat = `<c:numFmt formatCode="${xmlAttribute(chart.yNumberFormat ?? 'General')}" sourceLinked="0"/>`;
  const ticks = (labels: 'low' | 'nextTo'): string =>
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${labels}"/>`;
  // Turned round, the categories begin at the top; their axis then crosses at the end to keep the values below.
  const [order, crosses] = kind.lying ? ['maxMin', 'max'] : ['minMax', 'autoZero'];
  const x =
    `<c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${kind.lying ? 'l' : 'b'}"/>${named(chart.xTitle, kind.lying)}` +
    `<c:numFmt formatCode="${xmlAttribute(cellsOf(chart.categories, context.draft)[0]?.format ?? 'General')}" sourceLinked="0"/>` +
    `${ticks('low')}${line}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>`;
  const y =
    `<c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>${start}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${kind.lying ? 'b' : 'l'}"/>${grid}${named(chart.yTitle, !kind.lying)}` +
    `${valueFormat}${ticks('nextTo')}<c:spPr>${NO_LINE}</c:spPr><c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${crosses}"/>`;
  return kind.element === 'scatterChart'
    ? `<c:valAx>${x}<c:crossBetween val="midCat"/></c:valAx><c:valAx>${y}<c:crossBetween val="midCat"/></c:valAx>`
    : `<c:catAx>${x}<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
        `<c:valAx>${y}<c:crossBetween val="${kind.element === 'areaChart' ? 'midCat' : 'between'}"/></c:valAx>`;
}
