import type { Book, StoredSheet } from '../../store/book';
import { newId } from '../../store/book';
import { settle } from '../../store/calculate';
import {
  clearCells,
  readFormulas,
  readNumberFormats,
  readR1C1,
  readValues,
  readValueTypes,
  usedRect,
  writeCells,
  writeNumberFormats,
} from '../../store/cells';
import { HostFailure, invalidArgument, itemNotFound } from '../../store/failure';
import { lay, shared } from '../../store/layers';
import { quotedSheet } from '../../store/names';
import type { Rect } from '../../store/rect';
import { addressOf, bounding, intersection, MAX_COLUMNS, MAX_ROWS, onSheet } from '../../store/rect';
import { moveRows } from '../../store/rows';
import { assertUnprotected } from '../../store/sheets';
import { assertUnfiltered } from '../../store/tables';
import type { HostObject } from '../hostObject';
import { asNumber, asRecord, asText, partsOf } from '../hostObject';
import { conditionalFormatObject } from './conditionalFormat';
import { worksheetObject } from './worksheet';

/** A range argument arrives as a host object; this is where its cells are found again. */
const CELLS = new WeakMap<HostObject, { sheet: StoredSheet; area: Rect }>();
export function rangeOf(value: unknown): { sheet: StoredSheet; area: Rect } {
  const found = typeof value === 'object' && value !== null ? CELLS.get(value as HostObject) : undefined;
  if (!found) throw invalidArgument();
  return found;
}

const orOne = (value: unknown): number => (value === undefined || value === null ? 1 : asNumber(value));

