import type { Book, StoredSheet } from '../../store/book';
import { isFormula } from '../../store/book';
import { at } from '../../store/layers';
import { textWidth } from './measure';
import { formatCell, general, isDateFormat } from './numberFormat';
import type { Look } from './looks';

/** What a cell shows in the width it has. */
export interface Content {
  readonly text: string;
  readonly color: string | null;
  readonly align: 'left' | 'center' | 'right';
}

const USUAL_POINTS = 11;
const PADDING = 8;

export function contentOf(
  book: Book,
  sheet: StoredSheet,
  row: number,
  column: number,
  look: Look,
  width: number,
): Content {
  const cell = sheet.rows[row]?.[column] ?? null;
  const value = isFormula(cell) ? cell.value : cell;
  if (value === null || value === '') return { text: '', color: null, align: 'left' };
  const isError = typeof value === 'string' && isFormula(cell) && value.startsWith('#');
  const usual =
    typeof value === 'number' ? 'right' : typeof value === 'boolean' || isError ? 'center' : 'left';
  const { text, color = null } = formatCell(value, look.numberFormat, book.date1904);
  const align = look.align ?? usual;
  if (typeof value !== 'number') return { text, color, align };
  const points = look.size ?? USUAL_POINTS;
  const fits = (shown: string): boolean => textWidth(shown, points, look.bold) <= width - PADDING + 4;
  if (fits(text)) return { text, color, align };
  // General gives up decimals first; anything else is shown as too wide, as in Excel.
  if (look.numberFormat === 'General' && !Number.isInteger(value))
    for (let decimals = 8; decimals >= 0; decimals--) {
      const shorter = general(Number(value.toFixed(decimals)));
      if (fits(shorter)) return { text: shorter, color, align };
    }
  const hash = textWidth('#', points, look.bold);
  return { text: '#'.repeat(Math.max(1, Math.floor((width - PADDING) / hash))), color, align };
}

/** What stands in a cell when it is edited: formulas as such, dates and shares as a person would type them. */
export function editText(book: Book, sheet: StoredSheet, row: number, column: number): string {
  const cell = sheet.rows[row]?.[column] ?? null;
  if (isFormula(cell)) return cell.formula;
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  const format = at(sheet.numberFormats, row, column) ?? 'General';
  if (typeof cell === 'string') return format !== '@' && /^[='+@-]|^\d/.test(cell) ? `'${cell}` : cell;
  if (isDateFormat(format)) {
    const iso = formatCell(cell, 'yyyy-mm-dd', book.date1904).text;
    return Number.isInteger(cell) ? iso : `${iso} ${formatCell(cell, 'hh:mm:ss', book.date1904).text}`;
  }
  return format.endsWith('%') ? `${Number((cell * 100).toPrecision(15))}%` : String(cell);
}

/** How wide a text that does not wrap becomes beyond its cell, over blank neighbours to the right. */
export function overflowWidth(
  sheet: StoredSheet,
  row: number,
  column: number,
  content: Content,
  look: Look,
  width: number,
  widthOf: (column: number) => number,
): number {
  const cell = sheet.rows[row]?.[column] ?? null;
  const value = isFormula(cell) ? cell.value : cell;
  if (typeof value !== 'string' || look.wrap || content.align !== 'left') return width;
  const needed = textWidth(content.text, look.size ?? USUAL_POINTS, look.bold) + PADDING;
  let reached = width;
  for (let next = column + 1; reached < needed && next < column + 60; next++) {
    const neighbour = sheet.rows[row]?.[next] ?? null;
    if (neighbour !== null && neighbour !== '') break;
    reached += widthOf(next);
  }
  return reached;
}
