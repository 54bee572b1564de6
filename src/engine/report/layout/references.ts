import { assumptionName } from '../../core/assumption';
import { address, quotedSheet } from '../formula';
import type { Ref } from '../report';
import { bodyRows, type ArrangedSheet } from './arrange';

export interface PlacedTable {
  readonly sheet: string;
  /** Zero-based row of the header. */
  readonly header: number;
  readonly rows: number;
  /** Column id → zero-based column of the sheet. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Where a formula stands: its sheet, row, and the table around it. */
export interface Standpoint {
  readonly sheet: string;
  readonly row: number;
  readonly table?: PlacedTable;
}

export interface References {
  readonly tables: ReadonlyMap<string, PlacedTable>;
  /** Throws for a reference to what is not in the report: a mistake in a builder, not in the data. */
  readonly resolve: (ref: Ref, from: Standpoint) => string;
}

function must<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The report refers to ${what}, which it does not hold.`);
  return found;
}

/** Addresses of everything that formulas and charts refer to. `sheetName` gives the workbook's name of a report sheet. */
export function referencesOf(
  sheets: readonly ArrangedSheet[],
  sheetName: (id: string) => string,
): References {
  const tables = new Map<string, PlacedTable>();
  const inputs = new Set<string>();
  for (const { sheet, slots } of sheets)
    for (const { block, area } of slots) {
      if (block.block === 'inputs') for (const cell of block.cells) inputs.add(cell.id);
      if (block.block !== 'table' && block.block !== 'inputTable') continue;
      if (tables.has(block.id)) throw new Error(`Two tables of the report are called ${block.id}.`);
      tables.set(block.id, {
        sheet: sheet.id,
        header: area.row,
        rows: bodyRows(block),
        columns: new Map(block.columns.map((column, i) => [column.id, area.column + i])),
      });
    }
  const columnIn = (table: PlacedTable, name: string, column: string): number =>
    must(table.columns.get(column), `the column ${column} of the table ${name}`);

  const resolve = (ref: Ref, from: Standpoint): string => {
    if (ref.ref === 'input') {
      must(inputs.has(ref.id) || undefined, `the input ${ref.id}`);
      return assumptionName(ref.id);
    }
    if (ref.ref === 'thisRow')
      return address(
        from.row,
        columnIn(must(from.table, `the column ${ref.column} outside of a table`), 'around it', ref.column),
        false,
      );
    const table = must(tables.get(ref.table), `the table ${ref.table}`);
    const column = columnIn(table, ref.table, ref.column);
    const prefix = table.sheet === from.sheet ? '' : `${quotedSheet(sheetName(table.sheet))}!`;
    const cell = (row: number): string => {
      must(row >= 0 && row < table.rows ? true : undefined, `row ${row} of the table ${ref.table}`);
      return address(table.header + 1 + row, column, true);
    };
    if (ref.ref === 'column') return `${prefix}${cell(0)}:${cell(table.rows - 1)}`;
    if (ref.ref === 'rows') return `${prefix}${cell(ref.from)}:${cell(ref.to)}`;
    return prefix + cell(ref.row < 0 ? table.rows + ref.row : ref.row);
  };
  return { tables, resolve };
}
