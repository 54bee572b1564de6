import type { PlanRow, PlanRows } from '../../../dataset/dataset';
import type { EditableTable, EditedTables } from '../../../report/editableTable';
import { PLAN_COMPONENTS, PLAN_MODIFIERS, PLAN_TIERS } from './planTables';

/** What issues call the three tables where their rows stand on no sheet of the user's. */
const NAMES: Readonly<Record<string, string>> = {
  [PLAN_COMPONENTS.id]: 'Components',
  [PLAN_TIERS.id]: 'Tiers',
  [PLAN_MODIFIERS.id]: 'Modifiers',
};

/**
 * The rows of Leadline's own plan tables as `readPlans` takes them. With `placed` each has a place, the id of its table as
 * the sheet, its position as the row and the id of the column: so that an issue can stand beside the field.
 */
export function ownRows(tables: EditedTables, placed = false): PlanRows {
  const rowsOf = ({ id }: EditableTable): readonly PlanRow[] =>
    (tables[id] ?? []).map((cells, i) => ({
      table: NAMES[id] ?? id,
      number: i + 1,
      cells,
      ...(placed && {
        place: (column) => ({ source: '', sheet: id, row: i, ...(column !== undefined && { column }) }),
      }),
    }));
  return {
    components: rowsOf(PLAN_COMPONENTS),
    tiers: rowsOf(PLAN_TIERS),
    modifiers: rowsOf(PLAN_MODIFIERS),
  };
}
