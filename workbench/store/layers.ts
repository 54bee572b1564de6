import type { Rect } from './rect';
import { contains, intersection, shiftRows } from './rect';

/** Something laid over rectangles of a sheet; where two overlap, the later one shows. */
export interface Layer<T> {
  readonly area: Rect;
  readonly value: T;
}
export type Layers<T> = Layer<T>[];

export function lay<T>(layers: Layers<T>, area: Rect, value: T): void {
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i];
    // Most stand in other rows; a sheet may have tens of thousands of them.
    if (layer && layer.area.row >= area.row && contains(area, layer.area)) layers.splice(i, 1);
  }
  layers.push({ area, value });
}

export function at<T>(layers: Layers<T>, row: number, column: number): T | undefined {
  for (let i = layers.length - 1; i >= 0; i--) {
    const { area, value } = layers[i] as Layer<T>; // i is within bounds
    if (
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns
    )
      return value;
  }
  return undefined;
}

/** The rectangle's cells as a matrix, painted layer by layer. */
export function paint<T>(layers: Layers<T>, area: Rect, blank: T): T[][] {
  const matrix = Array.from({ length: area.rows }, () => new Array<T>(area.columns).fill(blank));
  for (const layer of layers) {
    const seen = intersection(layer.area, area);
    if (!seen) continue;
    const left = seen.column - area.column;
    for (let r = 0; r < seen.rows; r++)
      matrix[seen.row - area.row + r]?.fill(layer.value, left, left + seen.columns);
  }
  return matrix;
}

/** The one value that all cells of the rectangle share; null when they differ. */
export function shared<T>(layers: Layers<T>, area: Rect, blank: T): T | null {
  const touching = layers.filter((layer) => intersection(layer.area, area));
  if (touching.every((layer) => contains(layer.area, area))) return touching.at(-1)?.value ?? blank;
  const cells = paint(touching, area, blank).flat();
  return cells.every((value) => value === cells[0]) ? (cells[0] as T) : null; // an area has a cell
}

export function shiftLayers<T>(layers: Layers<T>, row: number, count: number): void {
  const shifted = layers.flatMap((layer) => {
    const area = shiftRows(layer.area, row, count);
    return area ? [{ area, value: layer.value }] : [];
  });
  layers.splice(0, layers.length, ...shifted);
}
