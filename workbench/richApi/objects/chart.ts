import type { Book, StoredChart, StoredSeries, StoredSheet } from '../../store/book';
import { newId } from '../../store/book';
import { invalidArgument, itemNotFound } from '../../store/failure';
import type { Rect } from '../../store/rect';
import { assertUnprotected } from '../../store/sheets';
import type { HostObject } from '../hostObject';
import { asNumber, asText, partsOf } from '../hostObject';
import { rangeOf } from './range';

const CHART_TYPES = new Set([
  'ColumnClustered',
  'ColumnStacked',
  'BarClustered',
  'BarStacked',
  'Line',
  'LineMarkers',
  'XYScatter',
  'XYScatterLinesNoMarkers',
  'Area',
]);

const SERIES = ['ChartType', 'MarkerStyle', 'MarkerSize', 'GapWidth', 'Overlap', 'Smooth', 'HasDataLabels'];

type Look = Map<string, unknown>;

type Part = 'Fill' | 'Line' | 'Font';
/** Fill, line and font of a part of a chart, as far as its class has them. */
function format(look: Look, className: string, prefix: string, parts: readonly Part[]): HostObject {
  const all = {
    Fill: () => ({
      className: 'ChartFill',
      methods: {
        SetSolidColor: (color) => void look.set(`${prefix}Fill`, asText(color)),
        Clear: () => void look.set(`${prefix}Fill`, 'none'),
      },
    }),
    Line: () =>
      partsOf(look)('ChartLineFormat', `${prefix}Line/`, ['Color', 'LineStyle', 'Weight'], {
        methods: { Clear: () => void look.set(`${prefix}Line`, 'none') },
      }),
    Font: () => partsOf(look)('ChartFont', `${prefix}Font/`, ['Color', 'Size', 'Bold', 'Italic', 'Name']),
  } satisfies Record<Part, () => HostObject>;
  return { className, objects: Object.fromEntries(parts.map((part) => [part, all[part]])) };
}

function seriesObject(series: StoredSeries, chart: StoredChart): HostObject {
  const source = (range: unknown) => {
    const { sheet, area } = rangeOf(range);
    return { sheet: sheet.id, area };
  };
  const kept = partsOf(series.look)('ChartSeries', '', SERIES);
  return {
    className: 'ChartSeries',
    get: {
      ...kept.get,
      Name: () => series.name,
      ChartType: () => series.look.get('ChartType') ?? chart.type,
    },
    set: { ...kept.set, Name: (v) => void (series.name = seriesName(v)) },
    objects: { Format: () => format(series.look, 'ChartSeriesFormat', 'Format/', ['Fill', 'Line']) },
    methods: {
      SetValues: (range) => void (series.values = source(range)),
      SetXAxisValues: (range) => void (series.categories = source(range)),
      Delete: () => void chart.series.splice(chart.series.indexOf(series), 1),
    },
  };
}

/** Excel reads "=…" as a reference, and what such text would refer to is not there. */
function seriesName(value: unknown): string {
  const name = asText(value);
  if (name.startsWith('=')) throw invalidArgument();
  return name;
}

function axisObject(look: Look, prefix: string): HostObject {
  return partsOf(look)(
    'ChartAxis',
    prefix,
    ['Minimum', 'Maximum', 'NumberFormat', 'Visible', 'ReversePlotOrder', 'TickLabelSpacing'],
    {
      objects: {
        Title: () => partsOf(look)('ChartAxisTitle', `${prefix}Title/`, ['Text', 'Visible']),
        MajorGridlines: () =>
          partsOf(look)('ChartGridlines', `${prefix}MajorGridlines/`, ['Visible'], {
            objects: {
              Format: () => format(look, 'ChartGridlinesFormat', `${prefix}MajorGridlines/`, ['Line']),
            },
          }),
        Format: () => format(look, 'ChartAxisFormat', `${prefix}Format/`, ['Fill', 'Line', 'Font']),
      },
    },
  );
}

