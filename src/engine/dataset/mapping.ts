import type { RoleId } from './roles';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** An ordered stage and what being in it means. `ignored` stages are left out of the funnel's path. */
export const STAGE_KINDS = ['open', 'won', 'lost', 'ignored'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];
export interface StageDefinition {
  readonly name: string;
  readonly kind: StageKind;
}
/** Open stages in the order a deal passes them, then the closed ones. */
export type StageMap = readonly StageDefinition[];

/**
 * How one table is read. Recognition proposes it, a person may change it, the workbook keeps it, `--mapping` gives it.
 * Headers are the sheet's own text; where two columns share a header, the second is written "Header#2".
 */
export interface TableMapping {
  readonly source: string;
  readonly sheet: string;
  /** 1-based row of the header as Excel shows it. */
  readonly headerRow: number;
  readonly role: RoleId | 'ignored';
  /** Field id → header. */
  readonly columns: Readonly<Record<string, string>>;
  /** Wide history: a date column per stage entered. */
  readonly stageDates: readonly { readonly stage: string; readonly header: string }[];
  /** Wide activities: a count column per activity type. */
  readonly activityCounts: readonly { readonly type: string; readonly header: string }[];
  /** Wide results: a column per measure; they may stand beside the counts of wide activities. */
  readonly measures: readonly { readonly measure: string; readonly header: string }[];
  /** Field id or stage-date header → order of day and month, where the values alone could not decide it. */
  readonly dateOrders: Readonly<Record<string, DateOrder>>;
}

/**
 * What a person decided about one table. Only the sheet is needed; what is absent is recognised. In `columns` an empty
 * header says that the table has no such field, so that recognition does not find it again.
 */
export type DecidedTable = Pick<TableMapping, 'sheet'> & Partial<TableMapping>;

/** What a person decided; absent tables are recognised, absent stages are read from the data. */
export interface Mapping {
  readonly tables: readonly DecidedTable[];
  readonly stages?: StageMap;
}
