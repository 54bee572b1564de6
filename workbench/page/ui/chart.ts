import type { ScaleLinear } from 'd3-scale';
import { scaleBand, scaleLinear } from 'd3-scale';
import { area as areaShape, line as lineShape } from 'd3-shape';
import type { Book, StoredChart, StoredSeries } from '../../store/book';
import { isFormula } from '../../store/book';
import { at } from '../../store/layers';
import { isHollow } from '../../store/seriesLook';
import { shownMark, type Theme } from './colors';
import { formatCell } from './numberFormat';

/** A chart's series as numbers and texts, read from the cells that they point at. */
export interface ChartData {
  readonly title: string;
  readonly type: string;
  readonly categories: readonly (string | number)[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly color: string;
    /** Carries others and is not drawn, as under a floating bar. */
    readonly invisible: boolean;
    /** Bars are outlines without a fill. */
    readonly hollow: boolean;
  }[];
  readonly legend: boolean;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly yFormat: string;
  readonly yMin: number | null;
  readonly yMax: number | null;
  /** The first category on top or at the right. */
  readonly reversed: boolean;
}

const MOST_POINTS = 5_000;
const USUAL = ['#1F5FA8', '#D55E00', '#00806A', '#AA3377', '#8C6D00', '#4C4C4C'];
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asNumber = (value: unknown): number | null =>
  typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : null;

export function chartData(book: Book, chart: StoredChart): ChartData {
  const { look } = chart;
  const first = chart.series[0];
  return {
    title:
      look.get('Title/Visible') === false
        ? ''
        : asText(look.get('Title/Text')) || (chart.series.length === 1 ? (first?.name ?? '') : ''),
    type: chart.type,
    categories: first
      ? cellsOf(book, first, 'categories').map(({ value, format }) =>
          typeof value !== 'number'
            ? String(value ?? '')
            : chart.type.startsWith('XYScatter')
              ? value
              : formatCell(value, format, book.date1904).text.trim(),
        )
      : [],
    series: chart.series.map((s, i) => ({
      name: s.name,
      values: cellsOf(book, s, 'values').map(({ value }) => (typeof value === 'number' ? value : null)),
      color:
        asText(
          s.look.get(
            /Line|Scatter/.test(chart.type) || isHollow(s.look) ? 'Format/Line/Color' : 'Format/Fill',
          ),
        ) ||
        (USUAL[i % USUAL.length] ?? ''),
      invisible: s.look.get('Format/Fill') === 'none' && s.look.get('Format/Line') === 'none',
      hollow: isHollow(s.look),
    })),
    legend: look.get('Legend/Visible') !== false && chart.series.length > 1,
    xTitle: asText(look.get('CategoryAxis/Title/Text')),
    yTitle: asText(look.get('ValueAxis/Title/Text')),
    yFormat: asText(look.get('ValueAxis/NumberFormat')) || 'General',
    yMin: asNumber(look.get('ValueAxis/Minimum')),
    yMax: asNumber(look.get('ValueAxis/Maximum')),
    reversed: look.get('CategoryAxis/ReversePlotOrder') === true,
  };
}

function cellsOf(book: Book, series: StoredSeries, part: 'values' | 'categories') {
  const source = series[part];
  const sheet = source && book.sheets.find((s) => s.id === source.sheet);
  if (!source || !sheet) return [];
  const cells: { readonly value: unknown; readonly format: string }[] = [];
  for (let row = source.area.row; row < source.area.row + Math.min(source.area.rows, MOST_POINTS); row++)
    for (let column = source.area.column; column < source.area.column + source.area.columns; column++) {
      const cell = sheet.rows[row]?.[column] ?? null;
      const value = isFormula(cell) ? cell.value : cell;
      cells.push({ value, format: at(sheet.numberFormats, row, column) ?? 'General' });
    }
  return cells;
}

/** Lengths of one value per category along the value axis: from and to. */
export type Extent = readonly [from: number, to: number] | null;

