import type { Assumption } from '../../core/assumption';
import { checkValue, rangeText, type UncheckedValue } from '../../core/assumptionValues';
import { issue, type Issue } from '../../core/issue';
import type { Outcome } from '../../core/outcome';
import { describeChanges, type Scenario } from '../../core/scenario';
import { rowsOf, type EditableTable, type EditedRow } from '../../report/editableTable';
import { allowedIn, isCell, sameRow, shownIn } from '../../report/tableCells';
import type { Supposed } from '../levers';
import { SCENARIO_TABLES } from './changeable';

/** What is in force under a scenario. */
export interface Applied extends Supposed {
  /** In words, one a change; a change to what is in force already is none. */
  readonly changes: readonly string[];
  /** Ids of the assumptions and tables that differ. */
  readonly touched: ReadonlySet<string>;
}

type Rows = NonNullable<Scenario['tables']>[string];

/**
 * The values and rows in force with the scenario's changes. One change that names nothing, or cannot be, leaves the whole
 * scenario out: half of a what-if answers a question that nobody asked.
 */
export function applied(
  scenario: Scenario,
  assumptions: readonly Assumption[],
  inForce: Supposed,
): Outcome<Applied> {
  const { name } = scenario;
  const issues: Issue[] = [];
  const unknown = (what: string): void =>
    void issues.push(issue('scenarioUnknown', 'warning', { scenario: name, what }));
  const values = { ...inForce.values };
  for (const [id, given] of Object.entries(scenario.changes)) {
    const assumption = assumptions.find((one) => one.id === id);
    if (!assumption) {
      unknown(id);
      continue;
    }
    const checked = checkValue(assumption, given);
    if ('value' in checked) values[id] = checked.value;
    else
      issues.push(
        issue('scenarioValue', 'warning', {
          scenario: name,
          what: assumption.label,
          value: String(given ?? ''),
          allowed: rangeText(assumption),
        }),
      );
  }
  const tables = { ...inForce.tables };
  const said: string[] = [];
  for (const [id, rows] of Object.entries(scenario.tables ?? {})) {
    const table = SCENARIO_TABLES.find((one) => one.id === id);
    if (!table) {
      unknown(id);
      continue;
    }
    issues.push(...checkRows(name, table, rows));
    const merged = mergedRows(table, rowsOf(table, inForce.tables), rows);
    tables[id] = merged.rows;
    said.push(...merged.changes);
  }
  if (issues.length > 0) return { value: undefined, issues };
  const before = (id: string) => inForce.values[id] ?? assumptions.find((one) => one.id === id)?.initial;
  return {
    value: {
      values,
      tables,
      changes: [...describeChanges(assumptions, inForce.values, values), ...said],
      touched: new Set([
        ...Object.keys(scenario.changes).filter((id) => values[id] !== before(id)),
        ...Object.keys(scenario.tables ?? {}),
      ]),
    },
    issues,
  };
}

function checkRows(scenario: string, table: EditableTable, rows: Rows): readonly Issue[] {
  const [key, ...columns] = table.columns;
  return rows.flatMap((cells) =>
    Object.entries(cells).flatMap(([id, cell]): readonly Issue[] => {
      if (cell === null || cell === undefined) return [];
      const isKey = id === key!.id;
      const column = isKey ? key : columns.find((one) => one.id === id);
      const what = isKey ? key!.header : `${key!.header}: ${column?.header ?? id}`;
      if (!column) return [issue('scenarioUnknown', 'warning', { scenario, what })];
      if (!isKey && String(cells[key!.id] ?? '').trim() === '')
        return [issue('scenarioWhose', 'warning', { scenario, what, whose: key!.header })];
      return isCell(table, column, cell)
        ? []
        : [
            issue('scenarioValue', 'warning', {
              scenario,
              what,
              value: shownIn(column, cell),
              allowed: allowedIn(table, column),
            }),
          ];
    }),
  );
}

/** Cells that differ over the rows in force, found by their first column. */
function mergedRows(
  table: EditableTable,
  inForce: readonly EditedRow[],
  changed: Rows,
): { readonly rows: readonly EditedRow[]; readonly changes: readonly string[] } {
  const [key, ...columns] = table.columns;
  const nameOf = (row: Readonly<Record<string, UncheckedValue>>): string => String(row[key!.id] ?? '').trim();
  const rows = [...inForce];
  const changes: string[] = [];
  for (const cells of changed) {
    const at = rows.findIndex((row) => sameRow(table, row[key!.id], cells[key!.id]));
    const before: EditedRow = rows[at] ?? { [key!.id]: cells[key!.id] ?? null };
    const after = { ...before };
    for (const column of columns) {
      const cell = cells[column.id];
      if (cell === null || cell === undefined) continue;
      after[column.id] = cell;
      if (cell !== (before[column.id] ?? null))
        changes.push(
          `${key!.header} ${nameOf(cells)}, ${column.header.toLowerCase()}: ${shown(before[column.id], column)} → ${shownIn(column, cell)}`,
        );
    }
    if (at < 0) rows.push(after);
    else rows[at] = after;
  }
  return { rows, changes };
}

const shown = (cell: UncheckedValue, column: EditableTable['columns'][number]): string =>
  cell === null || cell === undefined ? 'as computed' : shownIn(column, cell);
