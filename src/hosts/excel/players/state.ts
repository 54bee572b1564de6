import type { Area } from '../../../engine/report/placement';

/** What already stands in the workbook and is found again by its name, so that playing twice makes nothing twice. */
export interface Found {
  readonly tables: ReadonlyMap<string, Excel.Table>;
  /** Columns that a person added at the right of a table, by its name. */
  readonly addedColumns: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, Excel.NamedItem>;
  /** By worksheet id and chart name. */
  readonly charts: ReadonlyMap<string, { readonly chart: Excel.Chart; readonly series: number }>;
}

/** One sheet as the players see it. */
export interface Stage {
  readonly context: Excel.RequestContext;
  readonly worksheet: Excel.Worksheet;
  readonly worksheetId: string;
  readonly found: Found;
  /** Columns that a person added to a table, by its name. */
  readonly addedColumns: (table: string) => number;
  /** The chart's anchor at the last run: where it has not changed, a chart that a person moved stays. */
  readonly lastAnchor: (chart: string) => Area | undefined;
  /** Another result sheet by its id. */
  readonly sheetName: (id: string) => string;
}

export const rangeAt = ({ worksheet }: Stage, a: Area): Excel.Range =>
  worksheet.getRangeByIndexes(a.row, a.column, a.rows, a.columns);
export const cellAt = ({ worksheet }: Stage, row: number, column: number): Excel.Range =>
  worksheet.getRangeByIndexes(row, column, 1, 1);

export const chartKey = (worksheetId: string, name: string): string => `${worksheetId}|${name}`;
