import type { Area } from '../../engine/report/placement';

export const endRow = (a: Area): number => a.row + a.rows;
export const endColumn = (a: Area): number => a.column + a.columns;
export const sameArea = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

export const covers = (a: Area, row: number, column: number): boolean =>
  row >= a.row && row < endRow(a) && column >= a.column && column < endColumn(a);

/** What of `area` none of `others` covers, as rectangles. */
export function without(area: Area, others: readonly Area[]): readonly Area[] {
  let left: readonly Area[] = [area];
  for (const other of others) left = left.flatMap((part) => cut(part, other));
  return left;
}

function cut(area: Area, hole: Area): readonly Area[] {
  const top = Math.max(area.row, hole.row);
  const bottom = Math.min(endRow(area), endRow(hole));
  const first = Math.max(area.column, hole.column);
  const last = Math.min(endColumn(area), endColumn(hole));
  if (top >= bottom || first >= last) return [area];
  const parts: Area[] = [
    { ...area, rows: top - area.row },
    { ...area, row: bottom, rows: endRow(area) - bottom },
    { row: top, rows: bottom - top, column: area.column, columns: first - area.column },
    { row: top, rows: bottom - top, column: last, columns: endColumn(area) - last },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

/** Rows inserted before `row` of the sheet as it was, or deleted from it on (negative). */
export interface RowMove {
  readonly row: number;
  readonly count: number;
}

/** Where an area is after the moves, each given in rows of the sheet as it was; null when none of it is left. */
export function moved(area: Area, moves: readonly RowMove[]): Area | null {
  let [top, end] = [area.row, endRow(area)];
  for (const { row, count } of [...moves].sort((a, b) => b.row - a.row)) {
    const shift = (at: number): number =>
      at <= row ? at : count > 0 ? at + count : Math.max(row, at + count);
    if (count > 0) {
      end = end > row ? end + count : end;
      top = top >= row ? top + count : top;
    } else [top, end] = [shift(top), shift(end)];
  }
  return end > top ? { ...area, row: top, rows: end - top } : null;
}
