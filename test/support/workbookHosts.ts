import type { Cell, RawSheet } from '../../src/engine/dataset/rawTable';
import type { Placement } from '../../src/engine/report/placement';
import type { SavedInputs } from '../../src/engine/report/savedInputs';
import { play } from '../../src/hosts/excel/play';
import { readSavedInputs } from '../../src/hosts/excel/readSavedInputs';
import { readSheets } from '../../src/hosts/excel/readTables';
import { addToWorkbook, readWorkbookFile } from '../../src/hosts/workbookFile';
import { openPackage } from '../../src/hosts/workbookFile/package';
import { type BookContent, startStandIn, type StandIn } from '../../workbench';
import { patchSheets } from '../../workbench/files/patchSheets';
import { saveFile } from '../../workbench/files/saveFile';
import { settle } from '../../workbench/store/calculate';
import { readValues, usedRect } from '../../workbench/store/cells';
import { makeBook } from '../../workbench/store/makeBook';
import { cellAddress } from '../../workbench/store/rect';
import { findSheet } from '../../workbench/store/sheets';
import { GO_ON, NO_PROGRESS } from './standInSheets';

/** A workbook behind one of the hosts, as the tests of what they share see it. */
export interface WorkbookHost {
  readonly read: () => Promise<readonly RawSheet[]>;
  readonly write: (placements: readonly Placement[]) => Promise<void>;
  readonly savedInputs: () => Promise<SavedInputs | undefined>;
  readonly sheetNames: () => Promise<readonly string[]>;
  /** What a cell shows by zero-based place, formulas by their value. */
  readonly cells: (sheet: string) => Promise<(row: number, column: number) => Cell>;
  /** Names of the workbook's cells, "'Leadline Inputs'!$C$5" by "leadline_horizon". */
  readonly names: () => Promise<ReadonlyMap<string, string>>;
  readonly tables: (sheet: string) => Promise<readonly string[]>;
  readonly chartCount: () => Promise<number>;
  /** A person types a value into a cell, zero-based. */
  readonly type: (sheet: string, row: number, column: number, value: string | number) => Promise<void>;
}

/** Excel: the add-in's host on Microsoft's client, with the stand-in behind it. */
export function excelHost(content: BookContent): Promise<WorkbookHost> {
  const host: StandIn = startStandIn(content);
  const { store } = host;
  const sheetNamed = (name: string) => {
    const sheet = findSheet(store, name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return sheet;
  };
  return Promise.resolve({
    read: () => readSheets(NO_PROGRESS, GO_ON),
    write: async (placements) => void (await play(placements, NO_PROGRESS, GO_ON)),
    savedInputs: readSavedInputs,
    sheetNames: () => Promise.resolve(store.sheets.map((s) => s.name)),
    cells: (name) => {
      settle(store);
      const sheet = sheetNamed(name);
      const used = usedRect(sheet);
      const values = used ? (readValues(sheet, used) ?? []) : [];
      return Promise.resolve((row, column) => {
        const value = values[row - (used?.row ?? 0)]?.[column - (used?.column ?? 0)] ?? null;
        return value === '' ? null : value;
      });
    },
    names: () => Promise.resolve(new Map([...store.names.values()].map((n) => [n.name, n.formula.slice(1)]))),
    tables: (name) => Promise.resolve(sheetNamed(name).tables.map((t) => t.name)),
    chartCount: () => Promise.resolve(store.sheets.reduce((n, s) => n + s.charts.length, 0)),
    type: (name, row, column, value) => {
      host.personTypes(name, cellAddress(row, column), value);
      return Promise.resolve();
    },
  });
}

/** A file: the command line's host on bytes. */
export async function fileHost(content: BookContent): Promise<WorkbookHost> {
  const name = content.name ?? 'Book.xlsx';
  let { bytes } = await saveFile(makeBook(content));
  const workbook = async () => {
    const { value, issues } = await readWorkbookFile(name, bytes);
    if (!value) throw new Error(`The workbook cannot be read: ${JSON.stringify(issues)}`);
    return value;
  };
  const sheetNamed = async (wanted: string): Promise<RawSheet> => {
    const sheet = (await workbook()).sheets.find((s) => s.sheet === wanted);
    if (!sheet) throw new Error(`There is no sheet ${wanted}.`);
    return sheet;
  };
  return {
    read: async () => (await workbook()).sheets,
    write: async (placements) => {
      const { value, issues } = await addToWorkbook(name, bytes, placements);
      if (!value) throw new Error(`Nothing was added: ${JSON.stringify(issues)}`);
      bytes = value;
    },
    savedInputs: async () => (await workbook()).saved,
    sheetNames: async () => (await workbook()).sheets.map((s) => s.sheet),
    cells: async (wanted) => {
      const { rows, top, left } = await sheetNamed(wanted);
      return (row, column) => rows[row - top]?.[column - left] ?? null;
    },
    names: async () => {
      const xml = await openPackage(bytes).text('xl/workbook.xml');
      return new Map(
        [...xml.matchAll(/<definedName name="([^"]+)"[^>]*>([^<]+)</g)].map(([, key = '', place = '']) => [
          key,
          place.replaceAll('&apos;', "'"),
        ]),
      );
    },
    tables: async (wanted) => (await sheetNamed(wanted)).tables.map((t) => t.name),
    chartCount: () =>
      Promise.resolve(
        openPackage(bytes)
          .paths()
          .filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path)).length,
      ),
    type: async (sheet, row, column, value) => {
      bytes = await patchSheets(bytes, new Map([[sheet, [{ row, column, cell: value }]]]));
    },
  };
}
