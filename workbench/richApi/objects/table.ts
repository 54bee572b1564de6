import type { Book, StoredSheet, StoredTable } from '../../store/book';
import { clearCells } from '../../store/cells';
import { itemNotFound } from '../../store/failure';
import { parseAddress } from '../../store/rect';
import { assertUnprotected } from '../../store/sheets';
import {
  addTable,
  assertUnfiltered,
  clearFilter,
  findTable,
  renameTable,
  resizeTable,
  tableNamed,
} from '../../store/tables';
import type { HostObject } from '../hostObject';
import { asFlag, asText } from '../hostObject';
import { rangeObject, rangeOf } from './range';
import { worksheetObject } from './worksheet';

export function tableObject(book: Book, sheet: StoredSheet, table: StoredTable): HostObject {
  const totals = table.showTotals ? 1 : 0;
  return {
    className: 'Table',
    id: table.id,
    get: {
      Id: () => table.id,
      Name: () => table.name,
      ShowHeaders: () => true,
      ShowTotals: () => table.showTotals,
      ShowFilterButton: () => table.showFilterButton,
      Style: () => table.style,
    },
    set: {
      Name: (v) => (assertUnprotected(sheet), renameTable(book, table, asText(v))),
      Style: (v) => void (table.style = asText(v)),
      ShowFilterButton: (v) => void (table.showFilterButton = asFlag(v)),
    },
    objects: {
      Worksheet: () => worksheetObject(book, sheet),
      AutoFilter: () => ({
        className: 'AutoFilter',
        get: { IsDataFiltered: () => table.filtered, Enabled: () => true },
      }),
    },
    methods: {
      GetRange: () => rangeObject(book, sheet, table.area),
      GetHeaderRowRange: () => rangeObject(book, sheet, { ...table.area, rows: 1 }),
      GetDataBodyRange: () =>
        rangeObject(book, sheet, {
          ...table.area,
          row: table.area.row + 1,
          rows: table.area.rows - 1 - totals,
        }),
      Resize: (range) => {
        assertUnprotected(sheet);
        assertUnfiltered(sheet, table.area);
        resizeTable(sheet, table, typeof range === 'string' ? parseAddress(range) : rangeOf(range).area);
      },
      ClearFilters: () => (assertUnprotected(sheet), clearFilter(sheet, table)),
      Delete: () => {
        assertUnprotected(sheet);
        clearCells(sheet, table.area);
        sheet.tables.splice(sheet.tables.indexOf(table), 1);
      },
      ConvertToRange: () => {
        assertUnprotected(sheet);
        sheet.tables.splice(sheet.tables.indexOf(table), 1);
        return rangeObject(book, sheet, table.area);
      },
    },
  };
}

/** All tables of the workbook, or those of one sheet. */
export function tableCollection(book: Book, only?: StoredSheet): HostObject {
  const sheets = (): readonly StoredSheet[] => (only ? [only] : book.sheets);
  const within = (key: unknown) => {
    const found = findTable(book, asText(key));
    return found && (!only || found.sheet === only) ? found : null;
  };
  return {
    className: 'TableCollection',
    items: () => sheets().flatMap((s) => s.tables.map((t) => tableObject(book, s, t))),
    item: (key) => {
      const found = within(key) ?? (only ? null : tableNamed(book, asText(key)));
      if (!found) throw itemNotFound();
      return tableObject(book, found.sheet, found.table);
    },
    methods: {
      GetItem: (key) => {
        const { sheet, table } = tableNamed(book, asText(key));
        return tableObject(book, sheet, table);
      },
      GetItemOrNullObject: (key) => {
        const found = within(key);
        return found && tableObject(book, found.sheet, found.table);
      },
      GetCount: () => sheets().reduce((n, s) => n + s.tables.length, 0),
      Add: (address, hasHeaders) => {
        const place =
          typeof address === 'string'
            ? { sheet: only ?? book.active, area: parseAddress(address.slice(address.indexOf('!') + 1)) }
            : rangeOf(address);
        assertUnprotected(place.sheet);
        return tableObject(book, place.sheet, addTable(book, place.sheet, place.area, asFlag(hasHeaders)));
      },
    },
  };
}
