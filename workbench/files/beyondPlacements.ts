import { openPackage } from '../../src/hosts/workbookFile/package';
import { workbookPath } from '../../src/hosts/workbookFile/readXlsx';
import { attributeOf, elementsOf, firstOf } from '../../src/hosts/workbookFile/xml';
import type { StoredSheet } from '../store/book';
import { patchSheets, type CellChange } from './patchSheets';

const STATES = { Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** What placements have no word for, on sheets that were written from them: truth values, and that a sheet is hidden. */
export async function withTheRest(bytes: Uint8Array, sheets: readonly StoredSheet[]): Promise<Uint8Array> {
  const truths = new Map<string, readonly CellChange[]>();
  for (const { name, rows } of sheets) {
    const here = rows.flatMap((cells, row) =>
      (cells ?? []).flatMap((cell, column) => (typeof cell === 'boolean' ? [{ row, column, cell }] : [])),
    );
    if (here.length > 0) truths.set(name, here);
  }
  const patched = truths.size > 0 ? await patchSheets(bytes, truths) : bytes;
  return sheets.every((s) => s.visibility === 'Visible') ? patched : hide(patched, sheets);
}

async function hide(bytes: Uint8Array, sheets: readonly StoredSheet[]): Promise<Uint8Array> {
  const pack = openPackage(bytes);
  const path = await workbookPath(pack);
  if (path === undefined) throw new Error('The file is no workbook.');
  const workbook = await pack.xml(path);
  const list = firstOf(workbook, 'sheets');
  for (const entry of list ? elementsOf(list, 'sheet') : []) {
    const sheet = sheets.find((s) => s.name === attributeOf(entry, 'name'));
    if (sheet && sheet.visibility !== 'Visible') entry.attributes.set('state', STATES[sheet.visibility]);
  }
  pack.set(path, workbook);
  return pack.bytes();
}
