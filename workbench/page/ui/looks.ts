import type { StoredSheet } from '../../store/book';
import { paint } from '../../store/layers';
import type { Rect } from '../../store/rect';
import { lastRow } from '../../store/rect';

/** How one cell looks, as stored; absent means as usual. */
export interface Look {
  readonly numberFormat: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly size: number | null;
  readonly color: string | null;
  readonly fill: string | null;
  readonly wrap: boolean;
  readonly align: 'left' | 'center' | 'right' | null;
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly indent: number;
  /** Colours of its edges. */
  readonly top: string | null;
  readonly bottom: string | null;
  readonly left: string | null;
  readonly right: string | null;
  /** Where a click leads. */
  readonly link: string | null;
}

const ALIGN: Readonly<Record<string, Look['align']>> = { Left: 'left', Center: 'center', Right: 'right' };
const VERTICAL: Readonly<Record<string, Look['vertical']>> = { Top: 'top', Center: 'center' };
const LINK = '#1F5FA8';

/** The looks of a rectangle's cells; each kind of formatting is painted once for all of them. */
export function looksOf(sheet: StoredSheet, area: Rect): (row: number, column: number) => Look {
  const painted = new Map<string, unknown[][]>();
  for (const [path, layers] of sheet.look) painted.set(path, paint<unknown>(layers, area, null));
  const formats = paint(sheet.numberFormats, area, 'General');
  const links = sheet.links.length > 0 ? paint<unknown>(sheet.links, area, null) : null;
  const edges = edgesOf(sheet, area);
  return (row, column) => {
    const [r, c] = [row - area.row, column - area.column];
    const read = (path: string): unknown => painted.get(path)?.[r]?.[c] ?? null;
    const text = (path: string): string | null => {
      const value = read(path);
      return typeof value === 'string' ? value : null;
    };
    const link = links?.[r]?.[c];
    const target =
      typeof link === 'object' && link !== null && 'documentReference' in link
        ? String(link.documentReference)
        : null;
    const table = tableLook(sheet, row, column);
    return {
      numberFormat: formats[r]?.[c] ?? 'General',
      bold: read('Font/Bold') === true || (read('Font/Bold') === null && (table?.bold ?? false)),
      italic: read('Font/Italic') === true,
      underline: (text('Font/Underline') ?? 'None') !== 'None' || target !== null,
      size: typeof read('Font/Size') === 'number' ? Number(read('Font/Size')) : null,
      color: text('Font/Color') ?? (target !== null ? LINK : (table?.color ?? null)),
      fill: text('Fill/Color') || (table?.fill ?? null),
      wrap: read('WrapText') === true,
      align: ALIGN[text('HorizontalAlignment') ?? ''] ?? null,
      vertical: VERTICAL[text('VerticalAlignment') ?? ''] ?? 'bottom',
      indent: typeof read('IndentLevel') === 'number' ? Number(read('IndentLevel')) : 0,
      top: edges('EdgeTop', row, column),
      bottom: edges('EdgeBottom', row, column) ?? table?.bottom ?? null,
      left: edges('EdgeLeft', row, column),
      right: edges('EdgeRight', row, column),
      link: target,
    };
  };
}

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
type Side = (typeof SIDES)[number];

/** A border belongs to the edge of the range that it was given to, not to each of its cells. */
function edgesOf(sheet: StoredSheet, area: Rect) {
  const found = new Map<string, string>();
  for (const side of SIDES)
    for (const { area: of, value } of sheet.look.get(`Borders/${side}/Style`) ?? []) {
      const line = {
        EdgeTop: { ...of, rows: 1 },
        EdgeBottom: { ...of, row: lastRow(of), rows: 1 },
        EdgeLeft: { ...of, columns: 1 },
        EdgeRight: { ...of, column: of.column + of.columns - 1, columns: 1 },
      }[side];
      const bottom = Math.min(lastRow(line), lastRow(area));
      const right = Math.min(line.column + line.columns, area.column + area.columns);
      for (let row = Math.max(line.row, area.row); row <= bottom; row++)
        for (let column = Math.max(line.column, area.column); column < right; column++) {
          const key = `${side} ${row} ${column}`;
          if (value === null || value === 'None') found.delete(key);
          else found.set(key, '#000000');
        }
    }
  for (const side of SIDES)
    for (const { area: of, value } of sheet.look.get(`Borders/${side}/Color`) ?? [])
      for (const key of found.keys()) {
        const [at, row = 0, column = 0] = key.split(' ').map((part, i) => (i === 0 ? part : Number(part)));
        if (
          at === side &&
          typeof value === 'string' &&
          Number(row) >= of.row &&
          Number(row) <= lastRow(of) &&
          Number(column) >= of.column &&
          Number(column) < of.column + of.columns
        )
          found.set(key, value);
      }
  return (side: Side, row: number, column: number): string | null =>
    found.get(`${side} ${row} ${column}`) ?? null;
}

interface TableLook {
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly bottom?: string;
}

/** The common table styles in blue or grey: header, bands and rule. */
function tableLook(sheet: StoredSheet, row: number, column: number): TableLook | null {
  for (const { area, style } of sheet.tables) {
    if (row < area.row || row > lastRow(area) || column < area.column || column >= area.column + area.columns)
      continue;
    const band = (row - area.row) % 2 === 1;
    if (/Medium|Dark/.test(style))
      return row === area.row
        ? { bold: true, color: '#FFFFFF', fill: '#2F5D9B' }
        : { bottom: '#B8CBE4', ...(band && { fill: '#E4ECF7' }) };
    return row === area.row
      ? { bold: true, bottom: '#5B6675' }
      : { ...(band && { fill: '#F1F4F8' }), ...(row === lastRow(area) && { bottom: '#5B6675' }) };
  }
  return null;
}
