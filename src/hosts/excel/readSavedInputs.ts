import type { StageDefinition, StageKind } from '../../engine/dataset/mapping';
import type { SavedInputs } from '../../engine/report/savedInputs';
import { loadOwnership } from './ownership';
import { inExcel } from './session';

const PREFIX = 'leadline_';
const STAGES_TABLE = 'Leadline_stages';
const KINDS: readonly StageKind[] = ['open', 'won', 'lost', 'ignored'];

/** What a person changed on Leadline's own input cells; undefined where Leadline has written none. */
export function readSavedInputs(): Promise<SavedInputs | undefined> {
  return inExcel(async (context) => {
    const { owned } = await loadOwnership(context);
    if (owned.size === 0) return undefined;
    const own = new Set([...owned.values()].map((s) => s.worksheetId));
    const { names } = context.workbook;
    names.load('items/name');
    const table = context.workbook.tables.getItemOrNullObject(STAGES_TABLE);
    table.worksheet.load('id');
    await context.sync();

    const cells = names.items
      .filter((item) => item.name.startsWith(PREFIX))
      .map((item) => {
        const range = item.getRangeOrNullObject();
        range.load('values');
        range.worksheet.load('id');
        return { id: item.name.slice(PREFIX.length), range };
      });
    const stages = table.isNullObject || !own.has(table.worksheet.id) ? undefined : table.getRange();
    stages?.load('values');
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
    if (Object.keys(values).length === 0 && !stages) return undefined;
    return { values, stages: stages && stagesFrom(stages.values) };
  });
}

/** Rows with a name and a known kind, whatever a person added beside them. */
function stagesFrom(rows: readonly (readonly unknown[])[]): readonly StageDefinition[] {
  const [headers = [], ...body] = rows;
  const column = (wanted: string): number =>
    headers.findIndex((header) => String(header).trim().toLowerCase() === wanted);
  const [nameAt, kindAt] = [column('stage'), column('kind')];
  return body.flatMap((row) => {
    const name = String(row[nameAt] ?? '').trim();
    const kind = KINDS.find(
      (k) =>
        k ===
        String(row[kindAt] ?? '')
          .trim()
          .toLowerCase(),
    );
    return name && kind ? [{ name, kind }] : [];
  });
}
