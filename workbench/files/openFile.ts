import type { Outcome } from '../../src/engine/core/outcome';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { readWorkbookFile } from '../../src/hosts/workbookFile';
import { formatCell } from '../page/ui/numberFormat';
import type { BookContent, SheetContent } from '../store/makeBook';

/** A workbook or separated values as the stand-in's workbook; the bytes stay with it, for saving what is not changed. */
export async function openFile(name: string, bytes: Uint8Array): Promise<Outcome<BookContent>> {
  const { value, issues } = await readWorkbookFile(name, bytes);
  if (!value) return { value: undefined, issues };
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return {
    value: {
      name,
      date1904: value.sheets.some((s) => s.date1904),
      sheets: value.sheets.map(sheetContent),
      ...(isWorkbook && { file: bytes }),
    },
    issues,
  };
}

function sheetContent(raw: RawSheet): SheetContent {
  return {
    name: raw.sheet,
    rows: raw.rows,
    top: raw.top,
    left: raw.left,
    visibility: raw.hidden ? 'Hidden' : 'Visible',
    formatRuns: raw.formats,
    columnWidths: Array.from({ length: raw.columnCount }, (_, column) => widthOf(raw, column)),
    tables: raw.tables.map((t) => ({
      name: t.name,
      row: t.top,
      column: t.left,
      rows: t.bottom - t.top + 1,
      columns: t.right - t.left + 1,
    })),
  };
}

const [NARROWEST, WIDEST, LOOKED_AT] = [8, 36, 60];

/** Characters of the longest of the first values; the file's own widths are not read. */
function widthOf(raw: RawSheet, column: number): number {
  const format = raw.formats[column]?.[0]?.format ?? 'General';
  const longest = raw.rows
    .slice(0, LOOKED_AT)
    .reduce((most, row) => Math.max(most, formatCell(row[column] ?? null, format).text.length), 0);
  return Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
}
