import type { PlacementOf } from '../../../engine/report/placement';
import type { Stage } from './state';
import { rangeAt } from './state';

/** Points of a column that shows so many characters of Excel's usual font: 7 pixels each and 5 of margin, at 96 dpi. */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;

export function columnWidths({ worksheet }: Stage, { widths }: PlacementOf<'columnWidths'>): void {
  widths.forEach((width, column) => {
    worksheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = pointsOf(width);
  });
}

export function rowHeight({ worksheet }: Stage, { row, points }: PlacementOf<'rowHeight'>): void {
  worksheet.getRangeByIndexes(row, 0, 1, 1).getEntireRow().format.rowHeight = points;
}

export function freeze({ worksheet }: Stage, { rows, columns }: PlacementOf<'freeze'>): void {
  worksheet.freezePanes.unfreeze();
  if (rows > 0 && columns > 0)
    worksheet.freezePanes.freezeAt(worksheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) worksheet.freezePanes.freezeRows(rows);
  else if (columns > 0) worksheet.freezePanes.freezeColumns(columns);
}

export function gridlines({ worksheet }: Stage, { shown }: PlacementOf<'gridlines'>): void {
  worksheet.showGridlines = shown;
}

export function print(stage: Stage, p: PlacementOf<'print'>): void {
  const { pageLayout, horizontalPageBreaks } = stage.worksheet;
  pageLayout.orientation = p.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  if (p.fitWidth) pageLayout.zoom = { horizontalFitToPages: 1 };
  if (p.titleRow !== null) pageLayout.setPrintTitleRows(`$${p.titleRow + 1}:$${p.titleRow + 1}`);
  if (p.area) pageLayout.setPrintArea(rangeAt(stage, p.area));
  horizontalPageBreaks.removePageBreaks();
  for (const row of p.breaks ?? []) horizontalPageBreaks.add(`A${row + 1}`);
  pageLayout.headersFooters.defaultForAllPages.centerFooter = p.footer;
}
