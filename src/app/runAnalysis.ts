import { ANALYSES } from '../engine/analyses';
import { describeScenarios } from '../engine/analyses/scenarios/report';
import { SCENARIOS, withScenario } from '../engine/analyses/scenarios/table';
import { checkValues } from '../engine/core/assumptionValues';
import { step, type Progress } from '../engine/core/circumstances';
import { isoOf } from '../engine/core/day';
import type { Issue } from '../engine/core/issue';
import { isBlocked } from '../engine/core/outcome';
import type { Stamp } from '../engine/core/stamp';
import type { Dataset, InputSummary } from '../engine/dataset/dataset';
import { readDataset } from '../engine/dataset/read';
import { recognise, type RecognisedTable } from '../engine/dataset/recognise';
import { composeReport } from '../engine/report/compose';
import { layout, usualSheetName } from '../engine/report/layout';
import { editedTables, rowsOf, type EditedRow } from '../engine/report/editableTable';
import { savedStages } from '../engine/report/savedInputs';
import type { Placement } from '../engine/report/placement';
import type { Report } from '../engine/report/report';
import { ASSUMPTIONS, eachOnce, EDITABLE, JUDGEMENTS } from './declared';
import { inputHash } from './inputHash';
import type { RecogniseSheets, RunAnalysis } from './run';
import { NOTHING_RAN, runAnalyses } from './runAnalyses';
import { VERSION } from './version';
import { wordedIssue } from './wordedIssue';

/**
 * The whole journey, for the pane's worker and the command line alike:
 *
 *     RawSheet[] ─ recognise ─ readDataset ─ analysis.run ─ describe ─ composeReport ─ layout ─▶ Placement[]
 *                      └────────────┴─────────────┴── Issue[] ──────────────┘
 *
 * Nothing here decides anything about sheets or numbers; every step is a function of the engine.
 */
export const runAnalysis: RunAnalysis = (sheets, request, { progress, signal }) => {
  const issues: Issue[] = [];
  const keep = <T>(outcome: { readonly value: T; readonly issues: readonly Issue[] }): T => {
    for (const issue of outcome.issues) issues.push(issue);
    return outcome.value;
  };
  const part =
    (from: number, to: number): Progress =>
    (share, what) =>
      progress(from + share * (to - from), what);

  step({ progress, signal }, 0, 'Looking for tables');
  const hash = inputHash(sheets);
  const recognition = keep(recognise(sheets, request.mapping));
  const values = keep(checkValues(ASSUMPTIONS, { ...request.saved?.values, ...request.values }));
  const reading =
    recognition &&
    keep(
      readDataset(sheets, recognition, {
        asOf: request.asOf,
        today: request.today,
        stages: request.mapping?.stages ?? savedStages(request.saved),
        progress: part(0.1, 0.7),
        signal,
      }),
    );
  const stamp: Stamp = {
    version: VERSION,
    asOf: reading?.asOf ?? request.asOf ?? request.today,
    seed: request.seed,
    inputHash: hash,
  };

  const edited: Record<string, readonly EditedRow[]> = {
    ...editedTables(EDITABLE, request.saved?.tables ?? {}),
    ...request.tables,
  };
  const given = request.scenarios ?? [];
  if (given.length > 0)
    edited[SCENARIOS.id] = given.reduce(
      (rows, scenario) => withScenario(rows, scenario, ASSUMPTIONS),
      rowsOf(SCENARIOS, edited),
    );
  const ran =
    reading && !isBlocked(issues)
      ? runAnalyses(
          { ...reading, values, tables: edited },
          { seed: request.seed, only: request.only, known: issues, stamp },
          { progress, signal },
        )
      : NOTHING_RAN;
  keep({ value: ran, issues: ran.issues });
  const { findings, scenarios, described } = ran;

  step({ progress, signal }, 0.9, 'Laying out the sheets');
  const dataset: Dataset | undefined = reading?.dataset;
  const stages = dataset?.stages ?? [];
  const inputs = [
    ...(dataset?.inputs ?? []),
    ...(recognition ?? []).filter((table) => !dataset || !table.used).map(unread),
  ];
  const report = composeReport({
    descriptions: [
      ...described.map(({ description }) => description),
      ...(scenarios ? [describeScenarios(scenarios)] : []),
    ],
    inputs,
    issues,
    judgements: JUDGEMENTS,
    values,
    stages,
    editable: eachOnce([
      ...ANALYSES.filter(({ id }) => id in findings).flatMap((analysis) => analysis.editableTables ?? []),
      ...(scenarios ? [SCENARIOS] : []),
    ]),
    edited,
    stamp,
    ...(request.workbook !== undefined && { workbook: request.workbook }),
  });
  const placements = placementsOf(report, stamp, request.sheetNames);
  progress(1, 'Done');
  return {
    blocked: isBlocked(issues),
    findings: {
      leadline: { ...stamp, asOf: isoOf(stamp.asOf) },
      inputs: inputs.map(({ mapping, ...input }) => {
        const { columns, stageDates, activityCounts, measures, dateOrders } = mapping;
        return { ...input, mapping: { columns, stageDates, activityCounts, measures, dateOrders } };
      }),
      stages,
      issues: issues.map(wordedIssue),
      analyses: { ...findings, ...(scenarios && { scenarios }) },
    },
    issues,
    stages,
    values,
    tables: Object.fromEntries(EDITABLE.map((table) => [table.id, rowsOf(table, edited)])),
    limits: Object.fromEntries(described.map(({ id, description }) => [id, description.limits])),
    report,
    stamp,
    placements,
    ask: ran.ask,
  };
};

/** A report laid out for a workbook, whose sheets may have to bear other names than usual. */
export const placementsOf = (
  report: Report,
  stamp: Stamp,
  sheetNames: Readonly<Record<string, string>> = {},
): readonly Placement[] =>
  layout(report, { sheetName: (id, title) => sheetNames[id] ?? usualSheetName(id, title), stamp });

/** A table that was seen and not read: for want of a role, or because the run was blocked before. */
const unread = ({ mapping, used, confidence, why }: RecognisedTable): InputSummary => ({
  source: mapping.source,
  sheet: mapping.sheet,
  role: used ? mapping.role : 'ignored',
  headerRow: mapping.headerRow,
  rows: 0,
  used: 0,
  excluded: 0,
  confidence,
  mapping,
  why,
});

export const recogniseSheets: RecogniseSheets = recognise;
