import type { Progress } from '../../engine/core/circumstances';
import type { Cell, RawSheet } from '../../engine/dataset/rawTable';
import { asText } from './asText';
import { rowChunks } from './chunks';
import { setNumberFormat } from './setNumberFormat';
import { ExcelStop } from './errors';
import { inExcel, send } from './session';

/** A sheet to add: rows from A1 on, number formats by run, the first row a header. */
export type NewSheet = Pick<RawSheet, 'sheet' | 'rows' | 'formats' | 'columnCount'>;

/** Adds sheets that belong to the person from then on, and shows the first. Returns their names. */
export async function addSheets(sheets: readonly NewSheet[], progress: Progress): Promise<readonly string[]> {
  const names: string[] = [];
  for (const [i, sheet] of sheets.entries()) {
    progress(i / sheets.length, `Adding ${sheet.sheet}`);
    const name = await inExcel((context) => makeSheet(context, sheet.sheet));
    await inExcel((context) => fillSheet(context, name, sheet));
    names.push(name);
  }
  await inExcel(async (context) => {
    const [first] = names;
    if (first !== undefined) context.workbook.worksheets.getItem(first).activate();
    await context.sync();
  });
  progress(1, 'Sheets added');
  return names;
}

async function makeSheet(context: Excel.RequestContext, wanted: string): Promise<string> {
  const { workbook } = context;
  workbook.worksheets.load('items/name');
  workbook.protection.load('protected');
  await context.sync();
  if (workbook.protection.protected) throw new ExcelStop('WorkbookProtected', wanted);
  const taken = new Set(workbook.worksheets.items.map((w) => w.name.toLowerCase()));
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted.slice(0, 26)} (${n})`;
  workbook.worksheets.add(name);
  await context.sync();
  return name;
}

async function fillSheet(context: Excel.RequestContext, name: string, sheet: NewSheet): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(name);
  sheet.formats.forEach((runs, column) =>
    runs.forEach(({ from, format }, i) => {
      const rows = (runs[i + 1]?.from ?? sheet.rows.length) - from;
      if (rows > 0) setNumberFormat(worksheet.getRangeByIndexes(from, column, rows, 1), format);
    }),
  );
  for (const { from, rows } of rowChunks(sheet.rows)) {
    worksheet.getRangeByIndexes(from, 0, rows.length, sheet.columnCount).values = rows.map((row) =>
      Array.from({ length: sheet.columnCount }, (_, c) => typedCell(row[c] ?? null)),
    );
    await send(context);
  }
  const header = worksheet.getRangeByIndexes(0, 0, 1, sheet.columnCount);
  header.format.font.bold = true;
  worksheet.getRangeByIndexes(0, 0, sheet.rows.length, sheet.columnCount).format.autofitColumns();
  worksheet.freezePanes.freezeRows(1);
  await context.sync();
}

const typedCell = (cell: Cell): string | number | boolean =>
  cell === null ? '' : typeof cell === 'string' ? asText(cell) : cell;
