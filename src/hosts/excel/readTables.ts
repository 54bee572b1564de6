import type { CancelSignal, Progress } from '../../engine/core/circumstances';
import type { Cell, ExcelTable, FormatRun, RawSheet } from '../../engine/dataset/rawTable';
import { bytesOf, CHUNK_BYTES } from './chunks';
import { codeOf } from './errors';
import { formatRuns } from './formatRuns';
import { loadOwnership } from './ownership';
import { inExcel, send, stopIfCancelled } from './session';

/** A sheet before its rows are known. */
export type SheetHead = Omit<RawSheet, 'rows' | 'formats'>;

/** Takes the sheets as they are read: each one's head, its rows in pieces from the top, then its number formats. */
export interface SheetReceiver {
  sheet(head: SheetHead): void;
  /** More rows of the sheet announced last; reading goes on when the promise is kept. */
  rows(rows: readonly (readonly Cell[])[]): Promise<void> | void;
  formats(formats: readonly (readonly FormatRun[])[]): void;
}

interface FoundSheet {
  readonly worksheetId: string;
  readonly head: SheetHead;
  readonly rowCount: number;
}

/** Days count from 1904-01-01 in workbooks that came from old Macs; DATE(2000,1,1) tells, 36526 or 35064. */
const SERIAL_1904 = 35064;
/** Cells in the first piece, from which the size of the others is estimated. */
const FIRST_CELLS = 4_000;
const MOST_CELLS = 1_000_000;

/**
 * Reads all worksheets, hidden ones too, piece by piece below Excel's limits. Leadline's own sheets are announced as
 * such and not read. Merged cells are not asked for, because asking empties Excel's undo list.
 */
export async function streamSheets(
  receiver: SheetReceiver,
  progress: Progress,
  signal: CancelSignal,
): Promise<void> {
  progress(0, 'Looking at the workbook');
  const found = await inExcel(findSheets);
  const cells = found.reduce((n, s) => n + s.rowCount * s.head.columnCount, 0);
  let done = 0;
  for (const sheet of found) {
    stopIfCancelled(signal);
    const { head, rowCount } = sheet;
    receiver.sheet(head);
    await eachPiece(sheet, async (rows) => {
      await receiver.rows(rows);
      done += rows.length * head.columnCount;
      progress(done / Math.max(1, cells), `Reading ${head.sheet}`);
      stopIfCancelled(signal);
    });
    receiver.formats(rowCount > 0 ? await formatRuns(rowCount, (rows) => readFormats(sheet, rows)) : []);
  }
  progress(1, 'Workbook read');
}

/** The same in one piece, for whoever can hold it. */
export async function readSheets(progress: Progress, signal: CancelSignal): Promise<readonly RawSheet[]> {
  const sheets: { head: SheetHead; rows: (readonly Cell[])[]; formats: RawSheet['formats'] }[] = [];
  await streamSheets(
    {
      sheet: (head) => void sheets.push({ head, rows: [], formats: [] }),
      rows: (rows) => {
        const last = sheets.at(-1);
        for (const row of rows) last?.rows.push(row);
      },
      formats: (formats) => {
        const last = sheets.at(-1);
        if (last) last.formats = formats;
      },
    },
    progress,
    signal,
  );
  return sheets.map(({ head, rows, formats }) => ({ ...head, rows, formats }));
}

export const workbookName = (): Promise<string> =>
  inExcel(async (context) => {
    context.workbook.load('name');
    await context.sync();
    return context.workbook.name;
  });

async function findSheets(context: Excel.RequestContext): Promise<readonly FoundSheet[]> {
  const { workbook } = context;
  const ownership = await loadOwnership(context);
  const own = new Set([...ownership.owned.values()].map((s) => s.worksheetId));
  workbook.load('name');
  const probe = workbook.functions.date(2000, 1, 1);
  probe.load('value');
  const asked = ownership.sheets.map((sheet) => {
    const worksheet = workbook.worksheets.getItem(sheet.worksheetId);
    const used = worksheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex, columnIndex, rowCount, columnCount');
    worksheet.autoFilter.load('isDataFiltered');
    worksheet.tables.load('items/name, items/showHeaders, items/showTotals');
    return { ...sheet, worksheet, used };
  });
  await context.sync();
  const date1904 = Number(probe.value) === SERIAL_1904;
  const withTables = asked.map((sheet) => ({
    ...sheet,
    tables: sheet.worksheet.tables.items.map((table) => {
      const range = table.getRange();
      range.load('rowIndex, columnIndex, rowCount, columnCount');
      table.autoFilter.load('isDataFiltered');
      return { table, range };
    }),
  }));
  await context.sync();
  // Only where a filter is set: counting the visible rows of everything would take long.
  const counted = withTables.map((sheet) => {
    const filtered = [
      ...sheet.tables.filter(({ table }) => table.autoFilter.isDataFiltered).map(({ range }) => range),
      ...(sheet.worksheet.autoFilter.isDataFiltered && !sheet.used.isNullObject ? [sheet.used] : []),
    ].map((range) => {
      const view = range.getVisibleView();
      view.load('rowCount');
      return { range, view };
    });
    return { ...sheet, filtered };
  });
  await context.sync();
  return counted.map(({ worksheetId, name, visible, used, tables, filtered }): FoundSheet => {
    const owned = own.has(worksheetId);
    const blank = used.isNullObject || owned;
    return {
      worksheetId,
      rowCount: blank ? 0 : used.rowCount,
      head: {
        source: workbook.name,
        sheet: name,
        top: blank ? 0 : used.rowIndex,
        left: blank ? 0 : used.columnIndex,
        columnCount: blank ? 0 : used.columnCount,
        hidden: !visible,
        date1904,
        tables: tables.map(({ table, range }): ExcelTable => ({
          name: table.name,
          hasHeaders: table.showHeaders,
          hasTotals: table.showTotals,
          top: range.rowIndex,
          left: range.columnIndex,
          bottom: range.rowIndex + range.rowCount - 1,
          right: range.columnIndex + range.columnCount - 1,
        })),
        merges: [],
        filteredRows: filtered.reduce((n, { range, view }) => n + range.rowCount - view.rowCount, 0),
        owned,
      },
    };
  });
}

