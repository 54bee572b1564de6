import type { Cell } from './rawTable';
import type { PlanCell, PlanRow, PlanRows } from './dataset';
import { ROLES, type RoleId } from './roles';
import type { Stack } from './stack';
import { placesOf, stackedCells } from './stack';

/** What the three tables of a plan are called, by role. */
const TABLES = {
  planComponents: 'Components',
  planTiers: 'Tiers',
  planModifiers: 'Modifiers',
} as const satisfies Partial<Record<RoleId, string>>;
type PlanRole = keyof typeof TABLES;

const cellOf = (cell: Cell | undefined): PlanCell => cell ?? null;

/** The rows of one plan table as they were typed; plans are understood where they are evaluated. */
function rowsOf(role: PlanRole, stack: Stack): readonly PlanRow[] {
  const columns = ROLES[role].fields.map(({ id }) => [id, stackedCells(stack, id)] as const);
  const places = placesOf(stack);
  return Array.from({ length: stack.count }, (_, row) => ({
    table: TABLES[role],
    number: row + 1,
    cells: Object.fromEntries(columns.map(([id, cells]) => [id, cellOf(cells[row])])),
    place: (field) => places(row, field),
  }));
}

/** The rows of plan sheets; undefined when there is none. */
export function readPlanRows(stacks: Readonly<Record<PlanRole, Stack>>): PlanRows | undefined {
  const rows: PlanRows = {
    components: rowsOf('planComponents', stacks.planComponents),
    tiers: rowsOf('planTiers', stacks.planTiers),
    modifiers: rowsOf('planModifiers', stacks.planModifiers),
  };
  return Object.values(rows).some((table) => table.length > 0) ? rows : undefined;
}
