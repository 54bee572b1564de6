import { issue } from '../../../core/issue';
import type { Dataset, PlanRow, PlanRows } from '../../../dataset/dataset';
import type { EditableTable, EditedTables } from '../../../report/editableTable';
import { readPlans, type ReadPlans } from '../planRows/readPlans';
import { PLAN_COMPONENTS, PLAN_MODIFIERS, PLAN_TABLES, PLAN_TIERS } from '../planRows/planTables';

export type FoundPlans = ReadPlans & { readonly from: 'sheet' | 'tables' };

const rowsOf = (table: EditableTable, name: string, edited: EditedTables): readonly PlanRow[] =>
  (edited[table.id] ?? []).map((cells, i) => ({ table: name, number: i + 1, cells }));

/**
 * The plans: those in Leadline's own tables (edited in the pane, on the sheet "Leadline Plan", or given to the command
 * line) where any row stands there, else those that a person typed on a sheet of their own. Undefined without any.
 */
export function plansOf({ plans: typed }: Dataset, edited: EditedTables): FoundPlans | undefined {
  const own: PlanRows = {
    components: rowsOf(PLAN_COMPONENTS, 'Components', edited),
    tiers: rowsOf(PLAN_TIERS, 'Tiers', edited),
    modifiers: rowsOf(PLAN_MODIFIERS, 'Modifiers', edited),
  };
  if (PLAN_TABLES.some(({ id }) => (edited[id] ?? []).length > 0))
    return withUnused({ ...readPlans(own), from: 'tables' }, typed);
  return typed && { ...readPlans(typed), from: 'sheet' };
}

/** Plans on a sheet beside Leadline's own tables are not paid, and that is said. */
function withUnused(found: FoundPlans, typed: PlanRows | undefined): FoundPlans {
  const rows = typed?.components ?? [];
  if (rows.length === 0) return found;
  return {
    ...found,
    issues: [...found.issues, issue('planSheetUnused', 'note', { rows: rows.length }, rows[0]?.place?.())],
  };
}
