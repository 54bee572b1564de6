import type { Book, StoredSheet } from '../../store/book';
import { newId } from '../../store/book';
import { usedRect } from '../../store/cells';
import { HostFailure, invalidArgument, itemNotFound } from '../../store/failure';
import { parseAddress } from '../../store/rect';
import {
  addSheet,
  assertStructure,
  assertUnprotected,
  deleteSheet,
  findSheet,
  renameSheet,
  sheetNamed,
} from '../../store/sheets';
import type { HostObject } from '../hostObject';
import { asFlag, asNumber, asText, partsOf } from '../hostObject';
import { chartCollection } from './chart';
import { keyedCollection } from './keyed';
import { rangeObject, rangeOf } from './range';
import { tableCollection } from './table';

const VISIBILITIES = ['Visible', 'Hidden', 'VeryHidden'] as const;

const BREAKS = 'HorizontalPageBreaks';
/** Cells at whose upper edge a new page begins. */
const pageBreaks = (sheet: StoredSheet): readonly unknown[] => {
  const there = sheet.page.get(BREAKS);
  return Array.isArray(there) ? there : [];
};

export function worksheetObject(book: Book, sheet: StoredSheet): HostObject {
  const page = partsOf(sheet.page);
  const used = (): HostObject | null => {
    const area = usedRect(sheet);
    return area && rangeObject(book, sheet, area);
  };
  return {
    className: 'Worksheet',
    id: sheet.id,
    get: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Position: () => book.sheets.indexOf(sheet),
      Visibility: () => sheet.visibility,
      TabColor: () => sheet.tabColor,
      ShowGridlines: () => sheet.gridlines,
      StandardWidth: () => 8.43,
    },
    set: {
      Name: (v) => renameSheet(book, sheet, asText(v)),
      Position: (v) => {
        assertStructure(book);
        book.sheets.splice(book.sheets.indexOf(sheet), 1);
        book.sheets.splice(asNumber(v), 0, sheet);
      },
      Visibility: (v) => {
        assertStructure(book);
        const wanted = VISIBILITIES.find((known) => known === v);
        if (!wanted) throw invalidArgument();
        sheet.visibility = wanted;
      },
      TabColor: (v) => void (sheet.tabColor = asText(v)),
      // The client sends `showGridlines` under this name.
      Gridlines: (v) => void (sheet.gridlines = asFlag(v)),
    },
    objects: {
      Charts: () => chartCollection(book, sheet),
      Tables: () => tableCollection(book, sheet),
      CustomProperties: () =>
        keyedCollection(
          'WorksheetCustomPropertyCollection',
          'WorksheetCustomProperty',
          sheet.customProperties,
          asText,
          (v) => v,
        ),
      Protection: () => ({
        className: 'WorksheetProtection',
        get: { Protected: () => sheet.protected },
        methods: {
          Protect: () => void (sheet.protected = true),
          Unprotect: () => void (sheet.protected = false),
        },
      }),
      AutoFilter: () => ({
        className: 'AutoFilter',
        get: {
          IsDataFiltered: () => sheet.filtered && sheet.tables.length === 0,
          Enabled: () => sheet.filtered,
        },
      }),
      FreezePanes: () => ({
        className: 'WorksheetFreezePanes',
        methods: {
          FreezeAt: (range) => void (sheet.frozen = rangeOf(range).area),
          FreezeRows: (count) =>
            void (sheet.frozen = { row: 0, column: 0, rows: asNumber(count), columns: 1 << 14 }),
          FreezeColumns: (count) =>
            void (sheet.frozen = { row: 0, column: 0, rows: 1 << 20, columns: asNumber(count) }),
          Unfreeze: () => void (sheet.frozen = null),
          GetLocationOrNullObject: () => sheet.frozen && rangeObject(book, sheet, sheet.frozen),
        },
      }),
      PageLayout: () =>
        page('PageLayout', '', ['Orientation', 'Zoom', 'PaperSize', 'CenterHorizontally'], {
          objects: {
            HeadersFooters: () => ({
              className: 'HeaderFooterGroup',
              objects: {
                DefaultForAllPages: () =>
                  page('HeaderFooter', 'Footer/', [
                    'CenterFooter',
                    'LeftFooter',
                    'RightFooter',
                    'CenterHeader',
                  ]),
              },
            }),
          },
          methods: {
            SetPrintTitleRows: (rows) => void sheet.page.set('PrintTitleRows', asText(rows)),
            SetPrintArea: (area) => void sheet.page.set('PrintArea', rangeOf(area).area),
          },
        }),
      HorizontalPageBreaks: () => ({
        className: 'PageBreakCollection',
        methods: {
          RemovePageBreaks: () => void sheet.page.delete(BREAKS),
          Add: (before) => {
            sheet.page.set(BREAKS, [...pageBreaks(sheet), asText(before)]);
            return { className: 'PageBreak' };
          },
        },
      }),
      Comments: () => commentCollection(book, sheet),
    },
    methods: {
      Activate: () => {
        if (sheet.visibility !== 'Visible')
          throw new HostFailure('GeneralException', 'A hidden worksheet cannot be activated.');
        book.active = sheet;
      },
      Delete: () => deleteSheet(book, sheet),
      GetRange: (address) =>
        rangeObject(
          book,
          sheet,
          typeof address === 'string'
            ? parseAddress(address.slice(address.lastIndexOf('!') + 1))
            : { row: 0, column: 0, rows: 1 << 20, columns: 1 << 14 },
        ),
      GetRangeByIndexes: (row, column, rows, columns) =>
        rangeObject(book, sheet, {
          row: asNumber(row),
          column: asNumber(column),
          rows: asNumber(rows),
          columns: asNumber(columns),
        }),
      GetCell: (row, column) =>
        rangeObject(book, sheet, { row: asNumber(row), column: asNumber(column), rows: 1, columns: 1 }),
      GetUsedRange: () => used() ?? rangeObject(book, sheet, { row: 0, column: 0, rows: 1, columns: 1 }),
      GetUsedRangeOrNullObject: used,
    },
  };
}

