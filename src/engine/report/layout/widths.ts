import { DEFAULT_WIDTHS, formatValue } from '../formats';
import { valueOf } from '../formula';
import type { Block, Column, Table } from '../report';

/** The blank column at the left edge of every sheet, and where the content begins. */
const MARGIN = 2;
export const FIRST_COLUMN = 1;

/** Narrower columns would show ##### for the large print of a key figure. */
const MIN_WIDTH = 11;
const MAX_TEXT = 44;
export const WRAPPED_TEXT = 60;
/** Room for Excel's filter button beside a header. */
const FILTER_BUTTON = 3;
/** Notes and charts need this much, however narrow the tables are. */
const MIN_TOTAL = 112;
const FILLER = MIN_WIDTH;

const INPUT_WIDTHS = { label: 34, value: 14, unit: 11, help: 76 } as const;

function widthOf(column: Column, index: number, table: Pick<Table, 'rows' | 'totals'>): number {
  if (column.width !== undefined) return column.width;
  if (column.wrap) return WRAPPED_TEXT;
  if (column.runsOn) return DEFAULT_WIDTHS[column.format];
  const longestWord = Math.max(...column.header.split(/\s+/).map((word) => word.length));
  let widest = Math.max(DEFAULT_WIDTHS[column.format], longestWord + FILTER_BUTTON);
  for (const row of table.totals ? [...table.rows, table.totals] : table.rows) {
    const content = valueOf(row[index] ?? null);
    const shown = typeof content === 'string' ? content : formatValue(content, column.format);
    widest = Math.max(widest, Math.min(shown.length + 2, MAX_TEXT));
  }
  return widest;
}

/** Numbers behind the charts take the columns as they are: nothing that is read first should be stretched for them. */
const ownWidths = (block: Block): readonly number[] =>
  block.block === 'table' && block.feedsCharts
    ? block.columns.map(() => MIN_WIDTH)
    : block.block === 'table' || block.block === 'inputTable'
      ? block.columns.map((column, index) => widthOf(column, index, block))
      : block.block === 'inputs'
        ? [INPUT_WIDTHS.label, INPUT_WIDTHS.value, INPUT_WIDTHS.unit, INPUT_WIDTHS.help]
        : [];

/** Column widths of a sheet, margin included, that suit every table stacked on it; in characters. */
export function columnWidths(blocks: readonly Block[]): readonly number[] {
  const widths: number[] = [];
  for (const block of blocks)
    ownWidths(block).forEach((width, i) => {
      widths[i] = Math.max(widths[i] ?? MIN_WIDTH, width);
    });
  for (let total = sum(widths); total < MIN_TOTAL; total += FILLER) widths.push(FILLER);
  return [MARGIN, ...widths];
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Characters that the columns hold together. */
export const widthBetween = (widths: readonly number[], first: number, count: number): number =>
  sum(widths.slice(first, first + count));
