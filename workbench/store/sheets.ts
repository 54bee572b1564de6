import type { Book, StoredSheet } from './book';
import { newId } from './book';
import { HostFailure, invalidArgument, itemNotFound } from './failure';

export function assertSheetName(book: Book, name: string, except?: StoredSheet): void {
  if (
    name === '' ||
    name.length > 31 ||
    /[:\\/?*[\]]/.test(name) ||
    /^'|'$/.test(name) ||
    /^history$/i.test(name)
  )
    throw invalidArgument(`The sheet name "${name}" is not allowed.`);
  if (book.sheets.some((s) => s !== except && s.name.toLowerCase() === name.toLowerCase()))
    throw new HostFailure('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
}

export function assertStructure(book: Book): void {
  if (book.structureProtected)
    throw new HostFailure(
      'AccessDenied',
      'You cannot perform the requested operation: the workbook is protected.',
    );
}

export function assertUnprotected(sheet: StoredSheet): void {
  if (sheet.protected)
    throw new HostFailure(
      'AccessDenied',
      'You cannot perform the requested operation: the sheet is protected.',
    );
}

export const blankSheet = (id: string, name: string): StoredSheet => ({
  id,
  name,
  visibility: 'Visible',
  tabColor: '',
  rows: [],
  formulas: new Set(),
  changed: null,
  numberFormats: [],
  look: new Map(),
  validations: [],
  links: [],
  conditionalFormats: [],
  comments: [],
  tables: [],
  charts: [],
  customProperties: new Map(),
  hiddenRows: new Set(),
  filtered: false,
  protected: false,
  frozen: null,
  columnWidths: new Map(),
  rowHeights: new Map(),
  gridlines: true,
  page: new Map(),
});

export function addSheet(book: Book, name: string | null): StoredSheet {
  assertStructure(book);
  let next = book.sheets.length + 1;
  while (name === null && book.sheets.some((s) => s.name === `Sheet${next}`)) next++;
  const given = name ?? `Sheet${next}`;
  assertSheetName(book, given);
  const sheet = blankSheet(newId(book), given);
  book.sheets.push(sheet);
  return sheet;
}

export function renameSheet(book: Book, sheet: StoredSheet, name: string): void {
  assertStructure(book);
  assertSheetName(book, name, sheet);
  sheet.name = name;
}

export function deleteSheet(book: Book, sheet: StoredSheet): void {
  assertStructure(book);
  if (book.sheets.filter((s) => s.visibility === 'Visible' && s !== sheet).length === 0)
    throw new HostFailure('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  const first = book.sheets.find((s) => s.visibility === 'Visible') ?? book.active;
  if (book.active === sheet) book.active = first;
  if (book.selection.sheet === sheet)
    book.selection = { sheet: first, area: { row: 0, column: 0, rows: 1, columns: 1 } };
}

/** By name, whatever its case, or by id. */
export const findSheet = (book: Book, key: string): StoredSheet | null =>
  book.sheets.find((s) => s.id === key || s.name.toLowerCase() === key.toLowerCase()) ?? null;

export function sheetNamed(book: Book, key: string): StoredSheet {
  const sheet = findSheet(book, key);
  if (!sheet) throw itemNotFound();
  return sheet;
}
