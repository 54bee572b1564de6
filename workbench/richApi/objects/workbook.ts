import type { Book } from '../../store/book';
import { invalidArgument } from '../../store/failure';
import type { HostObject } from '../hostObject';
import { asFlag, asNumber, asText } from '../hostObject';
import { keyedCollection } from './keyed';
import { nameCollection } from './name';
import { rangeObject } from './range';
import { tableCollection } from './table';
import { worksheetCollection } from './worksheet';

const DAY = 86_400_000;

/** Serial of a date: from 1899-12-30 or, in the 1904 system, from 1904-01-01. */
function dateSerial(book: Book, year: number, month: number, date: number): number {
  const epoch = book.date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (Date.UTC(year, month - 1, date) - epoch) / DAY;
}

/** What the client calls "workbook": the root of every request. */
export function workbookObject(book: Book): HostObject {
  return {
    className: 'Workbook',
    get: { Name: () => book.name, IsDirty: () => true, ReadOnly: () => false },
    objects: {
      Worksheets: () => worksheetCollection(book),
      Tables: () => tableCollection(book),
      Names: () => nameCollection(book),
      Settings: () =>
        keyedCollection(
          'SettingCollection',
          'Setting',
          book.settings,
          (value) => {
            if (value === undefined) throw invalidArgument();
            return JSON.stringify(value);
          },
          (stored) => JSON.parse(stored) as unknown,
        ),
      Protection: () => ({
        className: 'WorkbookProtection',
        get: { Protected: () => book.structureProtected },
        methods: {
          Protect: () => void (book.structureProtected = true),
          Unprotect: () => void (book.structureProtected = false),
        },
      }),
      Application: () => ({
        className: 'Application',
        get: { CalculationMode: () => book.calculationMode, CalculationState: () => 'Done' },
        set: { CalculationMode: (v) => void (book.calculationMode = asText(v)) },
        methods: {
          SuspendApiCalculationUntilNextSync: () => null,
          SuspendScreenUpdatingUntilNextSync: () => null,
          Calculate: () => null,
        },
      }),
      _Runtime: () => ({
        className: 'Runtime',
        get: { EnableEvents: () => book.enableEvents },
        set: { EnableEvents: (v) => void (book.enableEvents = asFlag(v)) },
      }),
      Functions: () => ({
        className: 'Functions',
        methods: {
          Date: (year, month, date) => {
            const serial = dateSerial(book, asNumber(year), asNumber(month), asNumber(date));
            return { className: 'FunctionResult', get: { Value: () => serial, Error: () => null } };
          },
        },
      }),
    },
    methods: {
      GetSelectedRange: () => rangeObject(book, book.selection.sheet, book.selection.area),
      GetActiveCell: () =>
        rangeObject(book, book.selection.sheet, { ...book.selection.area, rows: 1, columns: 1 }),
    },
  };
}
