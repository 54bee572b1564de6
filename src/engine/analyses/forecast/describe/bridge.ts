import { note } from '../../../report/blocks';
import { cellOf, live, thisRow } from '../../../report/formula';
import { formatValue } from '../../../report/formats';
import type { Block, CellContent, Chart, ReportSheet, Table } from '../../../report/report';
import type { ForecastFinding } from '../finding';
import type { BridgeFinding } from '../pipelineOn';
import { unitFormat } from './words';

const T = 'bridge';

const roundedTo = (parts: number, value: number): number => Math.round(value * parts) / parts;

type Step = readonly [id: keyof BridgeFinding, label: string, sign: 1 | -1];

/** What moves the pipeline between its opening and its closing, in the order of the bridge. */
const STEPS: readonly Step[] = [
  ['created', 'Created', 1],
  ['pulledIn', 'Pulled in', 1],
  ['increased', 'Increased', 1],
  ['decreased', 'Decreased', -1],
  ['pushedOut', 'Pushed out', -1],
  ['won', 'Won', -1],
  ['lost', 'Lost', -1],
];

/** Row by row from the opening to the closing; the level after each step is live, and so is the balance. */
function bridgeTable(finding: ForecastFinding): Table {
  const { bridge } = finding;
  const format = unitFormat(finding);
  const rows: (readonly CellContent[])[] = [
    ['Opening', bridge.opening, live(bridge.opening, thisRow('change')), 0, bridge.opening, 0, 0],
  ];
  let level = bridge.opening;
  STEPS.forEach(([id, label, sign], i) => {
    const change = sign * Number(bridge[id]);
    const before = level;
    level += change;
    const previous = cellOf(T, 'level', i);
    rows.push([
      label,
      change,
      live(level, previous, '+', thisRow('change')),
      live(Math.min(before, level), ...['MIN(', previous, ',', thisRow('level'), ')']),
      0,
      live(Math.max(0, change), ...['MAX(0,', thisRow('change'), ')']),
      live(Math.max(0, -change), ...['MAX(0,-', thisRow('change'), ')']),
    ]);
  });
  rows.push(['Closing', bridge.closing, live(bridge.closing, thisRow('change')), 0, bridge.closing, 0, 0]);
  return {
    block: 'table',
    id: T,
    key: 'step',
    columns: [
      { id: 'step', header: 'Step', format: 'text', width: 25 },
      { id: 'change', header: 'Change', format, note: 'Below 0 it takes from the pipeline.' },
      { id: 'level', header: 'Pipeline then', format, note: 'The pipeline before + the change.' },
      { id: 'under', header: 'Under the bar', format, note: 'For the chart: where a bar begins.' },
      { id: 'stands', header: 'Pipeline', format, note: 'For the chart.' },
      { id: 'adds', header: 'Adds', format, note: 'For the chart.' },
      { id: 'takes', header: 'Takes away', format, note: 'For the chart.' },
    ],
    rows,
  };
}

const bridgeChart = (finding: ForecastFinding): Chart => ({
  block: 'chart',
  id: 'bridgeChart',
  kind: 'stackedColumn',
  title: `From ${finding.bridge.from} to ${finding.bridge.to}`,
  table: T,
  categories: 'step',
  series: [
    { name: 'Under the bar', column: 'under', tone: 'invisible' },
    { name: 'Pipeline', column: 'stands', tone: 'muted' },
    { name: 'Adds', column: 'adds', tone: 'good' },
    { name: 'Takes away', column: 'takes', tone: 'bad' },
  ],
  yFormat: unitFormat(finding),
  alt: 'A bridge from the opening pipeline by what was created, pulled in and increased, and less what was decreased, pushed out, won and lost, to the closing pipeline.',
});

/** "Yes" while opening and all changes come to the closing: live. A cent is rounding. */
function balanceTable(finding: ForecastFinding): Table {
  const { bridge } = finding;
  const last = STEPS.length;
  return {
    block: 'table',
    id: 'bridgeBalance',
    key: 'check',
    columns: [
      { id: 'check', header: 'Check', format: 'text', width: 25 },
      {
        id: 'missing',
        header: 'Left over',
        format: unitFormat(finding),
        note: 'Opening + all changes − closing.',
      },
      { id: 'balances', header: 'Balances', format: 'text' },
    ],
    rows: [
      [
        'Opening and changes = closing',
        // Sums of amounts that are no whole cents leave a crumb.
        live(
          roundedTo(unitFormat(finding) === 'money' ? 1 : 100, bridge.balance),
          ...['ROUND(', cellOf(T, 'level', last), '-', cellOf(T, 'change', last + 1), ',2)'],
        ),
        live(
          Math.abs(bridge.balance) <= 1 ? 'Yes' : 'No',
          ...['IF(ABS(', thisRow('missing'), ')<=0.01,"Yes","No")'],
        ),
      ],
    ],
    conditionalFormats: [
      { rule: 'flagWhere', column: 'balances', value: 'No', tone: 'bad' },
      { rule: 'flagWhere', column: 'balances', value: 'Yes', tone: 'good' },
    ],
  };
}

function conventions({ bridge, slippage }: ForecastFinding): readonly Block[] {
  const { pushed, late, overdue } = slippage;
  return [
    note(
      bridge.closesBy === null
        ? 'Expected close dates are not known, so every open deal is part of it and none is pulled in or pushed out.'
        : `Of deals that are to close by ${bridge.closesBy}. A deal whose close moves past that day is pushed out, one whose close comes before it is pulled in.`,
      'plain',
    ),
    ...(bridge.knowsThen
      ? []
      : [
          note(
            'Amounts and close dates as they were on the first day are not in the data, so both days show today’s: nothing is increased, decreased, pulled in or pushed out. Export the field history of amount and close date, or snapshots, to see it.',
            'warning',
          ),
        ]),
    ...(overdue.deals > 0
      ? [
          note(
            `${overdue.deals} open ${overdue.deals === 1 ? 'deal is' : 'deals are'} past the close date.`,
            'plain',
          ),
        ]
      : []),
    ...(pushed
      ? [
          note(
            `${pushed.deals} of ${pushed.of} open deals were put off to a later month at least once, one of them ${pushed.most} ${pushed.most === 1 ? 'time' : 'times'}.`,
            'plain',
          ),
        ]
      : []),
    ...(late
      ? [
          note(
            `Of ${late.deals} deals won lately, ${formatValue(late.lateShare, 'percent')} closed later than first expected; in the middle ${formatValue(late.medianDays, 'days')} later.`,
            'plain',
          ),
        ]
      : []),
  ];
}

/** How the pipeline changed between two days. */
export const bridgeSheet = (finding: ForecastFinding): ReportSheet => ({
  id: 'bridge',
  title: 'Bridge',
  shows: 'How the pipeline changed: created, pulled in, pushed out, won and lost, to the last cent',
  orientation: 'landscape',
  blocks: [...conventions(finding), bridgeTable(finding), bridgeChart(finding), balanceTable(finding)],
});
