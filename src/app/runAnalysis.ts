import { ANALYSES } from '../engine/analyses';
import type { Assumption } from '../engine/core/assumption';
import { checkValues } from '../engine/core/assumptionValues';
import { step, type Circumstances, type Progress } from '../engine/core/circumstances';
import { isoOf } from '../engine/core/day';
import type { Issue } from '../engine/core/issue';
import { isBlocked } from '../engine/core/outcome';
import { randomFrom } from '../engine/core/random';
import type { Stamp } from '../engine/core/stamp';
import type { Dataset, InputSummary } from '../engine/dataset/dataset';
import { readDataset } from '../engine/dataset/read';
import { recognise, type RecognisedTable } from '../engine/dataset/recognise';
import { composeReport } from '../engine/report/compose';
import { layout, usualSheetName } from '../engine/report/layout';
import type { Placement } from '../engine/report/placement';
import type { Description, Report } from '../engine/report/report';
import { inputHash } from './inputHash';
import type { FindingsFile, RecogniseSheets, RunAnalysis } from './run';
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
        stages: request.mapping?.stages ?? request.saved?.stages,
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

  const descriptions: Description[] = [];
  const findings: { -readonly [K in keyof FindingsFile['analyses']]: FindingsFile['analyses'][K] } = {};
  if (reading && !isBlocked(issues)) {
    const circumstances: Circumstances = {
      asOf: reading.asOf,
      random: randomFrom(request.seed),
      progress: part(0.7, 0.9),
      signal,
    };
    for (const analysis of ANALYSES) {
      if (request.only && !request.only.includes(analysis.id)) continue;
      step({ progress, signal }, 0.7, analysis.title);
      const finding = keep(analysis.run(reading.dataset, values, circumstances));
      if (finding === undefined) continue;
      findings[analysis.id] = finding;
      descriptions.push(analysis.describe(finding, values, stamp));
    }
  }

  step({ progress, signal }, 0.9, 'Laying out the sheets');
  const dataset: Dataset | undefined = reading?.dataset;
  const stages = dataset?.stages ?? [];
  const inputs = [
    ...(dataset?.inputs ?? []),
    ...(recognition ?? []).filter((table) => !dataset || !table.used).map(unread),
  ];
  const report = composeReport({
    descriptions,
    inputs,
    issues,
    assumptions: ASSUMPTIONS,
    values,
    stages,
    stamp,
    ...(request.workbook !== undefined && { workbook: request.workbook }),
  });
  const placements = placementsOf(report, stamp, request.sheetNames);
  progress(1, 'Done');
  return {
    blocked: isBlocked(issues),
    findings: {
      leadline: { ...stamp, asOf: isoOf(stamp.asOf) },
      inputs: inputs.map(({ mapping: { columns, stageDates, activityCounts, dateOrders }, ...input }) => ({
        ...input,
        mapping: { columns, stageDates, activityCounts, dateOrders },
      })),
      stages,
      issues: issues.map(wordedIssue),
      analyses: findings,
    },
    issues,
    stages,
    values,
    report,
    stamp,
    placements,
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

/** Every analysis' assumptions, each once. */
export const ASSUMPTIONS: readonly Assumption[] = [
  ...new Map(ANALYSES.flatMap((analysis) => analysis.assumptions).map((a) => [a.id, a])).values(),
];
