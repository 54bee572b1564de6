import type { Findings } from '../engine/analyses/findings';
import type { ScenariosFinding } from '../engine/analyses/scenarios/finding';
import type { AssumptionValues } from '../engine/core/assumption';
import type { Issue } from '../engine/core/issue';
import type { StageMap } from '../engine/dataset/mapping';
import type { EditedTables } from '../engine/report/editableTable';
import type { Report } from '../engine/report/report';
import { issueTitle, wordIssue } from '../engine/report/wording';
import { groupIssues, type IssueGroup } from './issueGroups';
import type { Question } from './protocol';
import type { FindingsFile, RunResult } from './run';

/** A sheet that writing would make, told before it is made. */
export interface SheetPreview {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly { readonly id: string; readonly rows: number }[];
  readonly charts: readonly string[];
  readonly inputCells: number;
}

/** What the pane shows of a run: the result without the long lists, which stay in the worker until they are written. */
export interface RunView {
  readonly blocked: boolean;
  readonly leadline: FindingsFile['leadline'];
  readonly inputs: FindingsFile['inputs'];
  readonly questions: readonly Question[];
  readonly issues: readonly IssueGroup[];
  readonly analyses: Partial<Findings>;
  /** Across the analyses; absent where nothing can be compared. */
  readonly scenarios?: ScenariosFinding;
  /** What the data cannot tell, in sentences, by analysis. */
  readonly limits: RunResult['limits'];
  readonly stages: StageMap;
  /** Every assumption's value in force. */
  readonly values: AssumptionValues;
  /** The rows in force of every editable table. */
  readonly tables: EditedTables;
  readonly sheets: readonly SheetPreview[];
}

export function viewOf(result: RunResult): RunView {
  const { findings } = result;
  return {
    blocked: result.blocked,
    leadline: findings.leadline,
    inputs: findings.inputs,
    questions: questionsOf(result.issues),
    issues: groupIssues(findings.issues),
    analyses: findings.analyses,
    ...(findings.analyses.scenarios && { scenarios: findings.analyses.scenarios }),
    limits: result.limits,
    stages: result.stages,
    values: result.values,
    tables: result.tables,
    sheets: previewOf(result.report),
  };
}

/** The blocking issues: until they are answered there is no result. */
export const questionsOf = (issues: readonly Issue[]): readonly Question[] =>
  issues
    .filter((i) => i.severity === 'blocking')
    .map((issue) => ({ issue, title: issueTitle(issue.code), message: wordIssue(issue) }));

const previewOf = (report: Report): readonly SheetPreview[] =>
  report.sheets.map(({ id, title, blocks }) => ({
    id,
    title,
    tables: blocks.flatMap((b) =>
      b.block === 'table' || b.block === 'inputTable' ? [{ id: b.id, rows: b.rows.length }] : [],
    ),
    charts: blocks.flatMap((b) => (b.block === 'chart' ? [b.title] : [])),
    inputCells: blocks.reduce((n, b) => (b.block === 'inputs' ? n + b.cells.length : n), 0),
  }));
