import type { Issue, IssueCode, IssueFacts, Severity } from '../../core/issue';
import { issue } from '../../core/issue';
import type { Stack } from '../stack';
import { placesOf } from '../stack';

/** What a check has to say about a row: an issue that does not know its place yet. */
export interface Remark {
  /** Row of the stack. */
  readonly row: number;
  /** The field whose column to point at; or the header, for wide columns. */
  readonly field?: string;
  readonly header?: string;
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly facts: IssueFacts[IssueCode];
  /** True when the row cannot be used. */
  readonly excludes: boolean;
}

/** A check looks at rows and returns remarks; it changes nothing. */
export type Check<Rows> = (rows: Rows) => readonly Remark[];

/** A doubt about a row that stays in use. */
export const doubt = <C extends IssueCode>(
  row: number,
  code: C,
  facts: IssueFacts[C],
  field?: string,
  severity: Severity = 'warning',
): Remark => ({ row, code, severity, facts, excludes: false, ...(field !== undefined && { field }) });

/** A row that has to be left out. */
export const unusable = <C extends IssueCode>(
  row: number,
  code: C,
  facts: IssueFacts[C],
  field?: string,
  severity: Severity = 'warning',
): Remark => ({ row, code, severity, facts, excludes: true, ...(field !== undefined && { field }) });

/**
 * Runs checks in the order given. A row is excluded by the first check that finds it unusable and is then heard of no
 * more, so that the excluding issues of a table are exactly its excluded rows.
 */
export function review<Rows>(
  stack: Stack,
  rows: Rows,
  checks: readonly Check<Rows>[],
  excluded: Uint8Array,
): Issue[] {
  const issues: Issue[] = [];
  const placeOf = placesOf(stack);
  for (const check of checks)
    for (const { row, field, header, code, severity, facts, excludes } of check(rows)) {
      if (excluded[row]) continue;
      if (excludes) excluded[row] = 1;
      // `doubt` and `unusable` have checked that the facts are those of the code.
      issues.push(issue(code, severity, facts as never, placeOf(row, field, header), excludes || undefined));
    }
  return issues;
}
