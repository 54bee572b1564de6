import { asDay, dayOfIso, isoOf } from '../../../core/day';
import type { Issue, IssueCode, IssueFacts } from '../../../core/issue';
import { issue } from '../../../core/issue';
import type { PlanCell, PlanRow } from '../../../dataset/dataset';
import { numberOfCell } from '../../../dataset/values/amounts';
import { labelOf } from '../../../dataset/values/text';
import { idOf, type Words } from './words';

/** Reads the cells of one row of a plan table, taking down what cannot be read. */
export interface RowReader {
  readonly row: PlanRow;
  readonly text: (column: string) => string | undefined;
  readonly number: (column: string) => number | undefined;
  readonly choice: <T extends string>(column: string, words: Words<T>) => T | undefined;
  readonly day: (column: string) => string | undefined;
  readonly cell: (column: string) => PlanCell;
  readonly report: <C extends IssueCode>(code: C, facts: IssueFacts[C], column?: string) => void;
}

/** `headerOf` gives what a column is called on the sheet. */
export function readerOf(row: PlanRow, headerOf: (column: string) => string, issues: Issue[]): RowReader {
  const cell = (column: string): PlanCell => row.cells[column] ?? null;
  const text = (column: string): string | undefined => labelOf(cell(column)) || undefined;
  const report: RowReader['report'] = (code, facts, column) => {
    issues.push(issue(code, 'blocking', facts, row.place?.(column)));
  };
  const unreadable = (
    column: string,
    wanted: 'number' | 'date' | 'choice',
    choices: readonly string[] = [],
  ) =>
    report(
      'planCellUnreadable',
      {
        table: row.table,
        row: row.number,
        column: headerOf(column),
        value: labelOf(cell(column)),
        wanted,
        choices,
      },
      column,
    );
  return {
    row,
    text,
    cell,
    report,
    number: (column) => {
      const value = numberOfCell(cell(column), '.');
      if (value === 'unreadable') unreadable(column, 'number');
      return typeof value === 'number' ? value : undefined;
    },
    choice: (column, words) => {
      const said = text(column);
      if (said === undefined) return undefined;
      const id = idOf(words, said);
      if (id === undefined) unreadable(column, 'choice', Object.values(words));
      return id;
    },
    day: (column) => {
      const said = cell(column);
      if (typeof said === 'number') return isoOf(asDay(said));
      const written = text(column);
      if (written === undefined) return undefined;
      if (dayOfIso(written) === undefined) unreadable(column, 'date');
      return written;
    },
  };
}
