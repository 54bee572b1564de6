import { note } from '../blocks';
import type { Area } from '../placement';
import { valueOf } from '../formula';
import type { Block, Chart, Report, ReportSheet, Table } from '../report';
import { cardRows, heightOfCards } from './cards';
import { columnWidths, FIRST_COLUMN, sum, widthBetween } from './widths';
import { wrapped } from './wrap';

/** Where each block of a report stands. Depends on the report alone, so a table that grows pushes what is below it. */
export interface Slot<B extends Block = Block> {
  readonly block: B;
  readonly area: Area;
}
export interface ArrangedSheet {
  readonly sheet: ReportSheet;
  /** Characters, margin first. */
  readonly widths: readonly number[];
  readonly slots: readonly Slot[];
}

/** Title, subtitle and a blank row. */
const TITLE_ROWS = 3;
const MAX_LINE = 118;
/** Characters and rows of a chart; a row is about 20 pixels. */
const CHART_MIN = 50;
const CHART_WIDTH = 96;
const CHART_ROWS = 17;
const MAX_CHART_ROWS = 40;

/** Characters of a line of text on the sheet. */
export const lineWidth = (widths: readonly number[]): number =>
  Math.min(MAX_LINE, widthBetween(widths, FIRST_COLUMN, widths.length));

export const bodyRows = (table: { readonly rows: readonly unknown[] }): number =>
  // An Excel table has at least one row; an empty one keeps a blank row.
  Math.max(1, table.rows.length);

function heightOf(block: Exclude<Block, Chart>, widths: readonly number[]): number {
  switch (block.block) {
    case 'heading':
      return 1;
    case 'note':
      return wrapped(block.text, lineWidth(widths)).length;
    case 'keyFigures': {
      const rows = cardRows(block, widths);
      return sum(rows.map(heightOfCards)) + rows.length - 1;
    }
    case 'table':
    case 'inputTable':
      return 1 + bodyRows(block) + (block.totals ? 1 : 0);
    case 'inputs':
      return 1 + block.cells.length;
  }
}

/** Blank rows between two blocks. */
function gapBetween(above: Block | undefined, below: Block): number {
  if (!above || above.block === 'heading') return 0;
  if (below.block === 'heading' && below.level === 1) return 2;
  return above.block === 'note' && below.block === 'note' ? 0 : 1;
}

/** Columns for charts side by side: as many as are wide enough each, none wider than it reads well. */
function chartColumns(
  widths: readonly number[],
): readonly { readonly column: number; readonly columns: number }[] {
  const spans: { column: number; columns: number }[] = [];
  const half = widthBetween(widths, FIRST_COLUMN, widths.length) / 2;
  const target = half >= CHART_MIN ? Math.min(half, CHART_WIDTH) : CHART_WIDTH;
  for (let column = FIRST_COLUMN; column < widths.length;) {
    let columns = 1;
    while (column + columns < widths.length && widthBetween(widths, column, columns) < target) columns++;
    if (spans.length > 0 && widthBetween(widths, column, columns) < CHART_MIN) break;
    spans.push({ column, columns });
    column += columns;
  }
  return spans;
}

/** Bars need some height each; other charts are as high as they read well. */
function chartRows(chart: Chart, categories: number): number {
  if (chart.kind !== 'bar' && chart.kind !== 'stackedBar') return CHART_ROWS;
  const rowsEach = chart.kind === 'bar' ? 0.6 + 0.5 * chart.series.length : 1.5;
  return Math.min(MAX_CHART_ROWS, Math.max(CHART_ROWS, 5 + Math.ceil(categories * rowsEach)));
}

function tableOf(chart: Chart, sheet: ReportSheet): Pick<Table, 'columns' | 'rows'> {
  for (const block of sheet.blocks)
    if ((block.block === 'table' || block.block === 'inputTable') && block.id === chart.table) return block;
  throw new Error(`The chart ${chart.id} shows the table ${chart.table}, which is not on its sheet.`);
}

/** True when a visible series has a number. */
function showsSomething(chart: Chart, sheet: ReportSheet): boolean {
  const { columns, rows } = tableOf(chart, sheet);
  return chart.series
    .filter(({ tone }) => tone !== 'invisible')
    .map((series) => columns.findIndex(({ id }) => id === series.column))
    .some((index) => rows.some((row) => typeof valueOf(row[index] ?? null) === 'number'));
}

/** A chart of nothing would be an empty frame: it becomes a sentence. */
const drawable = (sheet: ReportSheet): readonly Block[] =>
  sheet.blocks.map((block) =>
    block.block === 'chart' && !showsSomething(block, sheet)
      ? note(`There is nothing to draw yet for the chart “${block.title}”.`)
      : block,
  );

function arrangeSheet(sheet: ReportSheet): ArrangedSheet {
  const blocks = drawable(sheet);
  const widths = columnWidths(blocks);
  const all = { column: FIRST_COLUMN, columns: widths.length - FIRST_COLUMN };
  const spans = chartColumns(widths);
  const slots: Slot[] = [];
  let row = TITLE_ROWS;
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i];
    if (!block) break;
    row += gapBetween(blocks[i - 1], block);
    if (block.block !== 'chart') {
      const rows = heightOf(block, widths);
      slots.push({ block, area: { row, rows, ...all } });
      row += rows;
      i++;
      continue;
    }
    const beside = blocks
      .slice(i, i + spans.length)
      .reduce<readonly Chart[]>(
        (charts, next, k) => (next.block === 'chart' && charts.length === k ? [...charts, next] : charts),
        [],
      );
    i += beside.length;
    const rows = Math.max(...beside.map((chart) => chartRows(chart, tableOf(chart, sheet).rows.length)));
    beside.forEach((chart, k) => {
      const span = spans[k];
      if (span) slots.push({ block: chart, area: { row, rows, ...span } });
    });
    row += rows;
  }
  return { sheet, widths, slots };
}

export const arrange = (report: Report): readonly ArrangedSheet[] => report.sheets.map(arrangeSheet);
