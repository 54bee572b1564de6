import { funnel } from '../../src/engine/analyses/funnel';
import type { FunnelFinding } from '../../src/engine/analyses/funnel/finding';
import { describeFunnel } from '../../src/engine/analyses/funnel/report';
import { initialValues } from '../../src/engine/core/assumptionValues';
import { dayOf } from '../../src/engine/core/day';
import { issue, type Issue } from '../../src/engine/core/issue';
import type { Stamp } from '../../src/engine/core/stamp';
import type { InputSummary } from '../../src/engine/dataset/dataset';
import type { StageMap } from '../../src/engine/dataset/mapping';
import { composeReport, type RunParts } from '../../src/engine/report/compose';
import { layout, usualSheetName } from '../../src/engine/report/layout';
import type { Placement } from '../../src/engine/report/placement';
import type { Report } from '../../src/engine/report/report';

export const STAMP: Stamp = {
  version: '0.1.0',
  asOf: dayOf(2024, 3, 31),
  seed: 1,
  inputHash: '9f2c41d07a5e8b36',
};

const input = (
  sheet: string,
  role: InputSummary['role'],
  rows: number,
  excluded: number,
  why: string,
): InputSummary => ({
  source: 'pipeline.xlsx',
  sheet,
  role,
  headerRow: 1,
  rows,
  used: rows - excluded,
  excluded,
  confidence: 0.97,
  mapping: {
    source: 'pipeline.xlsx',
    sheet,
    headerRow: 1,
    role,
    columns: {},
    stageDates: [],
    activityCounts: [],
    measures: [],
    dateOrders: {},
  },
  why,
});

export const INPUTS: readonly InputSummary[] = [
  input(
    'Opportunities',
    'opportunities',
    1646,
    6,
    'headers Opportunity ID, Stage, Amount, Close Date, Created Date',
  ),
  input('Stage history', 'stageHistory', 5310, 12, 'headers Opportunity ID, From Stage, To Stage'),
  input('Notes', 'ignored', 0, 0, 'like no role'),
];

const place = (row: number, column: string) => ({
  source: 'pipeline.xlsx',
  sheet: 'Opportunities',
  row,
  column,
});
export const ISSUES: readonly Issue[] = [
  issue('asOfInferred', 'note', { asOf: '2024-03-31', today: '2024-11-23' }),
  issue('duplicateId', 'warning', { id: '=006A', firstRow: 12 }, place(17, 'A'), true),
  issue('unparsableDate', 'warning', { field: 'Created date', value: '31.13.2023' }, place(21, 'F'), true),
  issue('unparsableDate', 'warning', { field: 'Created date', value: 'soon' }, place(22, 'F'), true),
  issue(
    'closedBeforeCreated',
    'warning',
    { id: '006B', created: '2023-05-02', closed: '2023-04-01' },
    place(22, 'F'),
  ),
];

export const STAGES: StageMap = [
  { name: 'Prospecting', kind: 'open' },
  { name: '=Negotiation', kind: 'open' },
  { name: 'Closed Won', kind: 'won' },
  { name: 'Closed Lost', kind: 'lost' },
];

export function reportOf(finding: FunnelFinding, changes: Partial<RunParts> = {}): Report {
  const values = changes.values ?? initialValues(funnel.assumptions);
  return composeReport({
    descriptions: [describeFunnel(finding, values, STAMP)],
    inputs: INPUTS,
    issues: ISSUES,
    judgements: [{ title: funnel.title, assumptions: funnel.assumptions }],
    values,
    editable: funnel.editableTables ?? [],
    edited: {},
    stages: STAGES,
    stamp: STAMP,
    workbook: 'pipeline.xlsx',
    ...changes,
  });
}

export const placementsOf = (report: Report, sheetName = usualSheetName): readonly Placement[] =>
  layout(report, { sheetName, stamp: STAMP });