export function rangeObject(book: Book, sheet: StoredSheet, given: Rect): HostObject {
  const area = onSheet(given);
  const range = (other: Rect): HostObject => rangeObject(book, sheet, other);
  const writable = (): void => {
    assertUnprotected(sheet);
    assertUnfiltered(sheet, area);
  };
  const object: HostObject = {
    className: 'Range',
    get: {
      Address: () => `${/^\w+$/.test(sheet.name) ? sheet.name : quotedSheet(sheet.name)}!${addressOf(area)}`,
      CellCount: () => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns),
      RowCount: () => area.rows,
      ColumnCount: () => area.columns,
      RowIndex: () => area.row,
      ColumnIndex: () => area.column,
      Values: () => (settle(book), readValues(sheet, area)),
      Formulas: () => readFormulas(sheet, area),
      FormulasR1C1: () => readR1C1(sheet, area),
      NumberFormat: () => readNumberFormats(sheet, area),
      ValueTypes: () => (settle(book), readValueTypes(sheet, area)),
      Hyperlink: () => shared(sheet.links, area, null),
      RowHidden: () => {
        const hidden = Array.from({ length: area.rows }, (_, r) => sheet.hiddenRows.has(area.row + r));
        return hidden.every((h) => h === hidden[0]) ? hidden[0] : null;
      },
    },
    set: {
      Values: (v) => (writable(), writeCells(sheet, area, v)),
      Formulas: (v) => (writable(), writeCells(sheet, area, v)),
      FormulasR1C1: (v) => (writable(), writeCells(sheet, area, v, 'R1C1')),
      NumberFormat: (v) => (writable(), writeNumberFormats(sheet, area, v)),
      Hyperlink: (v) => {
        writable();
        const link = asRecord(v);
        lay(sheet.links, area, link);
        // As if it were typed: "=A1" becomes a formula.
        if (link['textToDisplay'] !== undefined) writeCells(sheet, area, asText(link['textToDisplay']));
      },
    },
    objects: {
      Format: () => formatObject(sheet, area),
      Worksheet: () => worksheetObject(book, sheet),
      DataValidation: () =>
        partsOf({
          get: (member) => (shared(sheet.validations, area, null) ?? {})[member],
          set: (member, value) => {
            assertUnprotected(sheet);
            lay(sheet.validations, area, { ...shared(sheet.validations, area, null), [member]: value });
          },
        })('DataValidation', '', ['Rule', 'Prompt', 'ErrorAlert', 'IgnoreBlanks'], {
          methods: { Clear: () => lay(sheet.validations, area, null) },
        }),
      ConditionalFormats: () => ({
        className: 'ConditionalFormatCollection',
        items: () =>
          sheet.conditionalFormats
            .filter((f) => intersection(f.area, area))
            .map((f) => conditionalFormatObject(sheet, f)),
        item: (key) => {
          const found = sheet.conditionalFormats.find((f) => f.id === key);
          if (!found) throw itemNotFound();
          return conditionalFormatObject(sheet, found);
        },
        methods: {
          Add: (type) => {
            assertUnprotected(sheet);
            const made = { id: newId(book), area, type: asText(type), look: new Map<string, unknown>() };
            sheet.conditionalFormats.push(made);
            return conditionalFormatObject(sheet, made);
          },
          ClearAll: () => {
            assertUnprotected(sheet);
            sheet.conditionalFormats = sheet.conditionalFormats.filter((f) => !intersection(f.area, area));
          },
          GetCount: () => sheet.conditionalFormats.filter((f) => intersection(f.area, area)).length,
        },
      }),
    },
    methods: {
      Clear: (what) => {
        writable();
        const kind = what ?? 'All';
        if (kind === 'All' || kind === 'Contents') clearCells(sheet, area);
        if (kind === 'All' || kind === 'Formats') {
          lay(sheet.numberFormats, area, 'General');
          for (const layers of sheet.look.values()) lay(layers, area, null);
          sheet.conditionalFormats = sheet.conditionalFormats.filter((f) => !intersection(f.area, area));
        }
        if (kind === 'All' || kind === 'Hyperlinks') lay(sheet.links, area, null);
      },
      Delete: (direction) => {
        writable();
        if (area.columns !== MAX_COLUMNS || direction !== 'Up') throw notEntire('Range.Delete');
        moveRows(book, sheet, area.row, -area.rows);
      },
      GetAbsoluteResizedRange: (rows, columns) =>
        range({ ...area, rows: asNumber(rows), columns: asNumber(columns) }),
      GetBoundingRect: (other) =>
        range(bounding(area, typeof other === 'string' ? rangeOf(range(area)).area : rangeOf(other).area)),
      GetCell: (row, column) =>
        range({ row: area.row + asNumber(row), column: area.column + asNumber(column), rows: 1, columns: 1 }),
      GetEntireColumn: () => range({ ...area, row: 0, rows: MAX_ROWS }),
      GetEntireRow: () => range({ ...area, column: 0, columns: MAX_COLUMNS }),
      GetIntersectionOrNullObject: (other) => {
        const both = intersection(area, rangeOf(other).area);
        return both && range(both);
      },
      GetLastRow: () => range({ ...area, row: area.row + area.rows - 1, rows: 1 }),
      GetOffsetRange: (rows, columns) =>
        range({ ...area, row: area.row + asNumber(rows), column: area.column + asNumber(columns) }),
      GetResizedRange: (rows, columns) =>
        range({ ...area, rows: area.rows + asNumber(rows), columns: area.columns + asNumber(columns) }),
      GetRow: (row) => range({ ...area, row: area.row + asNumber(row), rows: 1 }),
      GetColumn: (column) => range({ ...area, column: area.column + asNumber(column), columns: 1 }),
      GetRowsBelow: (count) => range({ ...area, row: area.row + area.rows, rows: orOne(count) }),
      GetUsedRangeOrNullObject: () => {
        const used = usedRect(sheet);
        const both = used && intersection(used, area);
        return both && range(both);
      },
      GetVisibleView: () => {
        let hidden = 0;
        for (const row of sheet.hiddenRows) if (row >= area.row && row < area.row + area.rows) hidden++;
        return { className: 'RangeView', get: { RowCount: () => area.rows - hidden } };
      },
      Insert: (direction) => {
        assertUnprotected(sheet);
        if (area.columns !== MAX_COLUMNS || direction !== 'Down') throw notEntire('Range.Insert');
        moveRows(book, sheet, area.row, area.rows);
        return range(area);
      },
      SetCellProperties: (given) => {
        writable();
        if (!Array.isArray(given) || given.length !== area.rows) throw invalidArgument();
        setCellProperties(sheet, area, given);
      },
      Select: () => {
        if (sheet.visibility !== 'Visible')
          throw new HostFailure('GeneralException', 'A hidden worksheet cannot be selected.');
        book.active = sheet;
        book.selection = { sheet, area };
      },
      _ValidateArraySize: (rows, columns) => {
        if (rows !== area.rows || columns !== area.columns)
          throw invalidArgument(
            "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
          );
      },
    },
  };
  CELLS.set(object, { sheet, area });
  return object;
}

