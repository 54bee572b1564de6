import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { isKind, openPackage } from '../../src/hosts/workbookFile/package';
import { workbookPath } from '../../src/hosts/workbookFile/readXlsx';
import { storedFormula } from '../../src/hosts/workbookFile/storedFormula';
import {
  attributeOf,
  element,
  elementsOf,
  escapeCellText,
  firstOf,
  localName,
  type XmlElement,
} from '../../src/hosts/workbookFile/xml';
import type { StoredCell, StoredSheet } from '../store/book';
import { isFormula } from '../store/book';
import { cellAddress, columnOf } from '../store/rect';

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly cell: StoredCell;
}

/** Where a sheet differs from the file that it came from. */
export function changedCells(raw: RawSheet, sheet: StoredSheet): readonly CellChange[] {
  const changes: CellChange[] = [];
  const bottom = Math.max(raw.top + raw.rows.length, sheet.rows.length);
  for (let row = 0; row < bottom; row++) {
    const before = raw.rows[row - raw.top];
    const now = sheet.rows[row];
    const right = Math.max(raw.left + (before?.length ?? 0), now?.length ?? 0);
    for (let column = 0; column < right; column++) {
      const cell = now?.[column] ?? null;
      const was = before?.[column - raw.left] ?? null;
      if (isFormula(cell) || cell !== was) changes.push({ row, column, cell });
    }
  }
  return changes;
}

/** The file with some cells of some sheets changed, their formats kept; every other part as it was. */
export async function patchSheets(
  bytes: Uint8Array,
  changes: ReadonlyMap<string, readonly CellChange[]>,
): Promise<Uint8Array> {
  const pack = openPackage(bytes);
  const path = await workbookPath(pack);
  if (path === undefined) throw new Error('The file is no workbook.');
  const related = await pack.relationships(path);
  const list = firstOf(await pack.xml(path), 'sheets');
  for (const entry of list ? elementsOf(list, 'sheet') : []) {
    const changed = changes.get(attributeOf(entry, 'name') ?? '');
    const part = related.find((r) => r.id === attributeOf(entry, 'id') && isKind(r, 'worksheet'))?.target;
    if (!changed || part === undefined) continue;
    const sheet = await pack.xml(part);
    patch(sheet, changed);
    pack.set(part, sheet);
  }
  return pack.bytes();
}

function patch(sheet: XmlElement, changes: readonly CellChange[]): void {
  const data = firstOf(sheet, 'sheetData');
  if (!data) throw new Error('A sheet of the file has no cells.');
  const prefix = data.name.slice(0, -localName(data.name).length);
  const rows = new Map(elementsOf(data, 'row').map((row) => [Number(attributeOf(row, 'r')) - 1, row]));
  for (const { row, column, cell } of changes) {
    let line = rows.get(row);
    if (!line) {
      if (cell === null) continue;
      line = element(`${prefix}row`, { r: row + 1 });
      insertBefore(data, line, (other) => Number(attributeOf(other, 'r')) - 1 > row);
      rows.set(row, line);
    }
    const address = cellAddress(row, column);
    let found = elementsOf(line, 'c').find((c) => attributeOf(c, 'r') === address);
    if (!found) {
      if (cell === null) continue;
      found = element(`${prefix}c`, { r: address });
      insertBefore(
        line,
        found,
        (other) => columnOf((attributeOf(other, 'r') ?? '').replace(/\d+/, '')) > column,
      );
    }
    fill(found, cell, prefix);
  }
  // What rows and sheet say of their extent is optional, and may be wrong now.
  const dimension = firstOf(sheet, 'dimension');
  if (dimension) sheet.children.splice(sheet.children.indexOf(dimension), 1);
  for (const row of rows.values()) row.attributes.delete('spans');
}

function insertBefore(parent: XmlElement, child: XmlElement, isAfter: (other: XmlElement) => boolean): void {
  const at = parent.children.findIndex((other) => typeof other !== 'string' && isAfter(other));
  parent.children.splice(at < 0 ? parent.children.length : at, 0, child);
}

function fill(target: XmlElement, cell: StoredCell, prefix: string): void {
  const value = isFormula(cell) ? cell.value : cell;
  const make = (name: string, text: string): XmlElement => ({
    ...element(`${prefix}${name}`),
    children: [text],
  });
  target.children.splice(0);
  target.attributes.delete('t');
  if (isFormula(cell)) target.children.push(make('f', storedFormula(cell.formula.slice(1))));
  if (value === null) return;
  if (typeof value === 'number') target.children.push(make('v', String(value)));
  else if (typeof value === 'boolean') {
    target.attributes.set('t', 'b');
    target.children.push(make('v', value ? '1' : '0'));
  } else if (isFormula(cell)) {
    target.attributes.set('t', 'str');
    target.children.push(make('v', escapeCellText(value)));
  } else {
    target.attributes.set('t', 'inlineStr');
    target.children.push({ ...element(`${prefix}is`), children: [make('t', escapeCellText(value))] });
  }
}
