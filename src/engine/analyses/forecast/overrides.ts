import { dayOfIso, isoOf, type Day } from '../../core/day';
import { issue, type Issue } from '../../core/issue';
import type { KeyColumn } from '../../dataset/dataset';
import type { EditableTable, EditedRow, EditedTables } from '../../report/editableTable';
import { cellText, rowsOf } from '../../report/editableTable';

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

/** By deal id, folded as `sameDeal` does. */
export type Overrides = ReadonlyMap<string, Override>;

export const sameDeal = (id: string): string => id.trim().toLowerCase();

const dayIn = (cell: EditedRow[string] | undefined): Day | undefined =>
  typeof cell === 'number' && Number.isFinite(cell)
    ? (Math.floor(cell) as Day) // A date cell holds a serial, and whole serials are days.
    : typeof cell === 'string'
      ? dayOfIso(cell.trim())
      : undefined;

const categoryIn = (cell: EditedRow[string] | undefined): Category | undefined => {
  const text = String(cell ?? '')
    .trim()
    .toLowerCase();
  const found = Object.entries(CATEGORIES).find(([, label]) => label.toLowerCase() === text);
  // Keys of the record above.
  return found?.[0] as Category | undefined;
};

/**
 * Reads the rows; what cannot be meant is left out and said: a probability above 100%, a close date in the past, a deal
 * that is not open.
 */
export function readOverrides(
  tables: EditedTables,
  asOf: Day,
  isOpen: (id: string) => boolean,
): { readonly overrides: Overrides; readonly issues: readonly Issue[] } {
  const overrides = new Map<string, Override>();
  const issues: Issue[] = [];
  for (const row of rowsOf(DEAL_OVERRIDES, tables)) {
    const deal = cellText(row, 'deal');
    if (deal === '') continue;
    if (!isOpen(sameDeal(deal))) {
      issues.push(issue('overrideNotOpen', 'warning', { id: deal }));
      continue;
    }
    const said = cellText(row, 'include').toLowerCase();
    const { probability, amount } = row;
    const chance = typeof probability === 'number' ? probability : undefined;
    const isChance = chance !== undefined && chance >= 0 && chance <= 1;
    if (chance !== undefined && !isChance)
      issues.push(issue('overrideProbability', 'warning', { id: deal, probability: chance }));
    const close = dayIn(row['close']);
    if (close !== undefined && close <= asOf)
      issues.push(
        issue('overrideInPast', 'warning', { id: deal, closeDate: isoOf(close), asOf: isoOf(asOf) }),
      );
    const category = categoryIn(row['category']);
    overrides.set(sameDeal(deal), {
      ...((said === 'no' || said === 'false') && { include: false }),
      ...(isChance && { probability: chance }),
      ...(typeof amount === 'number' && amount >= 0 && { amount }),
      ...(close !== undefined && close > asOf && { close }),
      ...(category && { category }),
    });
  }
  return { overrides, issues };
}

/** Finds deals by id, whatever the case and the blanks around it. */
export function dealFinder(ids: KeyColumn, rows: Int32Array): (id: string) => number {
  const at = new Map<string, number>();
  rows.forEach((row, i) => at.set(sameDeal(ids.text(row)), i));
  return (id) => at.get(sameDeal(id)) ?? -1;
}
