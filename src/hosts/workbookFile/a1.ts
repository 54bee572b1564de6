import { columnIndex, type Region } from '../../engine/dataset/rawTable';
import { address } from '../../engine/report/formula';
import type { Area } from '../../engine/report/placement';

/** "B2:D9", or "$B$2:$D$9" when fixed. */
export function areaAddress(area: Area, fixed = false): string {
  const first = address(area.row, area.column, fixed);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${address(area.row + area.rows - 1, area.column + area.columns - 1, fixed)}`;
}

/** The rectangle of "B2:D9", "B2" or "$B$2:$D$9"; undefined for whole rows or columns and for anything else. */
export function regionOf(reference: string): Region | undefined {
  const m = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(reference);
  if (!m) return undefined;
  const [top, left] = [Number(m[2]) - 1, columnIndex(m[1]!)];
  return {
    top,
    left,
    bottom: m[4] === undefined ? top : Number(m[4]) - 1,
    right: m[3] === undefined ? left : columnIndex(m[3]),
  };
}

/** Sheet and cells of "'My sheet'!$B$5", or undefined. */
export function sheetReference(reference: string): { sheet: string; cells: string } | undefined {
  const m = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(reference.trim());
  return m ? { sheet: m[1]?.replaceAll("''", "'") ?? m[2]!, cells: m[3]! } : undefined;
}
