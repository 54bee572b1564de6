import type { Book, StoredSheet, StoredTable } from './book';
import { storedAt } from './cells';
import { absolute } from './names';
import type { Rect } from './rect';
import { lastRow } from './rect';

/** A text literal, or a table's name with what it says between its brackets. */
const STRUCTURED = /"(?:[^"]|"")*"|([\p{L}_][\p{L}\p{N}_.]*)?\[((?:[^[\]]|\[[^\]]*\])*)\]/gu;

/** A formula with `Deals[Amount]` and `[@Amount]` as the addresses that they mean; IronCalc is told of no tables. */
export function withAddresses(
  book: Book,
  own: StoredSheet,
  row: number,
  column: number,
  formula: string,
): string {
  return formula.replace(STRUCTURED, (whole, name: string | undefined, inner: string | undefined) => {
    if (inner === undefined) return whole;
    const found = name === undefined ? tableAround(own, row, column) : tableNamed(book, name);
    if (!found) return '#REF!';
    const area = areaOf(found.sheet, found.table, inner, row);
    return area ? absolute(found.sheet.name, area) : '#REF!';
  });
}

function tableNamed(book: Book, name: string) {
  for (const sheet of book.sheets)
    for (const table of sheet.tables)
      if (table.name.toLowerCase() === name.toLowerCase()) return { sheet, table };
  return null;
}

function tableAround(sheet: StoredSheet, row: number, column: number) {
  const table = sheet.tables.find(
    ({ area }) =>
      row >= area.row && row <= lastRow(area) && column >= area.column && column < area.column + area.columns,
  );
  return table ? { sheet, table } : null;
}

function areaOf(sheet: StoredSheet, table: StoredTable, inner: string, row: number): Rect | null {
  const { area } = table;
  const body = { ...area, row: area.row + 1, rows: area.rows - 1 - (table.showTotals ? 1 : 0) };
  let rows: Rect = body;
  let text = inner.trim();
  if (text.startsWith('@')) {
    rows = { ...body, row, rows: 1 };
    text = text.slice(1);
  }
  const parts = /[[\]]/.test(text) ? [...text.matchAll(/\[([^\]]*)\]/g)].map((m) => m[1] ?? '') : [text];
  const columns: number[] = [];
  for (const part of parts) {
    const special = part.trim().toLowerCase();
    if (special === '') continue;
    if (special === '#all') rows = area;
    else if (special === '#headers') rows = { ...area, rows: 1 };
    else if (special === '#totals') rows = { ...area, row: lastRow(area), rows: 1 };
    else if (special === '#this row') rows = { ...body, row, rows: 1 };
    else if (special !== '#data') {
      const at = headerIndex(sheet, area, part);
      if (at < 0) return null;
      columns.push(at);
    }
  }
  const first = columns[0] ?? 0;
  const last = columns.at(-1) ?? area.columns - 1;
  return { ...rows, column: area.column + first, columns: last - first + 1 };
}

function headerIndex(sheet: StoredSheet, area: Rect, header: string): number {
  for (let c = 0; c < area.columns; c++)
    if (String(storedAt(sheet, area.row, area.column + c)).toLowerCase() === header.trim().toLowerCase())
      return c;
  return -1;
}
