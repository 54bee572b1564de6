import type { Book, StoredCell, StoredSheet } from './book';
import { newId } from './book';
import { recountFormulas } from './cells';
import { lay } from './layers';
import { MAX_ROWS } from './rect';
import { blankSheet } from './sheets';

/** What a workbook to begin with holds. Text stays text here: this is a file being opened, not typing. */
export interface SheetContent {
  readonly name: string;
  readonly rows: readonly (readonly StoredCell[])[];
  /** Zero-based place of `rows[0][0]`; A1 when absent. */
  readonly top?: number;
  readonly left?: number;
  /** Number format by column of `rows`. */
  readonly formats?: Readonly<Record<number, string>>;
  /** Number formats by column of `rows`, each from a row of them on; dates and shares within a column. */
  readonly formatRuns?: readonly (readonly { readonly from: number; readonly format: string }[])[];
  /** Characters, by column of `rows`. */
  readonly columnWidths?: readonly number[];
  readonly visibility?: StoredSheet['visibility'];
  /** Zero-based, header row included. */
  readonly tables?: readonly { name: string; row: number; column: number; rows: number; columns: number }[];
  readonly protected?: boolean;
  /** Zero-based rows that a filter hides. */
  readonly filteredRows?: readonly number[];
}

export interface BookContent {
  readonly name?: string;
  readonly sheets: readonly SheetContent[];
  readonly date1904?: boolean;
  /** The .xlsx that it was opened from. */
  readonly file?: Uint8Array;
}

function makeSheet(id: string, content: SheetContent, tableIds: () => string): StoredSheet {
  const sheet = blankSheet(id, content.name);
  const { top = 0, left = 0 } = content;
  content.rows.forEach((cells, r) => {
    sheet.rows[top + r] = [...new Array<StoredCell>(left).fill(null), ...cells];
  });
  recountFormulas(sheet);
  for (const [column, format] of Object.entries(content.formats ?? {}))
    lay(sheet.numberFormats, { row: 0, column: left + Number(column), rows: MAX_ROWS, columns: 1 }, format);
  content.formatRuns?.forEach((runs, column) =>
    runs.forEach(({ from, format }, i) => {
      const rows = (runs[i + 1]?.from ?? content.rows.length) - from;
      if (rows > 0)
        lay(sheet.numberFormats, { row: top + from, column: left + column, rows, columns: 1 }, format);
    }),
  );
  content.columnWidths?.forEach((characters, column) =>
    sheet.columnWidths.set(left + column, (characters * 7 + 5) * 0.75),
  );
  for (const { name, ...area } of content.tables ?? [])
    sheet.tables.push({
      id: tableIds(),
      name,
      area,
      style: 'TableStyleMedium2',
      showTotals: false,
      filtered: (content.filteredRows ?? []).some((r) => r > area.row && r < area.row + area.rows),
      showFilterButton: true,
    });
  sheet.visibility = content.visibility ?? 'Visible';
  sheet.protected = content.protected ?? false;
  sheet.hiddenRows = new Set(content.filteredRows ?? []);
  sheet.filtered = sheet.hiddenRows.size > 0;
  return sheet;
}

export function makeBook(content: BookContent): Book {
  const first = blankSheet('', 'Sheet1');
  const book: Book = {
    name: content.name ?? 'Book1.xlsx',
    date1904: content.date1904 ?? false,
    file: content.file ?? null,
    sheets: [],
    names: new Map(),
    settings: new Map(),
    structureProtected: false,
    active: first,
    selection: { sheet: first, area: { row: 0, column: 0, rows: 1, columns: 1 } },
    enableEvents: true,
    listening: new Set(),
    calculationMode: 'Automatic',
    issued: 0,
  };
  for (const sheet of content.sheets) book.sheets.push(makeSheet(newId(book), sheet, () => newId(book)));
  if (book.sheets.length === 0) book.sheets.push(blankSheet(newId(book), 'Sheet1'));
  const shown = book.sheets.find((s) => s.visibility === 'Visible') ?? first;
  book.active = shown;
  book.selection = { sheet: shown, area: book.selection.area };
  return book;
}
