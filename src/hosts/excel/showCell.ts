import type { Place } from '../../engine/core/issue';
import { ExcelStop } from './errors';
import { inExcel } from './session';

/** Brings a sheet to the front and selects the cell, row or column of a place. */
export function showCell({ sheet, row, column }: Pick<Place, 'sheet' | 'row' | 'column'>): Promise<void> {
  return inExcel(async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    worksheet.load('visibility');
    await context.sync();
    if (worksheet.isNullObject || worksheet.visibility !== 'Visible')
      throw new ExcelStop('SheetMissing', sheet);
    worksheet.activate();
    if (row !== undefined) worksheet.getRange(`${column ?? 'A'}${row}`).select();
    else if (column !== undefined) worksheet.getRange(`${column}1`).select();
    await context.sync();
  });
}
