import { addToWorkbook, readWorkbookFile, writeWorkbook } from '../../src/hosts/workbookFile';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import type { Book } from '../store/book';
import { hasFormulas, settle } from '../store/calculate';
import { formulaEngineReady } from '../store/formulaEngine';
import { withTheRest } from './beyondPlacements';
import { changedCells, patchSheets, type CellChange } from './patchSheets';
import { placementsOf } from './placements';

export interface Saved {
  readonly bytes: Uint8Array;
  /** What a person should know of it, or nothing. */
  readonly remarks: readonly string[];
}

/**
 * The workbook as a file. Sheets of the file that was opened keep their parts byte for byte; of those that were changed,
 * only the changed cells are. Every other sheet is written with its tables, formats, names, validation and charts.
 */
export async function saveFile(book: Book): Promise<Saved> {
  if (hasFormulas(book)) await formulaEngineReady();
  settle(book);
  const source = book.file ? await sourceSheets(book.name, book.file) : [];
  const kept = source.filter((raw) => book.sheets.some((s) => s.name === raw.sheet));
  // Without a file, or when one of its sheets was renamed or deleted, formulas and names of the file may point nowhere.
  if (!book.file || kept.length < source.length) {
    const lost = book.file !== null;
    return {
      bytes: await withTheRest(
        await writeWorkbook(placementsOf(book, book.sheets), { title: book.name }),
        book.sheets,
      ),
      remarks: lost
        ? [
            'A sheet of the opened file was renamed or deleted, so all sheets were written anew, as far as the stand-in knows them.',
          ]
        : [],
    };
  }
  const changes = new Map<string, readonly CellChange[]>();
  for (const raw of kept) {
    const sheet = book.sheets.find((s) => s.name === raw.sheet);
    const changed = sheet ? changedCells(raw, sheet) : [];
    if (changed.length > 0) changes.set(raw.sheet, changed);
  }
  const patched = changes.size > 0 ? await patchSheets(book.file, changes) : book.file;
  const added = book.sheets.filter((s) => !kept.some((raw) => raw.sheet === s.name));
  if (added.length === 0) return { bytes: patched, remarks: [] };
  const { value, issues } = await addToWorkbook(book.name, patched, placementsOf(book, added));
  if (value) return { bytes: await withTheRest(value, added), remarks: [] };
  throw new Error(`The workbook takes no sheets: ${issues.map((i) => JSON.stringify(i.facts)).join(', ')}`);
}

async function sourceSheets(name: string, bytes: Uint8Array): Promise<readonly RawSheet[]> {
  const { value } = await readWorkbookFile(name, bytes);
  if (!value) throw new Error('The file that was opened cannot be read again.');
  return value.sheets;
}
