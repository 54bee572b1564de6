import { issue } from '../../../core/issue';
import type { Dataset, PlanRows } from '../../../dataset/dataset';
import type { EditedTables } from '../../../report/editableTable';
import { ownRows } from '../planRows/ownRows';
import { readPlans, type ReadPlans } from '../planRows/readPlans';
import { PLAN_TABLES } from '../planRows/planTables';

export type FoundPlans = ReadPlans & { readonly from: 'sheet' | 'tables' };

/**
 * The plans: those in Leadline's own tables (edited in the pane, on the sheet "Leadline Plan", or given to the command
 * line) where any row stands there, else those that a person typed on a sheet of their own. Undefined without any.
 */
export function plansOf({ plans: typed }: Dataset, edited: EditedTables): FoundPlans | undefined {
  if (PLAN_TABLES.some(({ id }) => (edited[id] ?? []).length > 0))
    return withUnused({ ...readPlans(ownRows(edited)), from: 'tables' }, typed);
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
