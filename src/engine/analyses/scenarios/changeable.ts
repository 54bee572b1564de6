import type { Assumption } from '../../core/assumption';
import { sameName } from '../../dataset/values/sameName';
import type { EditableTable } from '../../report/editableTable';
import type { Column } from '../../report/report';
import { hiresTable, leaversTable, rampTable } from '../capacity/tables';
import { DEAL_OVERRIDES } from '../forecast/overrides';
import { STAGE_LEVERS } from '../levers';

/** Tables whose rows a scenario may change; the first column says whose row it is. */
export const SCENARIO_TABLES: readonly EditableTable[] = [
  STAGE_LEVERS,
  DEAL_OVERRIDES,
  hiresTable,
  leaversTable,
  rampTable,
];

/** One thing that a scenario may change, by the name that it has on the sheet. */
export type Changeable =
  | { readonly name: string; readonly assumption: Assumption }
  | { readonly name: string; readonly table: EditableTable; readonly column: Column };

/** "Change of deal size", "Stage: Goes on", "Opportunity ID: Amount". */
const cellName = (table: EditableTable, column: Column): string =>
  `${table.columns[0]!.header}: ${column.header}`;

export const changeables = (assumptions: readonly Assumption[]): readonly Changeable[] => [
  ...assumptions.map((assumption) => ({ name: assumption.label, assumption })),
  ...SCENARIO_TABLES.flatMap((table) =>
    table.columns.slice(1).map((column) => ({ name: cellName(table, column), table, column })),
  ),
];

/** Found by its name, or an assumption by its id. */
export const changeableNamed = (all: readonly Changeable[], name: string): Changeable | undefined =>
  all.find((one) => sameName(one.name) === sameName(name)) ??
  all.find((one) => 'assumption' in one && sameName(one.assumption.id) === sameName(name));
