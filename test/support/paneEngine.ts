import type { EngineParts } from '../../src/app/respond';
import { PARTS } from './funnelParts';
import type { RunRequest, RunResult } from '../../src/app/run';
import type { Rate, StageFinding } from '../../src/engine/analyses/funnel/finding';
import { assumptions } from '../../src/engine/analyses/funnel/assumptions';
import { checkValues } from '../../src/engine/core/assumptionValues';
import { type Issue, issue } from '../../src/engine/core/issue';
import { dayOf } from '../../src/engine/core/day';
import type { Mapping, TableMapping } from '../../src/engine/dataset/mapping';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import type { RecognisedTable } from '../../src/engine/dataset/recognise';

/** Sheets and answers for tests of the pane: small, and told what to say. Results of the real engine are tested elsewhere. */
export const dealsSheet: RawSheet = {
  source: 'Pipeline.xlsx',
  sheet: 'Deals',
  top: 0,
  left: 0,
  columnCount: 4,
  rows: [
    ['Deal ID', 'Stage', 'Created', 'Region'],
    ...Array.from({ length: 1200 }, (_, i) => [`D${i}`, i % 2 ? 'Lead' : 'Demo', 44927 + (i % 90), 'North']),
  ],
  formats: [[], [], [{ from: 1, format: 'yyyy-mm-dd' }], []],
  hidden: false,
  date1904: false,
  tables: [],
  merges: [],
  filteredRows: 0,
  owned: false,
};

const proposal: TableMapping = {
  source: 'Pipeline.xlsx',
  sheet: 'Deals',
  headerRow: 1,
  role: 'opportunities',
  columns: { id: 'Deal ID', stage: 'Stage', created: 'Created' },
  stageDates: [],
  activityCounts: [],
  measures: [],
  dateOrders: {},
};

/** Recognises what was decided over what it proposes, as the engine does. */
function recognised(mapping: Mapping | undefined): RecognisedTable {
  const decided = mapping?.tables.find((t) => t.sheet === 'Deals');
  const columns = Object.fromEntries(
    Object.entries({ ...proposal.columns, ...decided?.columns }).filter(([, header]) => header !== ''),
  );
  const merged: TableMapping = { ...proposal, ...decided, columns };
  return {
    sheetIndex: 0,
    mapping: merged,
    used: merged.role !== 'ignored',
    confidence: decided ? 1 : 0.95,
    why: 'headers Deal ID, Stage and Created',
    columns: ['Deal ID', 'Stage', 'Created', 'Region'].map((header, i) => ({
      column: 'ABCD'.charAt(i),
      header,
      field: Object.entries(columns).find(([, h]) => h === header)?.[0],
      confidence: 0.9,
      examples: [['D0', 'D1'], ['Lead', 'Demo'], ['2023-01-01'], ['North']][i] ?? [],
    })),
    region: { top: 1, left: 0, bottom: 1200, right: 3 },
    rivals: [],
  };
}

const rateOf = (x: number, n: number): Rate => ({
  x,
  n,
  estimate: n === 0 ? null : x / n,
  low: 0.2,
  high: 0.5,
});
const quantiles = { q25: 10, median: 20, q75: 40 };
const curve = [0, 30, 60, 90].map((day) => ({
  day,
  estimate: day / 200,
  low: day / 300,
  high: day / 150,
}));

const stageOf = (name: string, entered: number, advanced: number, lost: number): StageFinding => ({
  name,
  entered,
  passed: 3,
  advanced,
  lost,
  noDecision: 0,
  open: entered - advanced - lost,
  movedBack: 1,
  stepRate: rateOf(advanced, advanced + lost),
  valueStepRate: null,
  ofEntered: rateOf(advanced, entered),
  reached: rateOf(entered, 1200),
  incidence: {
    days: 90,
    advance: { estimate: 0.45, low: 0.3, high: 0.6 },
    lost: { estimate: 0.3, low: 0.2, high: 0.4 },
    noDecision: null,
  },
  dwellDays: { ...quantiles, events: advanced + lost, n: entered, restrictedMean: 25, atLeast: null },
  advancedDays: quantiles,
  lostDays: quantiles,
  undated: 0,
  value: null,
  curve: { advance: curve, lost: curve },
});

