import type { Progress } from '../../engine/core/circumstances';
import { issue, type Issue } from '../../engine/core/issue';
import {
  columnLetters,
  type Cell,
  type ExcelTable,
  type RawSheet,
  type Region,
} from '../../engine/dataset/rawTable';
import { EDITABLE_TABLES } from '../../engine/report/editableTable';
import type { SavedInputs } from '../../engine/report/savedInputs';
import { regionOf, sheetReference } from './a1';
import { DamagedFile } from './damaged';
import { numberFormats } from './numberFormats';
import { readOwnership, type OwnershipMarks } from './ownership';
import { isKind, type Package, type Relationship } from './package';
import { scanSheet, scanStrings, type CellContext, type ScannedSheet } from './sheetScan';
import { usedRange } from './usedRange';
import { attributeOf, elementsOf, firstOf, isTrue, type XmlElement } from './xml';
import { contentPieces } from './zip';

export interface ReadWorkbook {
  readonly sheets: readonly RawSheet[];
  readonly saved: SavedInputs | undefined;
}

interface ReadParts extends ReadWorkbook {
  readonly issues: readonly Issue[];
}

/** Where the workbook itself stands in a package, or undefined when the zip is not a workbook. */
export async function workbookPath(pack: Package): Promise<string | undefined> {
  const main = (await pack.relationships('')).find((r) => isKind(r, 'officeDocument'));
  return main && pack.has(main.target) ? main.target : undefined;
}

/** Reads a workbook of the xlsx family. Throws `DamagedFile`. */
export async function readXlsx(
  pack: Package,
  path: string,
  source: string,
  progress: Progress,
): Promise<ReadParts> {
  const workbook = await pack.xml(path);
  const related = await pack.relationships(path);
  const context: CellContext = {
    strings: await readStrings(pack, related),
    formats: await readFormats(pack, related),
  };
  const marks = await readOwnership(pack, workbook, related);
  const date1904 = isTrue(firstAttribute(workbook, 'workbookPr', 'date1904'));
  const listed = sheetList(workbook, related);
  const sheets: RawSheet[] = [];
  const issues: Issue[] = [];
  for (const [i, entry] of listed.entries()) {
    progress(i / listed.length, `Reading ${entry.name}`);
    const scanned = await scan(pack, entry.path, context);
    const tables = await readTables(pack, entry.path);
    const { uncomputed } = scanned;
    if (uncomputed)
      issues.push(
        issue(
          'formulasNotComputed',
          'warning',
          { cells: uncomputed.cells },
          { source, sheet: entry.name, row: uncomputed.row + 1, column: columnLetters(uncomputed.column) },
        ),
      );
    sheets.push({
      source,
      sheet: entry.name,
      ...usedRange(scanned),
      hidden: entry.hidden,
      date1904,
      tables: tables.map((t) => t.table),
      merges: merges(scanned.frame),
      filteredRows: filteredRows(scanned, tables),
      owned: [...marks.sheets.values()].includes(entry.name),
    });
  }
  progress(1, 'Workbook read');
  return { sheets, saved: savedInputs(workbook, marks, sheets), issues };
}

const firstAttribute = (parent: XmlElement, child: string, attribute: string): string | undefined => {
  const found = firstOf(parent, child);
  return found && attributeOf(found, attribute);
};

