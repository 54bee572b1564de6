import type { EditableTable, EditedCell, EditedTables } from '../../report/editableTable';
import { cellText, rowsOf } from '../../report/editableTable';
import { readCells } from '../../report/tableCells';
import { asDay, dayOfIso, monthIndexOf, type Day } from '../../core/day';
import { issue, type Issue } from '../../core/issue';

/** A ramp is told month by month for a year; from the thirteenth month on everybody is fully productive. */
export const RAMP_MONTHS = 12;

export const hiresTable: EditableTable = {
  id: 'hires',
  title: 'Planned hires',
  help: 'One row a hire, with the first day of work (a date).',
  columns: [
    { id: 'who', header: 'Hire', format: 'text', width: 24 },
    { id: 'start', header: 'First day', format: 'date' },
  ],
  initial: [],
};

export const leaversTable: EditableTable = {
  id: 'leavers',
  title: 'Leavers you know of',
  help: 'One row a person, by the name on the people sheet, with the last day of work (a date).',
  columns: [
    { id: 'who', header: 'Person', format: 'text', width: 24 },
    { id: 'last', header: 'Last day', format: 'date' },
  ],
  initial: [],
};

export const rampTable: EditableTable = {
  id: 'ramp',
  title: 'Ramp of newcomers',
  help: 'How much of a ramped person’s productivity a newcomer has in each month, where you know better than the data. Leave a share blank to take the one on the Hiring plan.',
  columns: [
    { id: 'month', header: 'Month of work', format: 'integer' },
    { id: 'share', header: 'Share', format: 'percent' },
  ],
  initial: Array.from({ length: RAMP_MONTHS }, (_, i) => ({ month: i + 1, share: null })),
  ranges: { month: { min: 1, max: RAMP_MONTHS }, share: { min: 0, max: 2 } },
  fixedRows: true,
};

/** Cells of the ramp table that cannot be. */
export const rampIssues = (tables: EditedTables): readonly Issue[] =>
  rowsOf(rampTable, tables).flatMap((row) =>
    readCells(rampTable, row).wrong.map(({ column, value, allowed }) =>
      issue('hiringRamp', 'warning', {
        month: String(row['month'] ?? ''),
        column: column.header,
        value,
        allowed,
      }),
    ),
  );

/** A day as a person writes it into a cell: a date, or its text in ISO form; undefined for anything else. */
export function dayIn(cell: EditedCell | undefined): Day | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) && cell >= 1 ? asDay(cell) : undefined;
  return typeof cell === 'string' ? dayOfIso(cell.trim()) : undefined;
}

/** What a row of the tables of hires or leavers says; `month` is undefined where its day cannot be read. */
export interface NamedMonth {
  readonly name: string;
  readonly day: Day | undefined;
  readonly month: number | undefined;
}

const named = (name: string, day: Day | undefined): NamedMonth => ({
  name,
  day,
  month: day === undefined ? undefined : monthIndexOf(day),
});

export const plannedHires = (tables: EditedTables): readonly NamedMonth[] =>
  rowsOf(hiresTable, tables).map((row, i) =>
    named(cellText(row, 'who') || `Hire ${i + 1}`, dayIn(row['start'])),
  );

export const namedLeavers = (tables: EditedTables): readonly NamedMonth[] =>
  rowsOf(leaversTable, tables).map((row) => named(cellText(row, 'who'), dayIn(row['last'])));

/** Position in the ramp table, and share, of each month of work that a person has given one between 0 and 200%. */
export const givenRamp = (
  tables: EditedTables,
): ReadonlyMap<number, { readonly row: number; readonly share: number | null }> =>
  new Map(
    rowsOf(rampTable, tables).flatMap((row, i) => {
      const month = Number(row['month']);
      const { share } = readCells(rampTable, row).cells;
      return Number.isInteger(month) && month >= 1 && month <= RAMP_MONTHS
        ? [[month, { row: i, share: typeof share === 'number' ? share : null }] as const]
        : [];
    }),
  );
