import type {
  DateOrder,
  DecidedTable,
  Mapping,
  StageDefinition,
  StageKind,
  TableMapping,
} from '../engine/dataset/mapping';
import type { RoleId } from '../engine/dataset/roles';

/** What a column of a wide table is taken for, beside the fields of its role. */
export const STAGE_DATE = 'stageDate';
export const ACTIVITY_COUNT = 'activityCount';
export const WIDE_MEASURE = 'wideMeasure';

/** Enough to find a table again. */
export type TableKey = Pick<TableMapping, 'source' | 'sheet' | 'headerRow'>;
export const isSameTable = (a: DecidedTable, b: TableKey): boolean =>
  a.sheet === b.sheet && (a.source ?? b.source) === b.source && (a.headerRow ?? b.headerRow) === b.headerRow;

/** The decisions with this table's put in place of an earlier one. */
export const withTable = (mapping: Mapping, table: DecidedTable & TableKey): Mapping => ({
  ...mapping,
  tables: [...mapping.tables.filter((t) => !isSameTable(t, table)), table],
});

/** The decisions without this table's: it is recognised again. */
export const withoutTable = (mapping: Mapping, table: TableKey): Mapping => ({
  ...mapping,
  tables: mapping.tables.filter((t) => !isSameTable(t, table)),
});

/** Another role. Its columns are not decided, so recognition proposes them for that role. */
export const withRole = (
  { source, sheet, headerRow }: TableKey,
  role: RoleId | 'ignored',
): DecidedTable & TableKey => ({ source, sheet, headerRow, role });

/**
 * The column `header` taken for `field` (a field id, `stageDate`, `activityCount`, `wideMeasure`), or for nothing. A field has one
 * column, so the column that had it before is free again; a field left without one is decided to have none.
 */
export function withField(table: TableMapping, header: string, field: string | undefined): TableMapping {
  const columns = Object.fromEntries(
    Object.entries(table.columns).map(([id, h]) => [id, h === header ? '' : h]),
  );
  const others = <T extends { readonly header: string }>(wide: readonly T[]): readonly T[] =>
    wide.filter((w) => w.header !== header);
  const base = {
    ...table,
    columns,
    stageDates: others(table.stageDates),
    activityCounts: others(table.activityCounts),
    measures: others(table.measures),
  };
  if (field === undefined) return base;
  if (field === STAGE_DATE) return { ...base, stageDates: [...base.stageDates, { stage: header, header }] };
  if (field === ACTIVITY_COUNT)
    return { ...base, activityCounts: [...base.activityCounts, { type: header, header }] };
  if (field === WIDE_MEASURE) return { ...base, measures: [...base.measures, { measure: header, header }] };
  return { ...base, columns: { ...columns, [field]: header } };
}

/** The order of day and month in the column `header`. */
export function withDateOrder(table: TableMapping, header: string, order: DateOrder): TableMapping {
  const field = Object.entries(table.columns).find(([, h]) => h === header)?.[0] ?? header;
  return { ...table, dateOrders: { ...table.dateOrders, [field]: order } };
}

/** Moves a stage one place up (−1) or down (+1). */
export function withStageMoved(
  stages: readonly StageDefinition[],
  index: number,
  by: -1 | 1,
): readonly StageDefinition[] {
  const moved = stages[index];
  const other = stages[index + by];
  if (!moved || !other) return stages;
  return stages.map((s, i) => (i === index ? other : i === index + by ? moved : s));
}

export const withStageKind = (
  stages: readonly StageDefinition[],
  index: number,
  kind: StageKind,
): readonly StageDefinition[] => stages.map((s, i) => (i === index ? { ...s, kind } : s));
