import { type PlanTableId, withCell } from '../../../engine/analyses/compensation/planRows/planEdits';
import { PLAN_TABLES } from '../../../engine/analyses/compensation/planRows/planTables';
import { shareColumns } from '../../../engine/analyses/compensation/planRows/shareColumns';
import type { EditedCell, EditedRow } from '../../../engine/report/editableTable';
import { CellField } from './CellField';
import { modifierChoices } from './modifierKinds';
import type { ShapedPlans } from './usePlans';

/** Columns of a table by id: header, help and choices are those of the sheet. */
export const TABLES = Object.fromEntries(PLAN_TABLES.map((table) => [table.id, table]));
export const columnOf = (table: PlanTableId, column: string) =>
  TABLES[table]?.columns.find(({ id }) => id === column) ?? { header: column, note: undefined };

/** What every editor of a plan's rows gets. */
export interface Editing {
  readonly shaped: ShapedPlans;
  readonly plan: string;
  /** The row of a component; undefined for the whole plan. */
  readonly component: EditedRow | undefined;
}

/** The fields of a plan's rows by table, row and column, each with what is wrong with it. */
export function cellsOf({ shaped, component }: Editing) {
  return (table: PlanTableId, at: number, column: string, hiddenLabel = false, label?: string) => {
    const row = shaped.tables[table]?.[at] ?? {};
    const { header, note } = columnOf(table, column);
    const choices =
      table === 'planModifiers' ? modifierChoices(row, column) : TABLES[table]?.choices?.[column];
    return (
      <CellField
        key={column}
        label={label ?? header}
        hiddenLabel={hiddenLabel}
        value={row[column] ?? null}
        isShare={shareColumns[table](row, component).includes(column)}
        choices={choices}
        hint={hiddenLabel || choices ? undefined : note}
        problem={shaped.saysAt(table, at, column)}
        onChange={(value: EditedCell) => shaped.change(withCell(shaped.tables, table, at, column, value))}
      />
    );
  };
}