/** Of what a cell may be given at once, links are built. */
function setCellProperties(sheet: StoredSheet, area: Rect, rows: readonly unknown[]): void {
  const links = rows.flatMap((row, r) => {
    if (!Array.isArray(row) || row.length !== area.columns) throw invalidArgument();
    return row.flatMap((cell: unknown, c) => {
      const { hyperlink, ...rest } = asRecord(cell);
      const [other] = Object.keys(rest);
      if (other !== undefined)
        throw new HostFailure('NotBuiltInStandIn', `Range.SetCellProperties is not built for ${other}.`);
      return hyperlink === undefined
        ? []
        : [{ row: area.row + r, column: area.column + c, link: asRecord(hyperlink) }];
    });
  });
  for (const { row, column, link } of links) lay(sheet.links, { row, column, rows: 1, columns: 1 }, link);
}

const notEntire = (what: string): HostFailure =>
  new HostFailure('NotBuiltInStandIn', `${what} is built for entire rows only.`);

const FONT = ['Bold', 'Italic', 'Size', 'Color', 'Name', 'Underline', 'Strikethrough'];

function formatObject(sheet: StoredSheet, area: Rect): HostObject {
  const write = (path: string, value: unknown): void => {
    assertUnprotected(sheet);
    const layers = sheet.look.get(path) ?? [];
    sheet.look.set(path, layers);
    lay(layers, area, value);
  };
  const part = partsOf({ get: (path) => shared(sheet.look.get(path) ?? [], area, null), set: write });
  const every = <T>(count: number, value: (index: number) => T): T | null => {
    const first = value(0);
    for (let i = 1; i < Math.min(count, 1000); i++) if (value(i) !== first) return null;
    return first;
  };
  return part('RangeFormat', '', ['HorizontalAlignment', 'VerticalAlignment', 'WrapText', 'IndentLevel'], {
    get: {
      ColumnWidth: () => every(area.columns, (i) => sheet.columnWidths.get(area.column + i) ?? 48),
      RowHeight: () => every(area.rows, (i) => sheet.rowHeights.get(area.row + i) ?? 15),
    },
    set: {
      ColumnWidth: (v) => {
        assertUnprotected(sheet);
        for (let i = 0; i < area.columns; i++) sheet.columnWidths.set(area.column + i, asNumber(v));
      },
      RowHeight: (v) => {
        assertUnprotected(sheet);
        for (let i = 0; i < area.rows; i++) sheet.rowHeights.set(area.row + i, asNumber(v));
      },
    },
    objects: {
      Font: () => part('RangeFont', 'Font/', FONT),
      Fill: () =>
        part('RangeFill', 'Fill/', ['Color'], { methods: { Clear: () => write('Fill/Color', null) } }),
      Borders: () => ({
        className: 'RangeBorderCollection',
        item: (side) => part('RangeBorder', `Borders/${asText(side)}/`, ['Color', 'Style', 'Weight']),
        methods: {
          GetItem: (side) => part('RangeBorder', `Borders/${asText(side)}/`, ['Color', 'Style', 'Weight']),
        },
      }),
    },
    methods: { AutofitColumns: () => null, AutofitRows: () => null },
  });
}
