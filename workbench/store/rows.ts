import type { Book, StoredSheet } from './book';
import { isFormula } from './book';
import { recountFormulas } from './cells';
import { HostFailure } from './failure';
import { shiftFormula } from './formulas';
import { shiftLayers } from './layers';
import type { Rect } from './rect';
import { shiftRows } from './rect';
import { assertUnfiltered } from './tables';

/** Whole rows inserted before `row` (negative count: deleted from `row` on); everything that stands on the sheet moves along. */
export function moveRows(book: Book, sheet: StoredSheet, row: number, count: number): void {
  assertUnfiltered(sheet, { row, column: 0, rows: Math.max(1, -count), columns: 1 << 14 });
  if (
    count < 0 &&
    sheet.tables.some((t) => row <= t.area.row && t.area.row < row - count && shiftRows(t.area, row, count))
  )
    throw new HostFailure('InsertDeleteConflict', 'The operation would delete a table header.');
  if (count > 0) {
    if (row < sheet.rows.length) sheet.rows.splice(row, 0, ...Array.from({ length: count }, () => undefined));
  } else sheet.rows.splice(row, -count);

  shiftLayers(sheet.numberFormats, row, count);
  shiftLayers(sheet.validations, row, count);
  shiftLayers(sheet.links, row, count);
  for (const layers of sheet.look.values()) shiftLayers(layers, row, count);
  const moved = (area: Rect): Rect[] => {
    const shifted = shiftRows(area, row, count);
    return shifted ? [shifted] : [];
  };
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((f) =>
    moved(f.area).map((area) => ({ ...f, area })),
  );
  sheet.comments = sheet.comments.flatMap((n) => moved(n.area).map((area) => ({ ...n, area })));
  for (const table of [...sheet.tables]) {
    const [area] = moved(table.area);
    if (area) table.area = area;
    else sheet.tables.splice(sheet.tables.indexOf(table), 1);
  }
  for (const chart of sheet.charts)
    if (chart.anchor)
      chart.anchor = {
        start: moved(chart.anchor.start)[0] ?? { ...chart.anchor.start, row },
        end: moved(chart.anchor.end)[0] ?? { ...chart.anchor.end, row },
      };
  for (const other of book.sheets)
    for (const chart of other.charts)
      for (const series of chart.series)
        for (const part of ['values', 'categories'] as const) {
          const source = series[part];
          if (source?.sheet !== sheet.id) continue;
          const [area] = moved(source.area);
          series[part] = area ? { sheet: sheet.id, area } : null;
        }
  const shiftKeys = <T>(map: Map<number, T>): void => {
    const entries = [...map].flatMap(([key, value]) =>
      moved({ row: key, column: 0, rows: 1, columns: 1 }).map((r): [number, T] => [r.row, value]),
    );
    map.clear();
    for (const [key, value] of entries) map.set(key, value);
  };
  shiftKeys(sheet.rowHeights);
  sheet.hiddenRows = new Set(
    [...sheet.hiddenRows].flatMap((r) => moved({ row: r, column: 0, rows: 1, columns: 1 }).map((m) => m.row)),
  );

  const rewrite = (formula: string, own: string): string =>
    shiftFormula(formula, own, sheet.name, row, count);
  for (const other of book.sheets)
    for (const cells of other.rows)
      cells?.forEach((cell, c) => {
        if (isFormula(cell)) cells[c] = { ...cell, formula: rewrite(cell.formula, other.name) };
      });
  for (const name of book.names.values()) name.formula = rewrite(name.formula, '');
  for (const other of book.sheets) recountFormulas(other);
}