function resultOf(request: RunRequest, issues: readonly Issue[]): RunResult {
  const { seed } = request;
  const { value: all } = checkValues(assumptions, request.values ?? {});
  const blocked = issues.some((i) => i.severity === 'blocking');
  return {
    blocked,
    findings: {
      leadline: { version: '0.0.0-test', asOf: '2024-03-14', seed, inputHash: '0123456789abcdef' },
      inputs: [
        {
          source: 'Pipeline.xlsx',
          sheet: 'Deals',
          role: 'opportunities',
          headerRow: 1,
          rows: 1200,
          used: 1198,
          excluded: 2,
          confidence: 0.95,
          why: 'headers Deal ID, Stage and Created',
          mapping: { columns: {}, stageDates: [], activityCounts: [], measures: [], dateOrders: {} },
        },
      ],
      stages: [],
      issues: [
        { code: 'missingId', severity: 'warning', message: 'The row has no id.', row: 7, column: 'A' },
        { code: 'missingId', severity: 'warning', message: 'The row has no id.', row: 9, column: 'A' },
      ].map((i) => ({ ...i, severity: 'warning', source: 'Pipeline.xlsx', sheet: 'Deals', excluded: true })),
      analyses: blocked
        ? {}
        : {
            funnel: {
              basis: {
                shape: 'events',
                opportunities: 1198,
                firstCreated: '2023-01-01',
                lastCreated: '2023-03-31',
                asOf: '2024-03-14',
                confidence: 0.95,
                horizonDays: 90,
                dealHorizonDays: 90,
                snapshotSpacingDays: null,
                recordsFrom: null,
                olderDeals: 0,
                skips: 'passed',
                movesBack: 'first',
                limits: [],
              },
              stages: [stageOf('Lead', 1198, 700, 300), stageOf('Demo', 700, 300, 250)],
              funnels: [],
              ...PARTS,
              outcomes: { won: 300, lost: 550, open: 348, noDecision: 0 },
              winRate: rateOf(300, 850),
              winIncidence: {
                days: 90,
                won: { estimate: 0.2, low: 0.1, high: 0.3 },
                lost: { estimate: 0.4, low: 0.3, high: 0.5 },
                noDecision: null,
                curve: { won: curve, lost: curve },
              },
              wonWithinHorizon: rateOf(240, 1000),
              daysToWin: quantiles,
              supposed: [],
              cohorts: [
                {
                  period: '2023-Q1',
                  from: '2023-01-01',
                  to: '2023-03-31',
                  created: 1198,
                  won: 300,
                  lost: 550,
                  open: 348,
                  noDecision: 0,
                  horizonDays: 90,
                  mature: true,
                  incomplete: false,
                  ages: [{ days: 90, mature: true, wonWithin: rateOf(240, 1198) }],
                  wonWithin: rateOf(240, 1198),
                },
              ],
              breakdowns: [],
              asked: false,
            },
          },
    },
    issues,
    stamp: { version: '0.0.0-test', asOf: dayOf(2024, 3, 14), seed, inputHash: '0123456789abcdef' },
    stages: [
      { name: 'Lead', kind: 'open' },
      { name: 'Demo', kind: 'open' },
      { name: 'Won', kind: 'won' },
      { name: 'Lost', kind: 'lost' },
    ],
    values: all,
    tables: {},
    limits: {},
    report: {
      sheets: [
        { id: 'summary', title: 'Summary', orientation: 'portrait', blocks: [] },
        {
          id: 'funnel',
          title: 'Funnel',
          orientation: 'landscape',
          blocks: [{ block: 'table', id: 'stages', columns: [], rows: [], key: 'stage' }],
        },
      ],
    },
    placements: [
      { kind: 'sheet', sheet: 'summary', name: 'Leadline Summary', tabColor: '#1F5FA8' },
      { kind: 'sheet', sheet: 'funnel', name: 'Leadline Funnel', tabColor: '#1F5FA8' },
      {
        kind: 'cells',
        sheet: 'funnel',
        area: { row: 0, column: 0, rows: 60_000, columns: 2 },
        values: Array.from({ length: 60_000 }, (_, i) => [`row ${i}`, i]),
      },
      { kind: 'stamp', sheets: ['summary', 'funnel'], stamp: { asOf: dayOf(2024, 3, 14) } },
    ],
    ask: (analysis, question) => (analysis === 'scenarios' ? { echoed: question } : undefined),
  };
}

/** Asked about the dates until someone has answered. */
export const dateQuestion = issue(
  'dateOrderAmbiguous',
  'blocking',
  { header: 'Created', example: '03/04/2023' },
  { source: 'Pipeline.xlsx', sheet: 'Deals' },
);

export const paneEngine = (
  options: { readonly asksForDates?: boolean; readonly crash?: string } = {},
): EngineParts => ({
  recogniseSheets(sheets, mapping) {
    const table = recognised(mapping);
    const isAsked = options.asksForDates && !table.mapping.dateOrders['created'];
    return {
      value: sheets.some((s) => s.sheet === 'Deals') ? [table] : [],
      issues: isAsked ? [dateQuestion] : [],
    };
  },
  runAnalysis(_, request, { progress }) {
    if (options.crash) throw new Error(options.crash);
    progress(0.5, 'Counting stages');
    return resultOf(request, []);
  },
});
