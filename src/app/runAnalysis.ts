import { ANALYSES } from '../engine/analyses';
import type { Analysis, AnalysisId, Findings } from '../engine/analyses/analysis';
import type { AskedId } from '../engine/analyses/questions';
import { compareScenarios, figuresUnder, type Compared } from '../engine/analyses/scenarios/compare';
import type { ScenariosFinding } from '../engine/analyses/scenarios/finding';
import { describeScenarios } from '../engine/analyses/scenarios/report';
import { readScenarios, SCENARIOS, withScenario } from '../engine/analyses/scenarios/table';
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
import type { JudgementsOf } from '../engine/report/inputsSheet';
import { layout, usualSheetName } from '../engine/report/layout';
import { editedTables, rowsOf, type EditableTable, type EditedRow } from '../engine/report/editableTable';
import { savedStages } from '../engine/report/savedInputs';
import type { Placement } from '../engine/report/placement';
import type { Description, Report } from '../engine/report/report';
import { inputHash } from './inputHash';
import type { RecogniseSheets, RunAnalysis } from './run';
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
  const findings: { -readonly [Id in AnalysisId]?: Findings[Id] } = {};
  const answerers = new Map<AnalysisId | AskedId, () => (question: unknown) => unknown>();
  let scenarios: ScenariosFinding | undefined;
  const described: { readonly id: AnalysisId; readonly description: Description }[] = [];
  if (reading && !isBlocked(issues)) {
    const comparable: Compared[] = [];
    const wanted = ANALYSES.filter(({ id }) => !request.only || request.only.includes(id));
    const silent: { readonly needs: Analysis['needs']; readonly found: readonly Issue[] }[] = [];
    const runOne = <Id extends AnalysisId>(analysis: Analysis<Id>, circumstances: Circumstances): void => {
      const { value, issues: found } = analysis.run(reading.dataset, values, circumstances, edited);
      const { answers, answersUnfound, compare } = analysis;
      const work = { dataset: reading.dataset, values, tables: edited, circumstances };
      const answerer = (make: () => unknown): void => {
        // A question is checked against its analysis where it is put (`workerClient.ts`).
        answerers.set(
          analysis.id,
          once(() => make() as (question: unknown) => unknown),
        );
      };
      if (value === undefined) {
        silent.push({ needs: analysis.needs, found });
        if (answersUnfound) answerer(() => answersUnfound(work));
        return;
      }
      keep({ value, issues: found });
      findings[analysis.id] = value;
      described.push({ id: analysis.id, description: analysis.describe(value, values, stamp, edited) });
      if (compare) comparable.push({ ...analysis, comparer: compare(work, value) });
      if (answers) answerer(() => answers(work, value));
    };
    wanted.forEach((analysis, i) => {
      const share = (done: number): number => 0.7 + (0.15 * done) / wanted.length;
      step({ progress, signal }, share(i), analysis.title);
      // A union of analyses is not seen to take each its own finding; each does.
      runOne(analysis as Analysis, {
        asOf: reading.asOf,
        random: randomFrom(request.seed).stream(analysis.id),
        progress: part(share(i), share(i + 1)),
        signal,
      });
    });
    // What one analysis cannot do without does not stop the others.
    const blocking = described.length === 0 || request.only !== undefined;
    const isRead = (needs: Analysis['needs']): boolean =>
      needs.slice(0, 1).some((role) => reading.dataset.inputs.some((input) => input.role === role));
    for (const { needs, found } of silent)
      for (const issue of found) {
        if (blocking || issue.severity !== 'blocking') issues.push(issue);
        // Nobody who gives a sheet of results wonders where the funnel is.
        else if (isRead(needs)) issues.push({ ...issue, severity: 'note' });
      }
    const asked = figuresUnder(comparable, { values, tables: edited });
    // Likewise.
    answerers.set('scenarios', () => asked as (question: unknown) => unknown);
    const named = readScenarios(rowsOf(SCENARIOS, edited), ASSUMPTIONS);
    if (comparable.length > 0 && named.length > 0)
      scenarios = keep(
        compareScenarios(
          named,
          comparable,
          { values, tables: edited },
          {
            assumptions: ASSUMPTIONS,
            known: issues,
            step: (share, what) => step({ progress, signal }, 0.85 + 0.05 * share, what),
          },
        ),
      );
  }

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
    ask: (analysis, question) => answerers.get(analysis)?.()(question),
  };
};

/** Makes a thing when it is first wanted. */
function once<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined;
  return () => (made ??= { thing: make() }).thing;
}

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

/** What several analyses declare, once. */
const eachOnce = <T extends { readonly id: string }>(declared: readonly T[]): readonly T[] => [
  ...new Map(declared.map((one) => [one.id, one])).values(),
];

/** Every analysis' editable tables, and the scenarios'. */
const EDITABLE: readonly EditableTable[] = eachOnce([
  ...ANALYSES.flatMap((analysis) => analysis.editableTables ?? []),
  SCENARIOS,
]);

/** Every analysis' assumptions. */
export const ASSUMPTIONS: readonly Assumption[] = eachOnce(
  ANALYSES.flatMap((analysis): readonly Assumption[] => analysis.assumptions),
);

/** The same by the first analysis that has them, as they stand on the Inputs sheet. */
const JUDGEMENTS: readonly JudgementsOf[] = ANALYSES.map(({ title, assumptions }, i) => ({
  title,
  assumptions: assumptions.filter(
    ({ id }) => !ANALYSES.slice(0, i).some((before) => before.assumptions.some((other) => other.id === id)),
  ),
}));