/** Stacked: each series begins where those before it end; negative ones grow the other way. */
export function extentsOf({ type, series, categories }: ChartData): readonly (readonly Extent[])[] {
  const isStacked = type.endsWith('Stacked');
  const positive = categories.map(() => 0);
  const negative = categories.map(() => 0);
  return series.map(({ values }) =>
    categories.map((_, i): Extent => {
      const value = values[i] ?? null;
      if (value === null) return null;
      if (!isStacked) return [0, value];
      const base = value < 0 ? negative : positive;
      const from = base[i] ?? 0;
      base[i] = from + value;
      return [from, from + value];
    }),
  );
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SVG = 'http://www.w3.org/2000/svg';
function svg(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: (Node | string)[]
) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

const TEXT = 11;
const widthOf = (text: string): number => text.length * 6.1;
const shortened = (text: string, width: number): string =>
  widthOf(text) <= width ? text : `${text.slice(0, Math.max(1, Math.floor(width / 6.1) - 1))}…`;

/** Draws a chart; `role="img"` with its title and its series as the label. */
export function drawChart(data: ChartData, { width, height }: Size, theme: Theme): SVGElement {
  const isBar = data.type.startsWith('Bar');
  const isScatter = data.type.startsWith('XYScatter');
  const extents = extentsOf(data);
  const visible = data.series.filter((s) => !s.invisible);
  const root = svg('svg', {
    width,
    height,
    role: 'img',
    class: 'chart',
    'aria-label': `Chart: ${data.title || 'without a title'}. ${visible.map((s) => s.name).join(', ')}.`,
  });
  root.append(
    svg('rect', { class: 'chart-ground', x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 3 }),
  );
  let top = 10;
  if (data.title) {
    root.append(svg('text', { class: 'chart-title', x: 12, y: 22 }, shortened(data.title, width - 20)));
    top = 32;
  }
  if (data.legend) {
    let x = 12;
    let y = top + 10;
    for (const s of visible) {
      const label = shortened(s.name, 180);
      if (x > 12 && x + 20 + widthOf(label) > width - 8) [x, y] = [12, y + 16];
      root.append(
        svg('rect', {
          x,
          y: y - 8,
          width: 9,
          height: 9,
          rx: 1,
          fill: s.hollow ? 'none' : shownMark(s.color, theme),
          ...(s.hollow && { stroke: shownMark(s.color, theme), 'stroke-width': 1.5 }),
          class: 'mark',
        }),
        svg('text', { class: 'chart-text', x: x + 13, y }, label),
      );
      x += 28 + widthOf(label);
    }
    top = y + 10;
  }

  const all = extents.flat().flatMap((e) => (e ? [...e] : []));
  const spread =
    isScatter || data.type.startsWith('Line') ? extents.flat().flatMap((e) => (e ? [e[1]] : [])) : all;
  const low = data.yMin ?? Math.min(0, ...spread);
  const high = data.yMax ?? Math.max(0, ...spread);
  const format = (value: number): string => formatCell(value, data.yFormat).text.trim();
  const categoryTexts = data.categories.map(String);

  const values = scaleLinear().domain(low === high ? [0, 1] : [low, high]);
  if (data.yMax === null) values.nice(5);
  const tickCount = isBar ? Math.max(2, Math.floor(width / 90)) : Math.max(2, Math.floor(height / 45));
  const labels = values.ticks(tickCount);
  const left =
    (isBar
      ? Math.min(Math.max(30, ...categoryTexts.map(widthOf)) + 10, width * 0.4)
      : Math.max(...labels.map((t) => widthOf(format(t)))) + 12) +
    (data[isBar ? 'xTitle' : 'yTitle'] ? 18 : 4);
  const below = data[isBar ? 'yTitle' : 'xTitle'] ? 40 : 24;
  const plot = { left, top: top + 6, right: width - 14, bottom: height - below };
  if (plot.right - plot.left < 20 || plot.bottom - plot.top < 20) return root;
  values.range(isBar ? [plot.left, plot.right] : [plot.bottom, plot.top]);

  for (const tick of labels) {
    const place = Math.round(values(tick)) + 0.5;
    root.append(
      isBar
        ? svg('line', { class: 'chart-grid', x1: place, x2: place, y1: plot.top, y2: plot.bottom })
        : svg('line', { class: 'chart-grid', x1: plot.left, x2: plot.right, y1: place, y2: place }),
      isBar
        ? svg(
            'text',
            { class: 'chart-text', x: place, y: plot.bottom + TEXT + 4, 'text-anchor': 'middle' },
            format(tick),
          )
        : svg(
            'text',
            { class: 'chart-text', x: plot.left - 6, y: place + 4, 'text-anchor': 'end' },
            format(tick),
          ),
    );
  }
  const middleX = (plot.left + plot.right) / 2;
  const middleY = (plot.top + plot.bottom) / 2;
  const under = isBar ? data.yTitle : data.xTitle;
  const beside = isBar ? data.xTitle : data.yTitle;
  if (under)
    root.append(
      svg('text', { class: 'chart-text', x: middleX, y: height - 8, 'text-anchor': 'middle' }, under),
    );
  if (beside)
    root.append(
      svg(
        'text',
        { class: 'chart-text', 'text-anchor': 'middle', transform: `translate(14 ${middleY}) rotate(-90)` },
        shortened(beside, plot.bottom - plot.top),
      ),
    );

  if (isScatter) drawScatter(root, data, values, plot, theme);
  else if (isBar || data.type.startsWith('Column')) drawBars(root, data, extents, values, plot, theme);
  else drawLines(root, data, values, plot, theme);
  const zero = Math.round(values(Math.max(low, Math.min(0, high)))) + 0.5;
  root.append(
    isBar
      ? svg('line', { class: 'chart-axis', x1: zero, x2: zero, y1: plot.top, y2: plot.bottom })
      : svg('line', { class: 'chart-axis', x1: plot.left, x2: plot.right, y1: zero, y2: zero }),
  );
  return root;
}

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
type Values = ScaleLinear<number, number>;

const positions = (data: ChartData): readonly string[] => data.categories.map((_, i) => String(i));

function drawBars(
  root: Element,
  data: ChartData,
  extents: readonly (readonly Extent[])[],
  values: Values,
  plot: Plot,
  theme: Theme,
): void {
  const isBar = data.type.startsWith('Bar');
  const isStacked = data.type.endsWith('Stacked');
  // Excel's own order of bars is from the bottom up.
  const fromStart = isBar ? data.reversed : !data.reversed;
  const [a, b] = isBar ? [plot.top, plot.bottom] : [plot.left, plot.right];
  const bands = scaleBand(positions(data), fromStart ? [a, b] : [b, a])
    .paddingInner(0.35)
    .paddingOuter(0.2);
  const side = isStacked ? bands.bandwidth() : bands.bandwidth() / Math.max(1, data.series.length);
  data.series.forEach((s, k) => {
    if (s.invisible) return;
    extents[k]?.forEach((extent, i) => {
      if (!extent) return;
      const across = (bands(String(i)) ?? 0) + (isStacked ? 0 : side * k);
      const [from, to] = [values(extent[0]), values(extent[1])];
      const near = Math.min(from, to);
      const length = Math.abs(to - from);
      root.append(
        svg(
          'rect',
          {
            class: 'mark',
            fill: s.hollow ? 'none' : shownMark(s.color, theme),
            ...(s.hollow && { stroke: shownMark(s.color, theme), 'stroke-width': 1.5 }),
            ...(isBar
              ? { x: near, y: across, width: length, height: Math.max(1, side) }
              : { x: across, y: near, width: Math.max(1, side), height: length }),
          },
          svg(
            'title',
            {},
            `${data.categories[i]}: ${s.name} ${formatCell(extent[1] - extent[0], data.yFormat).text}`,
          ),
        ),
      );
    });
  });
  categoryLabels(
    root,
    data,
    plot,
    isBar,
    (i) => (bands(String(i)) ?? 0) + bands.bandwidth() / 2,
    bands.step(),
  );
}

function drawLines(root: Element, data: ChartData, values: Values, plot: Plot, theme: Theme): void {
  const count = data.categories.length;
  const half = (plot.right - plot.left) / Math.max(1, count) / 2;
  const across = (i: number): number => plot.left + half + i * half * 2;
  const isArea = data.type.startsWith('Area');
  const stroke = { fill: 'none', 'stroke-width': 2, 'stroke-linejoin': 'round' };
  for (const s of data.series) {
    if (s.invisible) continue;
    const color = shownMark(s.color, theme);
    const points = data.categories.map((_, i): [number, number | null] => [across(i), s.values[i] ?? null]);
    const defined = (p: [number, number | null]): boolean => p[1] !== null;
    const y = (p: [number, number | null]): number => values(p[1] ?? 0);
    if (isArea) {
      const shape = areaShape<[number, number | null]>((p) => p[0], values(0), y).defined(defined);
      root.append(svg('path', { class: 'mark', d: shape(points) ?? '', fill: color, 'fill-opacity': 0.7 }));
      continue;
    }
    const shape = lineShape<[number, number | null]>((p) => p[0], y).defined(defined);
    root.append(svg('path', { class: 'mark-line', d: shape(points) ?? '', stroke: color, ...stroke }));
    if (data.type === 'LineMarkers' && count <= 60)
      for (const p of points)
        if (p[1] !== null)
          root.append(svg('circle', { class: 'mark', cx: p[0], cy: y(p), r: 3, fill: color }));
  }
  categoryLabels(root, data, plot, false, across, half * 2);
}

function drawScatter(root: Element, data: ChartData, values: Values, plot: Plot, theme: Theme): void {
  const xs = data.categories.map((c) => (typeof c === 'number' ? c : Number(c)));
  const across = scaleLinear()
    .domain(xs.length > 0 ? [Math.min(0, ...xs), Math.max(...xs)] : [0, 1])
    .nice(5)
    .range([plot.left, plot.right]);
  for (const tick of across.ticks(6))
    root.append(
      svg(
        'text',
        { class: 'chart-text', x: across(tick), y: plot.bottom + TEXT + 4, 'text-anchor': 'middle' },
        String(tick),
      ),
    );
  for (const s of data.series) {
    if (s.invisible) continue;
    const color = shownMark(s.color, theme);
    const points = s.values.flatMap((v, i): [number, number][] =>
      v === null ? [] : [[across(xs[i] ?? 0), values(v)]],
    );
    if (data.type === 'XYScatter')
      for (const [x, y] of points)
        root.append(svg('circle', { class: 'mark', cx: x, cy: y, r: 3.5, fill: color }));
    else
      root.append(
        svg('path', {
          class: 'mark-line',
          d: lineShape()(points) ?? '',
          fill: 'none',
          stroke: color,
          'stroke-width': 2,
        }),
      );
  }
}

/** As many labels as there is room for. */
function categoryLabels(
  root: Element,
  { categories }: ChartData,
  plot: Plot,
  isBar: boolean,
  middle: (index: number) => number,
  step: number,
): void {
  const room = isBar ? TEXT + 3 : Math.min(Math.max(0, ...categories.map((c) => widthOf(String(c)))) + 8, 90);
  const every = Math.max(1, Math.ceil(room / step));
  categories.forEach((category, i) => {
    if (i % every !== 0) return;
    const text = shortened(String(category), isBar ? plot.left - 14 : Math.max(step * every - 4, 20));
    root.append(
      isBar
        ? svg('text', { class: 'chart-text', x: plot.left - 6, y: middle(i) + 4, 'text-anchor': 'end' }, text)
        : svg(
            'text',
            { class: 'chart-text', x: middle(i), y: plot.bottom + TEXT + 4, 'text-anchor': 'middle' },
            text,
          ),
    );
  });
}
