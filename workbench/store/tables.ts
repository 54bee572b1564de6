import type { Book, StoredSheet, StoredTable } from './book';
import { newId } from './book';
import { putCell, storedAt } from './cells';
import { HostFailure, invalidArgument, itemNotFound } from './failure';
import { assertNameFree } from './names';
import type { Rect } from './rect';
import { intersection, lastRow } from './rect';

function assertNoOverlap(sheet: StoredSheet, area: Rect, except?: StoredTable): void {
  if (sheet.tables.some((t) => t !== except && intersection(t.area, area)))
    throw invalidArgument("A table can't overlap another table.");
}

/** Headers become text, none is blank and none comes twice. */
function settleHeaders(sheet: StoredSheet, area: Rect): void {
  const seen = new Set<string>();
  for (let c = 0; c < area.columns; c++) {
    const cell = storedAt(sheet, area.row, area.column + c);
    const base =
      cell === null ? `Column${c + 1}` : String(typeof cell === 'object' ? (cell.value ?? '') : cell);
    let name = base;
    for (let n = 2; seen.has(name.toLowerCase()); n++) name = `${base}${n}`;
    seen.add(name.toLowerCase());
    putCell(sheet, area.row, area.column + c, name);
  }
}

export function addTable(book: Book, sheet: StoredSheet, area: Rect, hasHeaders: boolean): StoredTable {
  if (!hasHeaders) throw invalidArgument('The stand-in adds tables with headers only.');
  const whole = area.rows === 1 ? { ...area, rows: 2 } : area;
  assertNoOverlap(sheet, whole);
  let n = 1;
  while (book.sheets.some((s) => s.tables.some((t) => t.name === `Table${n}`))) n++;
  settleHeaders(sheet, whole);
  const table: StoredTable = {
    id: newId(book),
    name: `Table${n}`,
    area: whole,
    style: 'TableStyleMedium2',
    showTotals: false,
    filtered: false,
    showFilterButton: true,
  };
  sheet.tables.push(table);
  return table;
}

export function renameTable(book: Book, table: StoredTable, name: string): void {
  if (name.toLowerCase() !== table.name.toLowerCase()) assertNameFree(book, name);
  table.name = name;
}

/** The header row stays where it is, and one body row at least remains. */
export function resizeTable(sheet: StoredSheet, table: StoredTable, area: Rect): void {
  if (area.row !== table.area.row || area.rows < 2 || !intersection(area, table.area))
    throw invalidArgument('The new range must overlap the table and keep its header row.');
  assertNoOverlap(sheet, area, table);
  table.area = area;
  settleHeaders(sheet, area);
}

export function clearFilter(sheet: StoredSheet, table: StoredTable): void {
  for (let row = table.area.row; row <= lastRow(table.area); row++) sheet.hiddenRows.delete(row);
  table.filtered = false;
}

export function findTable(book: Book, key: string): { sheet: StoredSheet; table: StoredTable } | null {
  for (const sheet of book.sheets)
    for (const table of sheet.tables)
      if (table.id === key || table.name.toLowerCase() === key.toLowerCase()) return { sheet, table };
  return null;
}

export function tableNamed(book: Book, key: string): { sheet: StoredSheet; table: StoredTable } {
  const found = findTable(book, key);
  if (!found) throw itemNotFound();
  return found;
}

export function assertUnfiltered(sheet: StoredSheet, area: Rect): void {
  if (sheet.tables.some((t) => t.filtered && intersection(t.area, area)))
    throw new HostFailure(
      'FilteredRangeConflict',
      'The attempted operation causes a conflict with a filtered range.',
    );
}