function commentCollection(book: Book, sheet: StoredSheet): HostObject {
  const commentObject = (comment: StoredSheet['comments'][number]): HostObject => ({
    className: 'Comment',
    id: comment.id,
    get: { Id: () => comment.id, Content: () => comment.content },
    set: { Content: (v) => void (comment.content = asText(v)) },
    methods: {
      GetLocation: () => rangeObject(book, sheet, comment.area),
      Delete: () => void (sheet.comments = sheet.comments.filter((c) => c.id !== comment.id)),
    },
  });
  return {
    className: 'CommentCollection',
    items: () => sheet.comments.map(commentObject),
    methods: {
      Add: (cell, content) => {
        assertUnprotected(sheet);
        const comment = { id: newId(book), area: rangeOf(cell).area, content: asText(content) };
        sheet.comments.push(comment);
        return commentObject(comment);
      },
    },
  };
}

export function worksheetCollection(book: Book): HostObject {
  return {
    className: 'WorksheetCollection',
    items: () => book.sheets.map((s) => worksheetObject(book, s)),
    item: (key) => worksheetObject(book, sheetNamed(book, asText(key))),
    methods: {
      Add: (name) => worksheetObject(book, addSheet(book, typeof name === 'string' ? name : null)),
      GetItem: (key) => worksheetObject(book, sheetNamed(book, asText(key))),
      GetItemOrNullObject: (key) => {
        const found = findSheet(book, asText(key));
        return found && worksheetObject(book, found);
      },
      GetActiveWorksheet: () => worksheetObject(book, book.active),
      GetFirst: () => {
        const [first] = book.sheets;
        if (!first) throw itemNotFound();
        return worksheetObject(book, first);
      },
      GetCount: () => book.sheets.length,
      _RegisterDataChangedEvent: () => void book.listening.add('changed'),
      _UnregisterDataChangedEvent: () => void book.listening.delete('changed'),
    },
  };
}
