import type { StoredCell, StoredSheet } from '../../store/book';
import { isFormula } from '../../store/book';
import { at } from '../../store/layers';
import { lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from '../../store/rect';
import type { Axis } from './axis';
import { makeAxis } from './axis';
import { linesOf } from './measure';

export interface SheetAxes {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

const PIXELS_PER_POINT = 4 / 3;
const USUAL_HEIGHT = 20;
const USUAL_WIDTH = 64;
const USUAL_POINTS = 11;
/** Larger areas of wrapped cells keep the usual height. */
const MOST_FITTED = 2_000;

export function sheetAxes(sheet: StoredSheet): SheetAxes {
  const pixels = (points: number): number => Math.round(points * PIXELS_PER_POINT);
  const columns = makeAxis(
    MAX_COLUMNS,
    USUAL_WIDTH,
    new Map([...sheet.columnWidths].map(([column, points]) => [column, pixels(points)])),
  );
  const heights = fittedHeights(sheet, columns);
  for (const [row, points] of sheet.rowHeights) heights.set(row, pixels(points));
  for (const row of sheet.hiddenRows) heights.set(row, 0);
  const { frozen } = sheet;
  return {
    columns,
    rows: makeAxis(MAX_ROWS, USUAL_HEIGHT, heights),
    frozenRows: frozen && frozen.rows < MAX_ROWS ? frozen.row + frozen.rows : 0,
    frozenColumns: frozen && frozen.columns < MAX_COLUMNS ? frozen.column + frozen.columns : 0,
  };
}

/** Rows grow with wrapped texts and large letters, as Excel fits rows that nobody has sized. */
function fittedHeights(sheet: StoredSheet, columns: Axis): Map<number, number> {
  const heights = new Map<number, number>();
  const grow = (row: number, height: number): void =>
    void (height > USUAL_HEIGHT && heights.set(row, Math.max(heights.get(row) ?? 0, height)));
  for (const path of ['WrapText', 'Font/Size'])
    for (const { area, value } of sheet.look.get(path) ?? []) {
      if (value === null || value === false || area.rows > MOST_FITTED) continue;
      const bottom = Math.min(lastRow(area), sheet.rows.length - 1);
      for (let row = area.row; row <= bottom; row++)
        for (let column = area.column; column <= Math.min(lastColumn(area), 200); column++) {
          const text = textOf(sheet.rows[row]?.[column] ?? null);
          if (text === '') continue;
          const size = at(sheet.look.get('Font/Size') ?? [], row, column);
          const points = typeof size === 'number' ? size : USUAL_POINTS;
          const wraps = at(sheet.look.get('WrapText') ?? [], row, column) === true;
          const bold = at(sheet.look.get('Font/Bold') ?? [], row, column) === true;
          const lines = wraps ? linesOf(text, columns.size(column) - 8, points, bold) : 1;
          grow(row, Math.ceil(lines * points * 1.65) + 2);
        }
    }
  return heights;
}

const textOf = (cell: StoredCell): string => {
  const value = isFormula(cell) ? cell.value : cell;
  return typeof value === 'string' ? value : value === null ? '' : '0';
};
