import type { Rect } from '../../store/rect';
import { lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from '../../store/rect';

/** The active cell, and the other corner of what is selected. */
export interface Selection {
  readonly row: number;
  readonly column: number;
  readonly toRow: number;
  readonly toColumn: number;
}

export interface Key {
  readonly key: string;
  readonly shift: boolean;
  /** Control, or Command on a Mac. */
  readonly control: boolean;
  readonly alt: boolean;
}

/** What a key asks for while no cell is being edited. */
export type Asked =
  | { readonly kind: 'select'; readonly selection: Selection }
  | { readonly kind: 'edit'; /** Null: what stands in the cell. */ readonly text: string | null }
  | { readonly kind: 'clear' }
  | { readonly kind: 'choices' }
  | { readonly kind: 'sheet'; readonly by: 1 | -1 }
  | { readonly kind: 'none' };

export interface Surroundings {
  /** Rows and columns that a window shows, for paging. */
  readonly page: { readonly rows: number; readonly columns: number };
  readonly used: Rect | null;
  readonly isBlank: (row: number, column: number) => boolean;
  readonly isHidden: (row: number, column: number) => boolean;
}

export const selected = (s: Selection): Rect => ({
  row: Math.min(s.row, s.toRow),
  column: Math.min(s.column, s.toColumn),
  rows: Math.abs(s.row - s.toRow) + 1,
  columns: Math.abs(s.column - s.toColumn) + 1,
});

export const single = (row: number, column: number): Selection => ({
  row,
  column,
  toRow: row,
  toColumn: column,
});

const NONE: Asked = { kind: 'none' };
const clamp = (value: number, count: number): number => Math.min(Math.max(value, 0), count - 1);
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function askedBy(key: Key, at: Selection, around: Surroundings): Asked {
  const go = (row: number, column: number): Asked => ({
    kind: 'select',
    selection: single(clamp(row, MAX_ROWS), clamp(column, MAX_COLUMNS)),
  });
  /** With Shift the far corner moves, else the active cell. */
  const goOrGrow = (row: number, column: number): Asked =>
    key.shift
      ? {
          kind: 'select',
          selection: { ...at, toRow: clamp(row, MAX_ROWS), toColumn: clamp(column, MAX_COLUMNS) },
        }
      : go(row, column);
  const [row, column] = key.shift ? [at.toRow, at.toColumn] : [at.row, at.column];
  const used = around.used ?? { row: 0, column: 0, rows: 1, columns: 1 };

  const arrow = ARROWS[key.key];
  if (arrow && key.alt) return key.key === 'ArrowDown' ? { kind: 'choices' } : NONE;
  if (arrow) {
    const [dr, dc] = arrow;
    if (key.control) return goOrGrow(...edgeFrom(row, column, dr, dc, around, used));
    const isInside = (r: number, c: number): boolean =>
      r === clamp(r, MAX_ROWS) && c === clamp(c, MAX_COLUMNS);
    let [r, c] = [row + dr, column + dc];
    while (isInside(r, c) && around.isHidden(r, c)) [r, c] = [r + dr, c + dc];
    return around.isHidden(clamp(r, MAX_ROWS), clamp(c, MAX_COLUMNS)) ? NONE : goOrGrow(r, c);
  }
  switch (key.key) {
    case 'Enter':
      return go(at.row + (key.shift ? -1 : 1), at.column);
    case 'Tab':
      return go(at.row, at.column + (key.shift ? -1 : 1));
    case 'PageDown':
    case 'PageUp': {
      const by = key.key === 'PageDown' ? 1 : -1;
      if (key.control) return { kind: 'sheet', by };
      return key.alt
        ? goOrGrow(row, column + by * around.page.columns)
        : goOrGrow(row + by * around.page.rows, column);
    }
    case 'Home':
      return key.control ? goOrGrow(0, 0) : goOrGrow(row, 0);
    case 'End':
      return key.control ? goOrGrow(lastRow(used), lastColumn(used)) : NONE;
    case 'F2':
      return { kind: 'edit', text: null };
    case 'Delete':
      return { kind: 'clear' };
    case 'Backspace':
      return { kind: 'edit', text: '' };
    case 'a':
    case 'A':
      if (!key.control) break;
      return {
        kind: 'select',
        selection: { row: used.row, column: used.column, toRow: lastRow(used), toColumn: lastColumn(used) },
      };
  }
  const isCharacter = [...key.key].length === 1;
  return isCharacter && !key.control && !key.alt ? { kind: 'edit', text: key.key } : NONE;
}

/** The end of a run of filled cells, or the next filled one beyond blanks; the sheet's edge when there is none. */
function edgeFrom(
  row: number,
  column: number,
  dr: number,
  dc: number,
  { isBlank }: Surroundings,
  used: Rect,
): [number, number] {
  const inside = (r: number, c: number): boolean =>
    r >= used.row && c >= used.column && r <= lastRow(used) && c <= lastColumn(used);
  const towards = (r: number, c: number): boolean =>
    dr > 0 ? r <= lastRow(used) : dr < 0 ? r >= used.row : dc > 0 ? c <= lastColumn(used) : c >= used.column;
  let [r, c] = [row + dr, column + dc];
  const runs = !isBlank(row, column) && inside(r, c) && !isBlank(r, c);
  if (runs) {
    while (inside(r + dr, c + dc) && !isBlank(r + dr, c + dc)) [r, c] = [r + dr, c + dc];
    return [r, c];
  }
  while (r >= 0 && c >= 0 && towards(r, c) && isBlank(r, c)) [r, c] = [r + dr, c + dc];
  if (r >= 0 && c >= 0 && inside(r, c)) return [r, c];
  return [dr > 0 ? MAX_ROWS - 1 : dr < 0 ? 0 : row, dc > 0 ? MAX_COLUMNS - 1 : dc < 0 ? 0 : column];
}

/** While a cell is edited: whether a key ends the editing, and where the selection goes then. */
export type EditEnd =
  | { readonly kind: 'keep'; readonly down: number; readonly right: number }
  | { readonly kind: 'cancel' }
  | null;

/** `begunByTyping`: arrows end it and move; after F2 they move within the text. */
export function editEndBy(key: Key, begunByTyping: boolean): EditEnd {
  if (key.key === 'Escape') return { kind: 'cancel' };
  if (key.key === 'Enter' && !key.alt) return { kind: 'keep', down: key.shift ? -1 : 1, right: 0 };
  if (key.key === 'Tab') return { kind: 'keep', down: 0, right: key.shift ? -1 : 1 };
  const arrow = ARROWS[key.key];
  return arrow && begunByTyping ? { kind: 'keep', down: arrow[0], right: arrow[1] } : null;
}
