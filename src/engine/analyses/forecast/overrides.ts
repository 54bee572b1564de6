import { asDay, isoOf, type Day } from '../../core/day';
import { issue, type Issue } from '../../core/issue';
import type { KeyColumn } from '../../dataset/dataset';
import { sameName } from '../../dataset/values/sameName';
import type { EditableTable, EditedTables } from '../../report/editableTable';
import { cellText, rowsOf } from '../../report/editableTable';
import { readCells } from '../../report/tableCells';

export const CATEGORIES = {
  commit: 'Commit',
  bestCase: 'Best case',
  pipeline: 'Pipeline',
  omitted: 'Omitted',
} as const;
export type Category = keyof typeof CATEGORIES;

/** What a manager knows better of single deals. */
export const DEAL_OVERRIDES: EditableTable = {
  id: 'dealOverrides',
  title: 'What you know better of single deals',
  help: 'Leave blank what is to stay as computed. A deal with “Count it” No is left out; a probability holds until the end of the forecast; a close date says in which month the deal is won, if it is. Both your word and the computed value are shown.',
  columns: [
    { id: 'deal', header: 'Opportunity ID', format: 'text', width: 25 },
    { id: 'include', header: 'Count it', format: 'text' },
    { id: 'probability', header: 'Probability', format: 'percent' },
    { id: 'amount', header: 'Amount', format: 'money' },
    { id: 'close', header: 'Close date', format: 'date' },
    { id: 'category', header: 'Category', format: 'text' },
  ],
  choices: { include: ['Yes', 'No'], category: Object.values(CATEGORIES) },
  ranges: { probability: { min: 0, max: 1 }, amount: { min: 0 } },
  caseCounts: true,
  initial: [],
};

/** What was said of one deal; absent: as computed. */
export interface Override {
  readonly include?: boolean;
  readonly probability?: number;
  /** Cents. */
  readonly amount?: number;
  readonly close?: Day;
  readonly category?: Category;
}

/** By deal id as the data spell it. */
export type Overrides = ReadonlyMap<string, Override>;

/** For finding: case and blanks do not matter. */
export const sameDeal = (id: string): string => id.trim().toLowerCase();

const categoryIn = (text: string): Category | undefined => {
  const found = Object.entries(CATEGORIES).find(([, label]) => sameName(label) === sameName(text));
  // Keys of the record above.
  return found?.[0] as Category | undefined;
};

/**
 * Reads the rows; what cannot be meant is left out and said: a cell that its column does not hold, a close date in the
 * past, a deal that is not open, a second row for a deal.
 *
 * @param idOf the id as the data spell it; undefined: no open deal
 */
export function readOverrides(
  tables: EditedTables,
  asOf: Day,
  idOf: (id: string) => string | undefined,
): { readonly overrides: Overrides; readonly issues: readonly Issue[] } {
  const overrides = new Map<string, Override>();
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const row of rowsOf(DEAL_OVERRIDES, tables)) {
    const given = cellText(row, 'deal');
    if (given === '') continue;
    const id = idOf(given);
    if (id === undefined) {
      issues.push(issue('overrideNotOpen', 'warning', { id: given }));
      continue;
    }
    if (seen.has(id)) {
      issues.push(issue('tableRowTwice', 'warning', { table: DEAL_OVERRIDES.title!, name: id }));
      continue;
    }
    seen.add(id);
    const { cells, wrong } = readCells(DEAL_OVERRIDES, row);
    for (const { column, value, allowed } of wrong)
      issues.push(issue('overrideValue', 'warning', { id, column: column.header, value, allowed }));
    const { include, probability, amount } = cells;
    // Whole serials are days; a date cell may hold an hour, too.
    const close = typeof cells['close'] === 'number' ? asDay(Math.floor(cells['close'])) : undefined;
    if (close !== undefined && close <= asOf)
      issues.push(issue('overrideInPast', 'warning', { id, closeDate: isoOf(close), asOf: isoOf(asOf) }));
    const category = categoryIn(cellText(cells, 'category'));
    const said: Override = {
      ...(typeof include === 'string' && sameName(include) === 'no' && { include: false }),
      ...(typeof probability === 'number' && { probability }),
      ...(typeof amount === 'number' && { amount }),
      ...(close !== undefined && close > asOf && { close }),
      ...(category && { category }),
    };
    if (Object.keys(said).length > 0) overrides.set(id, said);
  }
  return { overrides, issues };
}

/**
 * Finds an id as it is spelled among some: itself, else the one that differs in case and blanks alone. IDs that differ in
 * nothing else (as 15 characters of Salesforce may) are two deals, and then only the very id finds one.
 */
export function idFinder(ids: () => Iterable<string>): (id: string) => string | undefined {
  let found:
    { readonly exact: Map<string, string>; readonly folded: Map<string, string | undefined> } | undefined;
  // Nobody may ask, and there may be very many.
  const known = () => {
    if (found) return found;
    const exact = new Map<string, string>();
    const folded = new Map<string, string | undefined>();
    for (const id of ids()) {
      exact.set(id.trim(), id);
      folded.set(sameDeal(id), folded.has(sameDeal(id)) ? undefined : id);
    }
    return (found = { exact, folded });
  };
  return (id) => known().exact.get(id.trim()) ?? known().folded.get(sameDeal(id));
}

/** Finds open deals by id. */
export const dealFinder = (ids: KeyColumn, rows: Int32Array): ((id: string) => string | undefined) =>
  idFinder(() => Array.from(rows, (row) => ids.text(row)));
