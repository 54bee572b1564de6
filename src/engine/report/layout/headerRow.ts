import { NUMBER_FORMATS } from '../formats';
import { CELLS } from '../palette';
import type { CellFormat, Placement } from '../placement';
import { one, format, LINE_POINTS, textLook } from './cells';
import { FIRST_COLUMN } from './widths';
import { wrapped } from './wrap';

/** Header cells of a table or of the inputs: dark, wrapped, high enough. */
export function headerRow(
  sheet: string,
  row: number,
  headers: readonly { readonly text: string; readonly numeric: boolean }[],
  widths: readonly number[],
): readonly Placement[] {
  const lines = headers.map(
    ({ text }, i) => wrapped(text, Math.max(1, Math.floor(widths[FIRST_COLUMN + i] ?? 0) - 1)).length,
  );
  const look: CellFormat = {
    numberFormat: NUMBER_FORMATS.text,
    bold: true,
    color: CELLS.headerText,
    fill: CELLS.headerFill,
    wrap: true,
    verticalAlign: 'center',
  };
  return [
    ...headers.map(({ numeric }, i) =>
      format(sheet, one(row, FIRST_COLUMN + i), {
        ...look,
        ...(numeric ? { align: 'center' } : textLook(headers[i - 1]?.numeric ?? false)),
      }),
    ),
    { kind: 'rowHeight', sheet, row, points: LINE_POINTS * Math.max(...lines) + 6 },
  ];
}