/** Hands over a sheet's rows in pieces of about `CHUNK_BYTES`. A piece that Excel finds too large is asked again in halves. */
async function eachPiece(
  { worksheetId, head, rowCount }: FoundSheet,
  take: (rows: (readonly Cell[])[]) => Promise<void>,
): Promise<void> {
  const columns = Math.max(1, head.columnCount);
  let size = Math.max(1, Math.floor(FIRST_CELLS / columns));
  for (let from = 0; from < rowCount;) {
    const count = Math.min(size, rowCount - from);
    const values = await readValues(worksheetId, head.top + from, head.left, count, columns).catch(
      (error: unknown) => {
        if (count > 1 && TOO_LARGE.has(codeOf(error) ?? '')) return null;
        throw error;
      },
    );
    if (!values) {
      size = Math.max(1, Math.floor(count / 2));
      continue;
    }
    await take(values);
    from += count;
    const perRow = Math.max(1, bytesOf(values) / count);
    size = Math.max(1, Math.min(Math.floor(CHUNK_BYTES / perRow), Math.floor(MOST_CELLS / columns)));
  }
}
const TOO_LARGE: ReadonlySet<string> = new Set(['ResponsePayloadSizeLimitExceeded', 'RangeExceedsLimit']);

/** A range across the whole sheet counts as unbounded and reads as null: wide ones are asked for in parts. */
const WIDEST = 8_192;
const partsOf = (worksheet: Excel.Worksheet, row: number, column: number, rows: number, columns: number) =>
  Array.from({ length: Math.ceil(columns / WIDEST) }, (_, i) =>
    worksheet.getRangeByIndexes(row, column + i * WIDEST, rows, Math.min(WIDEST, columns - i * WIDEST)),
  );

/** A run of its own for each piece: one that fails is repeated alone. */
const readValues = (worksheetId: string, row: number, column: number, rows: number, columns: number) =>
  inExcel(async (context) => {
    const parts = partsOf(context.workbook.worksheets.getItem(worksheetId), row, column, rows, columns);
    for (const part of parts) part.load('values');
    await context.sync();
    // Excel's `any`: text, numbers and booleans, with "" for a blank cell.
    const [first, ...more] = parts.map((part) => part.values as Cell[][]);
    const values = (first ?? []).map((cells, r) =>
      more.length > 0 ? cells.concat(...more.map((m) => m[r] ?? [])) : cells,
    );
    for (const cells of values) for (let c = 0; c < cells.length; c++) if (cells[c] === '') cells[c] = null;
    return values;
  });

/** Rows of formats asked for at once, so that a wide sheet stays below the limit of an answer. */
const FORMAT_CELLS = 100_000;

async function readFormats(
  { worksheetId, head }: FoundSheet,
  rows: readonly number[],
): Promise<readonly (readonly string[])[]> {
  const perRun = Math.max(1, Math.floor(FORMAT_CELLS / Math.max(1, head.columnCount)));
  const formats: (readonly string[])[] = [];
  for (let from = 0; from < rows.length; from += perRun)
    formats.push(
      ...(await inExcel(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(worksheetId);
        const ranges = rows.slice(from, from + perRun).map((row) => {
          const parts = partsOf(worksheet, head.top + row, head.left, 1, head.columnCount);
          for (const part of parts) part.load('numberFormat');
          return parts;
        });
        await send(context);
        // Excel's `any`: one row of texts.
        return ranges.map((parts) => parts.flatMap((part) => part.numberFormat[0] as string[]));
      })),
    );
  return formats;
}