export interface ListedSheet {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** Worksheets in their order; chart sheets and old macro sheets hold no rows. */
function sheetList(workbook: XmlElement, related: readonly Relationship[]): readonly ListedSheet[] {
  const list = firstOf(workbook, 'sheets');
  if (!list) throw new DamagedFile('the workbook lists no sheets');
  return elementsOf(list, 'sheet').flatMap((sheet) => {
    const relationship = related.find((r) => r.id === attributeOf(sheet, 'id'));
    if (!relationship) throw new DamagedFile(`sheet ${attributeOf(sheet, 'name')} is missing`);
    if (!isKind(relationship, 'worksheet')) return [];
    const state = attributeOf(sheet, 'state');
    return [
      {
        name: attributeOf(sheet, 'name') ?? '',
        path: relationship.target,
        hidden: state === 'hidden' || state === 'veryHidden',
      },
    ];
  });
}

/** Bytes decoded at a time; large enough that pieces cost nothing, small enough to be forgotten soon. */
const PIECE = 4 << 20;

async function readPieces(pack: Package, path: string, push: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder('utf-8');
  let held: Uint8Array[] = [];
  let length = 0;
  const release = (): void => {
    push(held.map((piece) => decoder.decode(piece, { stream: true })).join(''));
    held = [];
    length = 0;
  };
  for await (const piece of contentPieces(pack.entry(path))) {
    held.push(piece);
    length += piece.length;
    if (length >= PIECE) release();
  }
  release();
}

async function scan(pack: Package, path: string, context: CellContext): Promise<ScannedSheet> {
  const sheet = scanSheet(context);
  await readPieces(pack, path, sheet.push);
  return sheet.end();
}

async function readStrings(pack: Package, related: readonly Relationship[]): Promise<readonly string[]> {
  const part = related.find((r) => isKind(r, 'sharedStrings'));
  if (!part || !pack.has(part.target)) return [];
  const strings = scanStrings();
  await readPieces(pack, part.target, strings.push);
  return strings.end();
}

async function readFormats(pack: Package, related: readonly Relationship[]): Promise<readonly string[]> {
  const part = related.find((r) => isKind(r, 'styles'));
  return part && pack.has(part.target) ? numberFormats(await pack.xml(part.target)) : [];
}

interface ReadTable {
  readonly table: ExcelTable;
  readonly filtered: boolean;
}

async function readTables(pack: Package, sheet: string): Promise<readonly ReadTable[]> {
  const tables: ReadTable[] = [];
  for (const relationship of await pack.relationships(sheet)) {
    if (!isKind(relationship, 'table') || !pack.has(relationship.target)) continue;
    const root = await pack.xml(relationship.target);
    const region = regionOf(attributeOf(root, 'ref') ?? '');
    if (!region) continue;
    tables.push({
      table: {
        name: attributeOf(root, 'displayName') ?? attributeOf(root, 'name') ?? '',
        hasHeaders: attributeOf(root, 'headerRowCount') !== '0',
        hasTotals: Number(attributeOf(root, 'totalsRowCount') ?? 0) > 0,
        ...region,
      },
      filtered: isFiltering(firstOf(root, 'autoFilter')),
    });
  }
  return tables;
}

const isFiltering = (filter: XmlElement | undefined): boolean =>
  filter !== undefined && elementsOf(filter, 'filterColumn').length > 0;

function merges(frame: XmlElement): readonly Region[] {
  const list = firstOf(frame, 'mergeCells');
  return (list ? elementsOf(list, 'mergeCell') : []).flatMap(
    (m) => regionOf(attributeOf(m, 'ref') ?? '') ?? [],
  );
}

/** Hidden rows inside the area of a filter that is on; rows hidden by hand are not counted. */
function filteredRows(scanned: ScannedSheet, tables: readonly ReadTable[]): number {
  const areas = tables.filter((t) => t.filtered).map((t): Region => t.table);
  const filter = firstOf(scanned.frame, 'autoFilter');
  const area = filter && isFiltering(filter) ? regionOf(attributeOf(filter, 'ref') ?? '') : undefined;
  if (area) areas.push(area);
  // An advanced filter leaves no area, only the mode.
  const anywhere = areas.length === 0 && isTrue(firstAttribute(scanned.frame, 'sheetPr', 'filterMode'));
  return scanned.hiddenRows.filter((row) => anywhere || areas.some((a) => row > a.top && row <= a.bottom))
    .length;
}

const SAVED = /^leadline_(.+)$/i;

/** What stands in the cells that a person may change, on sheets that are Leadline's. */
function savedInputs(
  workbook: XmlElement,
  marks: OwnershipMarks,
  sheets: readonly RawSheet[],
): SavedInputs | undefined {
  if (marks.sheets.size === 0) return undefined;
  const owned = sheets.filter((s) => s.owned);
  const values: [string, Cell][] = [];
  const list = firstOf(workbook, 'definedNames');
  for (const name of list ? elementsOf(list, 'definedName') : []) {
    const id = SAVED.exec(attributeOf(name, 'name') ?? '')?.[1];
    const place = sheetReference(name.children.join(''));
    const sheet = owned.find((s) => s.sheet === place?.sheet);
    const cell = place && regionOf(place.cells);
    if (id !== undefined && sheet && cell) values.push([id, cellAt(sheet, cell.top, cell.left)]);
  }
  return { values: Object.fromEntries(values), tables: savedTables(owned) };
}

/** The cells of the editable tables, header row first, without a totals row. */
function savedTables(owned: readonly RawSheet[]): SavedInputs['tables'] {
  const known = new Map(EDITABLE_TABLES.map((id) => [`leadline_${id}`.toLowerCase(), id]));
  return Object.fromEntries(
    owned.flatMap((sheet) =>
      sheet.tables.flatMap((table) => {
        const id = known.get(table.name.toLowerCase());
        if (id === undefined) return [];
        const bottom = table.bottom - (table.hasTotals ? 1 : 0);
        return [[id, grid(sheet, { ...table, bottom })]];
      }),
    ),
  );
}

const grid = (sheet: RawSheet, { top, bottom, left, right }: Region): readonly (readonly Cell[])[] =>
  Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (__, c) => cellAt(sheet, top + r, left + c)),
  );

const cellAt = (sheet: RawSheet, row: number, column: number): Cell =>
  sheet.rows[row - sheet.top]?.[column - sheet.left] ?? null;
