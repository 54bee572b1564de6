import type { Issue } from '../engine/core/issue';
import { wordIssue } from '../engine/report/wording';
import type { WordedIssue } from './run';

/** An issue with its sentence and its place, for the findings file and the pane. */
export const wordedIssue = (issue: Issue): WordedIssue => ({
  code: issue.code,
  severity: issue.severity,
  source: issue.place?.source ?? null,
  sheet: issue.place?.sheet ?? null,
  row: issue.place?.row ?? null,
  column: issue.place?.column ?? null,
  message: wordIssue(issue),
  excluded: issue.excludes === true,
});
