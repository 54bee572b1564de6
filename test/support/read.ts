import type { Day } from '../../src/engine/core/day';
import { dayOfIso } from '../../src/engine/core/day';
import type { Issue, IssueCode } from '../../src/engine/core/issue';
import type { Dataset, InputSummary } from '../../src/engine/dataset/dataset';
import type { StageMap, TableMapping } from '../../src/engine/dataset/mapping';
import type { Cell, RawSheet } from '../../src/engine/dataset/rawTable';
import { columnLetters } from '../../src/engine/dataset/rawTable';
import { readDataset } from '../../src/engine/dataset/read';
import type { RecognisedTable } from '../../src/engine/dataset/recognise';
import type { RoleId } from '../../src/engine/dataset/roles';
import { sheetOf } from './rawSheets';

/** A table as a test writes it: its headers are field ids, in the first row. */
export interface WrittenTable {
  readonly role: RoleId;
  readonly rows: readonly (readonly Cell[])[];
  readonly sheet?: string;
  readonly more?: Partial<RawSheet>;
  /** Header "entered X" is a wide column of stage X, "count X" one of activity type X, "measure X" one of results. */
  readonly dateOrders?: TableMapping['dateOrders'];
}

/** A written table as recognition would hand it over, mapped by hand. */
export function recognised(
  { role, rows, sheet = role, more, dateOrders = {} }: WrittenTable,
  sheetIndex: number,
): { readonly sheet: RawSheet; readonly table: RecognisedTable } {
  const raw = sheetOf(sheet, rows, more);
  const headers = (rows[0] ?? []).map(String);
  const starting = (word: string): string[] => headers.filter((h) => h.startsWith(`${word} `));
  const wide = new Set(['entered', 'count', 'measure'].flatMap(starting));
  const named = (header: string): string => header.slice(header.indexOf(' ') + 1);
  return {
    sheet: raw,
    table: {
      sheetIndex,
      used: true,
      confidence: 1,
      why: 'written by a test',
      rivals: [],
      mapping: {
        source: raw.source,
        sheet: raw.sheet,
        headerRow: raw.top + 1,
        role,
        columns: Object.fromEntries(headers.filter((h) => !wide.has(h)).map((h) => [h, h])),
        stageDates: starting('entered').map((header) => ({ stage: named(header), header })),
        activityCounts: starting('count').map((header) => ({ type: named(header), header })),
        measures: starting('measure').map((header) => ({ measure: named(header), header })),
        dateOrders,
      },
      columns: headers.map((header, column) => ({
        column: columnLetters(raw.left + column),
        header,
        field: undefined,
        confidence: 1,
        examples: [],
      })),
      region: {
        top: raw.top + 1,
        left: raw.left,
        bottom: raw.top + rows.length - 1,
        right: raw.left + raw.columnCount - 1,
      },
    },
  };
}

export interface ReadTables {
  readonly dataset: Dataset | undefined;
  readonly asOf: Day | undefined;
  readonly issues: readonly Issue[];
}

const dayOf = (iso: string): Day => {
  const day = dayOfIso(iso);
  if (day === undefined) throw new Error(`No date: ${iso}`);
  return day;
};

/** Reads tables that are mapped by hand. */
export function readTables(
  tables: readonly WrittenTable[],
  { asOf, today = '2025-01-31', stages }: { asOf?: string; today?: string; stages?: StageMap } = {},
): ReadTables {
  const all = tables.map(recognised);
  const { value, issues } = readDataset(
    all.map(({ sheet }) => sheet),
    all.map(({ table }) => table),
    {
      asOf: asOf === undefined ? undefined : dayOf(asOf),
      today: dayOf(today),
      stages,
      progress: () => undefined,
      signal: { cancelled: false },
    },
  );
  return { dataset: value?.dataset, asOf: value?.asOf, issues };
}

/** The one issue of a code; fails when there are none or several. */
export function only(issues: readonly Issue[], code: IssueCode): Issue {
  const found = issues.filter((issue) => issue.code === code);
  if (found.length !== 1) throw new Error(`${found.length} issues of ${code}: ${JSON.stringify(issues)}`);
  return found[0]!;
}

export const codesOf = (issues: readonly Issue[]): readonly string[] => issues.map(({ code }) => code).sort();

/** Per table: rows = used + excluded, and as many issues that exclude as rows excluded. */
export function expectAccounted(inputs: readonly InputSummary[], issues: readonly Issue[]): void {
  for (const { source, sheet, rows, used, excluded } of inputs) {
    expect(used + excluded).toBe(rows);
    const excluding = issues.filter(
      (i) => i.excludes && i.place?.source === source && i.place.sheet === sheet,
    );
    expect(excluding).toHaveLength(excluded);
    expect(new Set(excluding.map((i) => i.place?.row)).size).toBe(excluded);
  }
}
