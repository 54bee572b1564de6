import { EDITABLE_TABLES } from '../../engine/report/editableTable';
import type { SavedInputs } from '../../engine/report/savedInputs';
import { loadOwnership } from './ownership';
import { inExcel } from './session';

const PREFIX = 'leadline_';

/** What a person changed on Leadline's own input cells and tables; undefined where Leadline has written none. */
export function readSavedInputs(): Promise<SavedInputs | undefined> {
  return inExcel(async (context) => {
    const { owned } = await loadOwnership(context);
    if (owned.size === 0) return undefined;
    const own = new Set([...owned.values()].map((s) => s.worksheetId));
    const { names } = context.workbook;
    names.load('items/name');
    const tables = EDITABLE_TABLES.map((id) => {
      const table = context.workbook.tables.getItemOrNullObject(`Leadline_${id}`);
      table.worksheet.load('id');
      return { id, table };
    });
    await context.sync();

    const cells = names.items
      .filter((item) => item.name.startsWith(PREFIX))
      .map((item) => {
        const range = item.getRangeOrNullObject();
        range.load('values');
        range.worksheet.load('id');
        return { id: item.name.slice(PREFIX.length), range };
      });
    const found = tables
      .filter(({ table }) => !table.isNullObject && own.has(table.worksheet.id))
      .map(({ id, table }) => {
        const range = table.getRange();
        range.load('values');
        return { id, range };
      });
    await context.sync();

    const values: Record<string, SavedInputs['values'][string]> = {};
    for (const { id, range } of cells) {
      if (range.isNullObject || !own.has(range.worksheet.id)) continue;
      const value: unknown = range.values[0]?.[0];
      values[id] =
        typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '')
          ? value
          : null;
    }
    if (Object.keys(values).length === 0 && found.length === 0) return undefined;
    return { values, tables: Object.fromEntries(found.map(({ id, range }) => [id, range.values])) };
  });
}