export function chartObject(sheet: StoredSheet, chart: StoredChart): HostObject {
  const look = chart.look;
  const seriesAt = (index: unknown): HostObject => {
    const found = chart.series[asNumber(index)];
    if (!found) throw itemNotFound();
    return seriesObject(found, chart);
  };
  return {
    className: 'Chart',
    id: chart.id,
    get: {
      Id: () => chart.id,
      Name: () => chart.name,
      ChartType: () => chart.type,
      Top: () => chart.anchor?.start.row ?? 0,
      Left: () => chart.anchor?.start.column ?? 0,
    },
    set: {
      Name: (v) => void (chart.name = asText(v)),
      ChartType: (v) => void (chart.type = chartType(v)),
    },
    objects: {
      Title: () =>
        partsOf(look)('ChartTitle', 'Title/', ['Text', 'Visible', 'Overlay', 'HorizontalAlignment'], {
          objects: { Format: () => format(look, 'ChartTitleFormat', 'Title/', ['Fill', 'Font']) },
        }),
      Legend: () => partsOf(look)('ChartLegend', 'Legend/', ['Position', 'Visible', 'Overlay']),
      Axes: () => ({
        className: 'ChartAxes',
        objects: {
          CategoryAxis: () => axisObject(look, 'CategoryAxis/'),
          ValueAxis: () => axisObject(look, 'ValueAxis/'),
        },
      }),
      Series: () => ({
        className: 'ChartSeriesCollection',
        items: () => chart.series.map((s) => seriesObject(s, chart)),
        item: seriesAt,
        get: { Count: () => chart.series.length },
        methods: {
          Add: (name) => {
            const made: StoredSeries = {
              name: typeof name === 'string' ? seriesName(name) : `Series${chart.series.length + 1}`,
              values: null,
              categories: null,
              look: new Map(),
            };
            chart.series.push(made);
            return seriesObject(made, chart);
          },
          GetItemAt: seriesAt,
          GetCount: () => chart.series.length,
        },
      }),
      Format: () => format(look, 'ChartAreaFormat', 'Format/', ['Fill', 'Font']),
    },
    methods: {
      SetPosition: (start, end) =>
        void (chart.anchor = { start: rangeOf(start).area, end: rangeOf(end ?? start).area }),
      Delete: () => void sheet.charts.splice(sheet.charts.indexOf(chart), 1),
    },
  };
}

function chartType(value: unknown): string {
  const type = asText(value);
  if (!CHART_TYPES.has(type)) throw invalidArgument(`The stand-in has no chart of type ${type}.`);
  return type;
}

/** One series per column, as Excel does for data without a header. */
const seriesFrom = (sheet: string, area: Rect): StoredSeries[] =>
  Array.from({ length: area.columns }, (_, c) => ({
    name: `Series${c + 1}`,
    values: { sheet, area: { ...area, column: area.column + c, columns: 1 } },
    categories: null,
    look: new Map<string, unknown>(),
  }));

export function chartCollection(book: Book, sheet: StoredSheet): HostObject {
  const find = (key: unknown): StoredChart | undefined =>
    sheet.charts.find((c) => c.id === key || c.name.toLowerCase() === asText(key).toLowerCase());
  const named = (key: unknown): HostObject => {
    const found = find(key);
    if (!found) throw itemNotFound();
    return chartObject(sheet, found);
  };
  return {
    className: 'ChartCollection',
    items: () => sheet.charts.map((c) => chartObject(sheet, c)),
    item: named,
    get: { Count: () => sheet.charts.length },
    methods: {
      GetItem: named,
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return found ? chartObject(sheet, found) : null;
      },
      GetCount: () => sheet.charts.length,
      Add: (type, source) => {
        assertUnprotected(sheet);
        const { sheet: from, area } = rangeOf(source);
        const chart: StoredChart = {
          id: newId(book),
          name: `Chart ${sheet.charts.length + 1}`,
          type: chartType(type),
          series: seriesFrom(from.id, area),
          anchor: null,
          look: new Map(),
        };
        sheet.charts.push(chart);
        return chartObject(sheet, chart);
      },
    },
  };
}
