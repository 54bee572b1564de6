import type { Book, StoredSheet } from '../../store/book';
import { isFormula } from '../../store/book';
import { conditionMet } from '../../store/calculate';
import { fromR1C1, toR1C1 } from '../../store/formulas';
import type { Rect } from '../../store/rect';
import { cellKey, intersection, lastColumn, lastRow } from '../../store/rect';

/** What conditional formats do to one cell. */
export interface Condition {
  readonly color?: string;
  readonly fill?: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  /** A bar behind the value. */
  readonly bar?: { readonly share: number; readonly color: string };
}

function numberAt(sheet: StoredSheet, row: number, column: number): number | null {
  const cell = sheet.rows[row]?.[column] ?? null;
  const value = isFormula(cell) ? cell.value : cell;
  return typeof value === 'number' ? value : null;
}

/** Longest and smallest values of an area; null when it holds no number. */
function extent(sheet: StoredSheet, area: Rect): readonly [number, number] | null {
  let [min, max] = [Infinity, -Infinity];
  const bottom = Math.min(lastRow(area), sheet.rows.length - 1);
  for (let row = area.row; row <= bottom; row++)
    for (let column = area.column; column <= lastColumn(area); column++) {
      const value = numberAt(sheet, row, column);
      if (value === null) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  return min > max ? null : [min, max];
}

/** What conditional formats do within a rectangle, by `cellKey`; the first format of a sheet that speaks of a cell wins. */
export function conditionsIn(book: Book, sheet: StoredSheet, seen: Rect): ReadonlyMap<number, Condition> {
  const found = new Map<number, Condition>();
  const add = (row: number, column: number, more: Condition): void => {
    const key = cellKey(row, column);
    found.set(key, { ...more, ...found.get(key) });
  };
  for (const { area, type, look } of sheet.conditionalFormats) {
    const both = intersection(area, seen);
    if (!both) continue;
    const text = (path: string): string | undefined => {
      const value = look.get(path);
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    if (type === 'DataBar') {
      const range = extent(sheet, area);
      if (!range) continue;
      const [low, high] = [Math.min(0, range[0]), range[1]];
      eachCell(both, (row, column) => {
        const value = numberAt(sheet, row, column);
        if (value === null || high <= low) return;
        const share = Math.max(0, value - low) / (high - low);
        add(row, column, { bar: { share, color: text('Positive/FillColor') ?? '#638EC6' } });
      });
    } else if (type === 'ColorScale') {
      const range = givenEnds(look.get('Criteria')) ?? extent(sheet, area);
      const stops = scaleOf(look.get('Criteria'));
      if (!range || stops.length < 2) continue;
      eachCell(both, (row, column) => {
        const value = numberAt(sheet, row, column);
        if (value === null) return;
        const share = range[1] === range[0] ? 0.5 : (value - range[0]) / (range[1] - range[0]);
        add(row, column, { fill: mixed(stops, share) });
      });
    } else if (type === 'Custom') {
      const formula = text('Rule/Formula');
      if (formula === undefined) continue;
      const relative = toR1C1(formula, area.row, area.column);
      const lines: string[][] = [];
      for (let row = both.row; row <= lastRow(both); row++) {
        const line: string[] = [];
        for (let column = both.column; column <= lastColumn(both); column++)
          line.push(fromR1C1(relative, row, column));
        lines.push(line);
      }
      const met = conditionMet(book, sheet, lines, both);
      const [color, fill] = [text('Font/Color'), text('Fill/Color')];
      eachCell(both, (row, column) => {
        if (met?.[row - both.row]?.[column - both.column] !== true) return;
        add(row, column, {
          ...(color !== undefined && { color }),
          ...(fill !== undefined && { fill }),
          ...(look.get('Font/Italic') === true && { italic: true }),
          ...(look.get('Font/Bold') === true && { bold: true }),
        });
      });
    }
  }
  return found;
}

function eachCell(area: Rect, act: (row: number, column: number) => void): void {
  for (let row = area.row; row <= lastRow(area); row++)
    for (let column = area.column; column <= lastColumn(area); column++) act(row, column);
}

/** The ends of a scale that names them as numbers. */
function givenEnds(criteria: unknown): readonly [number, number] | null {
  const end = (name: 'minimum' | 'maximum'): number => {
    const parts = criteria as Readonly<
      Record<string, { type?: unknown; formula?: unknown } | undefined>
    > | null;
    const part = parts?.[name]; // looked up by name, each checked
    return part?.type === 'Number' ? Number(part.formula) : NaN;
  };
  const [low, high] = [end('minimum'), end('maximum')];
  return low < high ? [low, high] : null;
}

function scaleOf(criteria: unknown): readonly string[] {
  if (typeof criteria !== 'object' || criteria === null) return [];
  const parts = criteria as Readonly<Record<string, unknown>>; // looked up by name, each checked
  return ['minimum', 'midpoint', 'maximum'].flatMap((name) => {
    const part = parts[name];
    return typeof part === 'object' && part !== null && 'color' in part && typeof part.color === 'string'
      ? [part.color]
      : [];
  });
}

function mixed(stops: readonly string[], share: number): string {
  const place = share * (stops.length - 1);
  const i = Math.min(Math.floor(place), stops.length - 2);
  const [from, to] = [stops[i] ?? '#FFFFFF', stops[i + 1] ?? '#FFFFFF'];
  const channel = (at: number): string => {
    const [a, b] = [parseInt(from.slice(at, at + 2), 16), parseInt(to.slice(at, at + 2), 16)];
    return Math.round(a + (b - a) * (place - i))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
