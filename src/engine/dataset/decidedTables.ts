import { issue, type Issue, type Place } from '../core/issue';
import { normaliseHeader } from './headers';
import type { DecidedTable } from './mapping';
import type { RawSheet } from './rawTable';
import type { Column } from './recogniseColumns';
import { tableUnder, type FoundTable } from './regions';
import { ROLES, type RoleId } from './roles';
import type { StageDate } from './wideColumns';

/** Sheets are told apart by their source; a decision without one means any sheet of that name. */
export const isSheetOf = (decided: DecidedTable, sheet: RawSheet): boolean =>
  decided.sheet.trim().toLowerCase() === sheet.sheet.trim().toLowerCase() &&
  (decided.source === undefined || decided.source === '' || decided.source === sheet.source);

/** Every header that a decision names. */
export const headersIn = (decided: DecidedTable): ReadonlySet<string> =>
  new Set([
    ...Object.values(decided.columns ?? {}),
    ...(decided.stageDates ?? []).map((s) => s.header),
    ...(decided.activityCounts ?? []).map((c) => c.header),
    ...(decided.measures ?? []).map((m) => m.header),
  ]);

/**
 * The table that a decision is about: the one under its header row, or another one on the sheet that has more of its
 * headers, because rows were inserted above since.
 */
export function decidedTable(
  decided: DecidedTable,
  sheet: RawSheet,
  found: readonly FoundTable[],
): FoundTable | undefined {
  const wanted = headersIn(decided);
  const wants = (table: FoundTable): number => table.headers.filter((h) => wanted.has(h.text)).length;
  const row = decided.headerRow === undefined ? undefined : decided.headerRow - 1;
  const under = row === undefined ? undefined : tableUnder(sheet, row, wanted);
  const there = found.filter((t) => t.headerRow === row);
  const elsewhere = found.filter((t) => t.headerRow !== row);
  // Sorting keeps this order among tables that have as many of the headers.
  return [...there, ...(under ? [under] : []), ...elsewhere].sort((a, b) => wants(b) - wants(a))[0];
}

export interface DecidedColumns {
  readonly fields: ReadonlyMap<string, Column | undefined>;
  readonly stageDates?: readonly StageDate[];
  readonly activityCounts?: readonly Column[];
  readonly measures?: readonly Column[];
  readonly issues: readonly Issue[];
}

/** The columns that a decision names, with an issue for each that the table does not have. */
export function decidedColumns(
  decided: DecidedTable,
  role: RoleId,
  columns: readonly Column[],
  place: Place,
): DecidedColumns {
  const issues: Issue[] = [];
  const find = (field: string, header: string): Column | undefined => {
    const column =
      columns.find((c) => c.header.text === header) ??
      columns.find((c) => normaliseHeader(c.header.text) === normaliseHeader(header));
    if (!column) issues.push(issue('mappingUnknownColumn', 'blocking', { field, header }, place));
    return column;
  };
  const { title, fields: known } = ROLES[role];
  const fields = new Map<string, Column | undefined>();
  for (const [field, header] of Object.entries(decided.columns ?? {})) {
    const label = known.find((f) => f.id === field)?.label;
    const ids = known.map((f) => f.id);
    if (label === undefined)
      issues.push(issue('mappingUnknownField', 'blocking', { role: title, field, fields: ids }, place));
    else if (header === '') fields.set(field, undefined);
    else {
      const column = find(label, header);
      if (column) fields.set(field, column);
    }
  }
  const stageDates = decided.stageDates?.flatMap(({ stage, header }) => {
    const column = find(stage, header);
    return column ? [{ stage, column }] : [];
  });
  const activityCounts = decided.activityCounts?.flatMap(({ type, header }) => find(type, header) ?? []);
  const measures = decided.measures?.flatMap(({ measure, header }) => find(measure, header) ?? []);
  return {
    fields,
    ...(stageDates && { stageDates }),
    ...(activityCounts && { activityCounts }),
    ...(measures && { measures }),
    issues,
  };
}
