import { formatValue } from '../formats';
import { valueOf } from '../formula';
import type { Block } from '../report';
import { FIRST_COLUMN } from './widths';
import { wrapped } from './wrap';

type KeyFigures = Extract<Block, { block: 'keyFigures' }>;

/** A key figure on the sheet: label, value and detail under each other, over a few columns. */
export interface Card {
  readonly figure: KeyFigures['figures'][number];
  readonly column: number;
  readonly columns: number;
  readonly detail: readonly string[];
  /** Points. */
  readonly valueSize: number;
}
/** Cards side by side; `detailRows` is the longest detail among them. */
export interface CardRow {
  readonly cards: readonly Card[];
  readonly detailRows: number;
}

const MIN_CARD = 20;
const PADDING = 2;
/** The small print of details and the large print of values, against the default font. */
const SMALL = 1.1;
const LARGEST = 16;
const SMALLEST = 11;

/** Fills rows of cards from the left; a card takes as many columns as it needs. */
export function cardRows(block: KeyFigures, widths: readonly number[]): readonly CardRow[] {
  const rows: Card[][] = [];
  let column = Infinity;
  for (const figure of block.figures) {
    const need = Math.max(MIN_CARD, figure.label.length + PADDING);
    let span = spanFrom(widths, column, need);
    if (span === undefined) {
      rows.push([]);
      column = FIRST_COLUMN;
      span = spanFrom(widths, column, need) ?? {
        columns: widths.length - column,
        width: widths.slice(column).reduce((a, b) => a + b, 0),
      };
    }
    const shown = formatValue(valueOf(figure.value), figure.format).length + 1;
    rows.at(-1)?.push({
      figure,
      column,
      columns: span.columns,
      detail: figure.detail === '' ? [] : wrapped(figure.detail, Math.floor((span.width - PADDING) * SMALL)),
      valueSize: Math.max(
        SMALLEST,
        Math.min(LARGEST, Math.floor((SMALLEST * (widths[column] ?? 0)) / shown)),
      ),
    });
    column += span.columns;
  }
  return rows.map((cards) => ({ cards, detailRows: Math.max(...cards.map((c) => c.detail.length)) }));
}

function spanFrom(
  widths: readonly number[],
  first: number,
  need: number,
): { readonly columns: number; readonly width: number } | undefined {
  let width = 0;
  for (let column = first; column < widths.length; column++) {
    width += widths[column] ?? 0;
    if (width >= need) return { columns: column - first + 1, width };
  }
  return undefined;
}

/** Rows of the sheet that a row of cards takes: label, value, details. */
export const heightOfCards = (row: CardRow): number => 2 + row.detailRows;
