import type { AnalysisId, Findings } from '../engine/analyses/findings';
import type { AskedId } from '../engine/analyses/questions';
import type { ScenariosFinding } from '../engine/analyses/scenarios/finding';
import type { AssumptionValues } from '../engine/core/assumption';
import type { UncheckedValue } from '../engine/core/assumptionValues';
import type { CancelSignal, Progress } from '../engine/core/circumstances';
import type { Day } from '../engine/core/day';
import type { Issue, Severity } from '../engine/core/issue';
import type { Scenario } from '../engine/core/scenario';
import type { Outcome } from '../engine/core/outcome';
import type { Stamp } from '../engine/core/stamp';
import type { Mapping, StageMap, TableMapping } from '../engine/dataset/mapping';
import type { RawSheet } from '../engine/dataset/rawTable';
import type { RoleId } from '../engine/dataset/roles';
import type { Recognition } from '../engine/dataset/recognise';
import type { EditedTables } from '../engine/report/editableTable';
import type { Placement } from '../engine/report/placement';
import type { Report } from '../engine/report/report';
import type { SavedInputs } from '../engine/report/savedInputs';

/** What a person asked for. Plain data: it may be posted to the worker. */
export interface RunRequest {
  /** Given, or inferred from the data and said so by the issue `asOfInferred`. */
  readonly asOf?: Day;
  /** The edge's clock. */
  readonly today: Day;
  readonly seed: number;
  readonly only?: readonly AnalysisId[];
  readonly mapping?: Mapping;
  /** Read back from the workbook; `values` and `tables` win over it. */
  readonly saved?: SavedInputs;
  readonly values?: Readonly<Record<string, UncheckedValue>>;
  readonly tables?: EditedTables;
  /** Beside those of the workbook's table; one of the same name takes the place. */
  readonly scenarios?: readonly Scenario[];
  /** The input's source into whose workbook the results go; issues in it then link to their cells. */
  readonly workbook?: string;
  /** Report sheet id → the sheet name that the host will use, where it is not "Leadline <title>". */
  readonly sheetNames?: Readonly<Record<string, string>>;
}

/** An issue in words, as the findings file and the pane show it. */
export interface WordedIssue {
  readonly code: string;
  readonly severity: Severity;
  readonly source: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
  /** True when its row was left out: these add up to the inputs' `excluded`. */
  readonly excluded: boolean;
}

/** What the analyses found, and scenarios across them. */
export type AnalysesFound = Partial<Findings> & { readonly scenarios?: ScenariosFinding };

/** The findings file, documented in docs/json.md. */
export interface FindingsFile {
  readonly leadline: {
    readonly version: string;
    readonly asOf: string;
    readonly seed: number;
    readonly inputHash: string;
  };
  readonly inputs: readonly {
    readonly source: string;
    readonly sheet: string;
    readonly role: RoleId | 'ignored';
    readonly headerRow: number;
    readonly rows: number;
    readonly used: number;
    readonly excluded: number;
    readonly confidence: number;
    readonly why: string;
    readonly mapping: Omit<TableMapping, 'source' | 'sheet' | 'headerRow' | 'role'>;
  }[];
  readonly stages: StageMap;
  readonly issues: readonly WordedIssue[];
  readonly analyses: AnalysesFound;
}

export interface RunResult {
  readonly blocked: boolean;
  readonly findings: FindingsFile;
  readonly issues: readonly Issue[];
  readonly stages: StageMap;
  /** Values in force, every assumption included. */
  readonly values: AssumptionValues;
  /** The rows in force of every editable table. */
  readonly tables: EditedTables;
  /** What these data cannot tell, in sentences, by analysis. */
  readonly limits: Partial<Readonly<Record<AnalysisId, readonly string[]>>>;
  /** Data quality only, when blocked. */
  readonly report: Report;
  readonly stamp: Stamp;
  readonly placements: readonly Placement[];
  readonly ask: Ask;
}

/** Puts a question to an analysis of a run; undefined where that analysis has nothing to answer from. */
export type Ask = (analysis: AskedId, question: unknown) => unknown;

export interface RunHooks {
  readonly progress: Progress;
  readonly signal: CancelSignal;
}

export type RunAnalysis = (sheets: readonly RawSheet[], request: RunRequest, hooks: RunHooks) => RunResult;
export type RecogniseSheets = (
  sheets: readonly RawSheet[],
  mapping: Mapping | undefined,
) => Outcome<Recognition>;
