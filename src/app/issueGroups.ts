import type { IssueCode, Severity } from '../engine/core/issue';
import { issueTitle } from '../engine/report/wording';
import type { WordedIssue } from './run';

/** Issues of one code, as the pane lists them: how many, and the first few with their places. */
export interface IssueGroup {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly count: number;
  readonly examples: readonly WordedIssue[];
}

const EXAMPLES = 50;
const ORDER: readonly Severity[] = ['blocking', 'warning', 'note'];

/** Blocking first, then warnings, then notes; within a severity in order of first appearance. */
export function groupIssues(issues: readonly WordedIssue[]): readonly IssueGroup[] {
  const groups = new Map<string, { count: number; examples: WordedIssue[]; first: WordedIssue }>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { count: 1, examples: [issue], first: issue });
    else {
      group.count++;
      if (group.examples.length < EXAMPLES) group.examples.push(issue);
    }
  }
  return [...groups.values()]
    .map(({ count, examples, first }) => ({
      code: first.code,
      // A worded issue keeps its code as plain text, for JSON; it was an issue's code.
      title: issueTitle(first.code as IssueCode),
      severity: first.severity,
      count,
      examples,
    }))
    .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}
