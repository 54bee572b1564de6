import { isMoney } from './formats';
import type { Column, InputTable } from './report';

/** What a person left in a cell; text may stand where a number should. */
export type EditedCell = string | number | boolean | null;
/** One row by column id; a column that a person deleted is absent. */
export type EditedRow = Readonly<Record<string, EditedCell>>;
/** A table as it stands in a workbook: its cells, header row first. */
export type FoundTable = readonly (readonly EditedCell[])[];
/** The rows of each table by its id. Blank rows are left out; amounts are cents. */
export type EditedTables = Readonly<Record<string, readonly EditedRow[]>>;

/** What a number in a column may be; without a maximum, anything from the minimum on. */
export interface CellRange {
  readonly min: number;
  readonly max?: number;
  /** More than the minimum, never as much. */
  readonly above?: true;
}

/** A table on a sheet of Leadline's that a person fills: user-defined indicators, planned hires, named scenarios. */
export interface EditableTable {
  /** Letters and digits, unique over all analyses; the workbook's table is `Leadline_<id>`. Listed in `EDITABLE_TABLES`. */
  readonly id: string;
  /** Heading above it on the sheet "Leadline Inputs"; absent where `describe` places the table on a sheet of its own. */
  readonly title?: string;
  readonly help: string;
  readonly columns: readonly Column[];
  /** Values to choose from, by column id. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** What numbers may be, by column id. */
  readonly ranges?: Readonly<Record<string, CellRange>>;
  /** Names in the first column that differ in capitals alone are two. */
  readonly caseCounts?: true;
  /** Rows that stand there before a person has written any. */
  readonly initial: readonly EditedRow[];
  /** Its rows are given and only filled: no spare ones to type into. */
  readonly fixedRows?: true;
}

/** The ids of all tables that a host reads back: hosts know no analyses. A test compares it with what the analyses declare. */
export const EDITABLE_TABLES: readonly string[] = [
  'stages',
  'noDecision',
  'stageLevers',
  'dealOverrides',
  'scenarios',
  'hires',
  'leavers',
  'ramp',
  'planComponents',
  'planTiers',
  'planModifiers',
  'planSeeks',
  'leadResults',
  'ownIndicators',
];

/** What stands in an editable table: as a person left it, else as it is to begin with. */
export const rowsOf = (table: EditableTable, edited: EditedTables): readonly EditedRow[] =>
  edited[table.id] ?? table.initial;

/** What a cell says as a word: nothing for a blank one, without the spaces around. */
export const cellText = (row: EditedRow | undefined, column: string): string =>
  String(row?.[column] ?? '').trim();

/** Spare rows to type into: a table grows by itself only in Excel. */
const SPARE = 3;

/** The table as a block. The first column names a row. */
export function inputTableOf(table: EditableTable, edited: EditedTables): InputTable {
  const rows = rowsOf(table, edited).map((row) =>
    table.columns.map(({ id }) => {
      const cell = row[id] ?? null;
      return typeof cell === 'boolean' ? (cell ? 'Yes' : 'No') : cell;
    }),
  );
  return {
    block: 'inputTable',
    id: table.id,
    key: table.columns[0]?.id ?? '',
    columns: table.columns,
    rows: [
      ...rows,
      ...Array.from({ length: table.fixedRows ? 0 : SPARE }, () => table.columns.map(() => null)),
    ],
    choices: table.choices ?? {},
  };
}

/**
 * The rows of a table as a host found it, header row first; columns are found by their headers. What a person added
 * beside the table's own columns is left alone. Money becomes cents.
 */
export function editedRows(table: EditableTable, found: FoundTable): readonly EditedRow[] {
  const [headers = [], ...body] = found;
  const columns = table.columns.flatMap(({ id, header, format }) => {
    const at = headers.findIndex((h) => sameHeader(h, header));
    return at < 0 ? [] : [{ id, at, cents: isMoney(format) }];
  });
  return body
    .map((row) =>
      Object.fromEntries(columns.map(({ id, at, cents }) => [id, editedCell(row[at] ?? null, cents)])),
    )
    .filter((row) => Object.values(row).some((cell) => cell !== null));
}

const sameHeader = (found: EditedCell | undefined, header: string): boolean =>
  String(found ?? '')
    .trim()
    .toLowerCase() === header.toLowerCase();

function editedCell(cell: EditedCell, cents: boolean): EditedCell {
  if (typeof cell === 'string' && cell.trim() === '') return null;
  return cents && typeof cell === 'number' ? Math.round(cell * 100) : cell;
}

/** The rows of every table that stands in the workbook. */
export const editedTables = (
  tables: readonly EditableTable[],
  found: Readonly<Record<string, FoundTable>>,
): EditedTables =>
  Object.fromEntries(
    tables.flatMap((table) => {
      const cells = found[table.id];
      return cells ? [[table.id, editedRows(table, cells)]] : [];
    }),
  );
