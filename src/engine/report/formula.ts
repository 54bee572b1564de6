import { columnLetters } from '../dataset/rawTable';
import type { CellContent, Link, Live, Ref, Shown } from './report';

/** A piece of a formula: text, or a reference that layout turns into a name or an address. */
export type Part = string | Ref;

/**
 * A live formula and the value the engine computed for it; both must agree. Formulas use only functions that Excel
 * 2016, LibreOffice and IronCalc all know; `null` needs a formula that gives "".
 */
export const live = (value: Live['value'], ...parts: readonly Part[]): Live => ({ parts, value });

/** x ÷ n over the cells that hold them; blank where n is nought. */
export const liveQuotient = (value: number | null, x: Part, ...n: readonly Part[]): Live =>
  live(value, 'IF(', ...n, '=0,"",', x, '/', ...n, ')');

export const input = (id: string): Ref => ({ ref: 'input', id });
export const thisRow = (column: string): Ref => ({ ref: 'thisRow', column });
/** Row from 0; negative counts from the end. */
export const cellOf = (table: string, column: string, row: number): Ref => ({
  ref: 'cell',
  table,
  column,
  row,
});
/** Rows from 0, both included. */
export const rowsOfColumn = (table: string, column: string, from: number, to: number): Ref => ({
  ref: 'rows',
  table,
  column,
  from,
  to,
});
export const columnOf = (table: string, column: string): Ref => ({ ref: 'column', table, column });

export const isLive = (content: CellContent): content is Live =>
  typeof content === 'object' && content !== null && 'parts' in content;
export const isLink = (content: CellContent): content is Link =>
  typeof content === 'object' && content !== null && 'link' in content;

export const isShown = (content: CellContent): content is Shown =>
  typeof content === 'object' && content !== null && 'as' in content;

/** What a cell says, formulas by their value and links by their text. */
export const valueOf = (content: CellContent): string | number | null =>
  isLive(content) || isShown(content) ? content.value : isLink(content) ? content.text : content;

/** "=" is the host's to add. */
export const formulaText = (formula: Live, resolve: (ref: Ref) => string): string =>
  formula.parts.map((part) => (typeof part === 'string' ? part : resolve(part))).join('');

/** A text inside a formula: quotes doubled. */
export const textLiteral = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Always quoted, which Excel allows for any name; an apostrophe in the name is doubled. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** "C5" for a zero-based row and column; "$C$5" when fixed. */
export const address = (row: number, column: number, fixed: boolean): string =>
  fixed ? `$${columnLetters(column)}$${row + 1}` : `${columnLetters(column)}${row + 1}`;
