import { cellOf, columnOf, live, thisRow, type Part } from '../../../report/formula';
import { formatNumber } from '../../../report/formats';
import { supposedCell, supposedColumn } from '../../liveLevers';
import { liveShare, rateCells, rateColumns } from '../../../report/liveRate';
import type { CellContent, Chart, Column, Table } from '../../../report/report';
import type { FunnelFinding, StageFinding } from '../finding';
import { wonDeals } from './outcomes';
import { days, deals } from './phrases';

const entered = thisRow('entered');
const advanced = thisRow('advanced');
const decided: readonly Part[] = ['(', advanced, '+', thisRow('lost'), ')'];
const cameThisFar: readonly Part[] = ['(', entered, '+', thisRow('passed'), ')'];
const started: readonly Part[] = [
  '(',
  cellOf('funnel', 'entered', 0),
  '+',
  cellOf('funnel', 'passed', 0),
  ')',
];

const OUTLIERS =
  'A single amount far from the others can rule the sum; the Data quality sheet lists such amounts.';

const AMOUNTS: readonly Column[] = [
  {
    id: 'amountEntered',
    header: 'Amount entered',
    format: 'money',
    note: `Sum of the amounts of the deals entered. ${OUTLIERS}`,
  },
  {
    id: 'amountAdvanced',
    header: 'Amount moved on',
    format: 'money',
    note: `Sum of the amounts of the deals that moved on. ${OUTLIERS}`,
  },
  {
    id: 'amountLost',
    header: 'Amount lost',
    format: 'money',
    note: `Sum of the amounts of the deals lost here. ${OUTLIERS}`,
  },
];
const BY_AMOUNT: readonly Column[] = [
  {
    id: 'valueStepRate',
    header: 'Step rate by amount',
    format: 'percent',
    note: 'Amount moved on ÷ (amount moved on + amount lost).',
  },
  {
    id: 'valueStepRateLow',
    header: 'By amount: low end',
    format: 'percent',
    note: 'Low end of Wilson’s interval at the number of equal deals that would tell as much (Korn and Graubard).',
  },
  {
    id: 'valueStepRateHigh',
    header: 'By amount: high end',
    format: 'percent',
    note: 'High end of Wilson’s interval at the number of equal deals that would tell as much (Korn and Graubard).',
  },
];
const NO_DECISION: Column = {
  id: 'noDecision',
  header: 'No decision',
  format: 'integer',
  note: 'Of the lost: the customer decided nothing, by the phrases on the Inputs sheet.',
};

function byAmount(rate: StageFinding['valueStepRate'], minimum: number): readonly CellContent[] {
  if (!rate || rate.estimate === null || rate.deals < minimum) return [null, null, null];
  const [on, lost] = [thisRow('amountAdvanced'), thisRow('amountLost')];
  return [
    live(rate.estimate, 'IF(', on, '+', lost, '=0,"",', on, '/(', on, '+', lost, '))'),
    rate.low,
    rate.high,
  ];
}

/** Counts of every stage, and its rates as live formulas over them. */
export function stageTable({ stages, supposed }: FunnelFinding, minimum: number): Table {
  const amounts: readonly Column[] = stages.some(({ value }) => value !== null) ? AMOUNTS : [];
  const weighed = stages.some(({ valueStepRate }) => valueStepRate !== null);
  const undecided = stages.some(({ noDecision }) => noDecision > 0);
  return {
    block: 'table',
    id: 'funnel',
    key: 'stage',
    columns: [
      { id: 'stage', header: 'Stage', format: 'text', width: 26 },
      {
        id: 'entered',
        header: 'Entered',
        format: 'integer',
        note: 'Deals that entered this stage at least once.',
      },
      {
        id: 'passed',
        header: 'Passed over',
        format: 'integer',
        note: 'Deals that reached a later stage, or were won, without entering this one.',
      },
      {
        id: 'advanced',
        header: 'Moved on',
        format: 'integer',
        note: 'Of the deals entered: went on to a later stage or were won, at least once.',
      },
      {
        id: 'lost',
        header: 'Lost',
        format: 'integer',
        note: 'Of the deals entered: lost before ever moving on from here. A deal that had moved back is lost from each stage that it had not moved on from, so that the column may add up to more than the deals lost.',
      },
      ...(undecided ? [NO_DECISION] : []),
      {
        id: 'open',
        header: 'Still open',
        format: 'integer',
        note: 'Of the deals entered: neither moved on nor lost on the as-of day. Moved on + lost + still open = entered.',
      },
      {
        id: 'movedBack',
        header: 'Moved back',
        format: 'integer',
        note: 'Of the deals entered: deals that went back from here to an earlier stage. They are counted in the other columns too.',
      },
      ...rateColumns(
        'stepRate',
        'Step rate',
        'Moved on ÷ (moved on + lost): of the deals decided here. It is too low when deals are lost faster than they move on; the rate over time below is not.',
      ),
      supposedColumn('Step rate supposed', 'The rate of a what-if, beside the measured one.'),
      {
        id: 'ofEntered',
        header: 'Of all entered',
        format: 'percent',
        note: 'Moved on ÷ entered. Deals still open count as not moved on, so this is the least it can become.',
      },
      {
        id: 'reached',
        header: 'Reached',
        format: 'percent',
        note: 'Of all deals that started: (entered + passed over) ÷ the same of the first stage.',
      },
      ...amounts,
      ...(weighed ? BY_AMOUNT : []),
    ],
    rows: stages.map((stage, k) => [
      stage.name,
      stage.entered,
      stage.passed,
      stage.advanced,
      stage.lost,
      ...(undecided ? [stage.noDecision] : []),
      stage.open,
      stage.movedBack,
      ...rateCells(stage.stepRate, minimum, [advanced], decided),
      supposedCell(supposed[k] ?? null, [advanced], decided),
      liveShare(stage.ofEntered, minimum, [advanced], [entered]),
      liveShare(stage.reached, minimum, cameThisFar, started),
      ...(amounts.length > 0
        ? [stage.value?.entered ?? null, stage.value?.advanced ?? null, stage.value?.lost ?? null]
        : []),
      ...(weighed ? byAmount(stage.valueStepRate, minimum) : []),
    ]),
    conditionalFormats: [{ rule: 'dataBar', column: 'reached' }],
  };
}

/** The two ways to draw a funnel, side by side. */
export function pathsTable({ funnels, outcomes }: FunnelFinding, minimum: number): Table {
  const n = outcomes.won + outcomes.lost + outcomes.open;
  const share = (column: string, x: number) =>
    liveShare(
      { x, n, estimate: n === 0 ? null : x / n, low: 0, high: 1 },
      minimum,
      [thisRow(column)],
      ['SUM(', columnOf('outcomes', 'deals'), ')'],
    );
  return {
    block: 'table',
    id: 'paths',
    key: 'stage',
    columns: [
      { id: 'stage', header: 'Stage', format: 'text' },
      {
        id: 'inOrder',
        header: 'In order',
        format: 'integer',
        note: 'Deals that entered this stage after entering every stage before it, one after the other.',
      },
      {
        id: 'inOrderShare',
        header: 'In order, of all deals',
        format: 'percent',
        note: 'In order ÷ all deals.',
      },
      {
        id: 'touched',
        header: 'Touched',
        format: 'integer',
        note: 'Deals that entered this stage in whatever way.',
      },
      {
        id: 'touchedShare',
        header: 'Touched, of all deals',
        format: 'percent',
        note: 'Touched ÷ all deals.',
      },
    ],
    rows: funnels.map((step) => [
      step.name,
      step.inOrder,
      share('inOrder', step.inOrder),
      step.touched,
      share('touched', step.touched),
    ]),
  };
}

function remark(stage: StageFinding, minimum: number): string | null {
  const { median, atLeast, n } = stage.dwellDays;
  const { advance, days: horizon } = stage.incidence;
  const said = [
    ...(n > 0 && median === null && atLeast !== null
      ? [`Half have not left yet: the median is at least ${days(atLeast)}.`]
      : []),
    ...(n > 0 && n < minimum ? ['Too few for a percentage.'] : []),
    ...(n >= minimum && advance.estimate === null
      ? [`No deal has been followed for ${days(horizon)} yet, so the shares by then are not known.`]
      : []),
    ...(stage.undated > 0 ? [`${deals(stage.undated)} without usable dates.`] : []),
  ];
  return said.length > 0 ? said.join(' ') : null;
}

/** How many moved on or were lost within the horizon, and how long a stage takes. Estimates, hence values. */
export function stageTimesTable({ stages, basis }: FunnelFinding, minimum: number): Table {
  const { horizonDays } = basis;
  const limits = (what: string) => `End of the interval of ${what}, at the confidence of the run.`;
  const method =
    'Cumulative incidence by Aalen and Johansen: deals still open count for as long as they were followed.';
  const dwell = 'By Kaplan and Meier from the first entry to the first exit, deals still open included.';
  return {
    block: 'table',
    id: 'stageTimes',
    key: 'stage',
    columns: [
      { id: 'stage', header: 'Stage', format: 'text' },
      {
        id: 'followed',
        header: 'Deals followed',
        format: 'integer',
        note: 'Deals that entered with usable dates.',
      },
      {
        id: 'advance',
        header: 'Moved on in time',
        format: 'percent',
        note: `Of the deals that enter, the share that has moved on ${days(horizonDays)} later. ${method}`,
      },
      { id: 'advanceLow', header: 'Moved on: low end', format: 'percent', note: limits('moved on in time') },
      {
        id: 'advanceHigh',
        header: 'Moved on: high end',
        format: 'percent',
        note: limits('moved on in time'),
      },
      {
        id: 'lostIn',
        header: 'Lost in time',
        format: 'percent',
        note: `Of the deals that enter, the share that has been lost ${days(horizonDays)} later. ${method}`,
      },
      { id: 'lostLow', header: 'Lost: low end', format: 'percent', note: limits('lost in time') },
      { id: 'lostHigh', header: 'Lost: high end', format: 'percent', note: limits('lost in time') },
      { id: 'q25', header: 'Days until a quarter left', format: 'days', note: dwell },
      {
        id: 'median',
        header: 'Days until half left',
        format: 'days',
        note: `The median time in the stage. ${dwell}`,
      },
      { id: 'q75', header: 'Days until three quarters left', format: 'days', note: dwell },
      {
        id: 'advancedDays',
        header: 'Median days if moved on',
        format: 'days',
        note: 'Of the deals that moved on, days in the stage. Deals still open are not in it, so it is shorter than the truth.',
      },
      {
        id: 'lostDays',
        header: 'Median days if lost',
        format: 'days',
        note: 'Of the deals lost here, days in the stage.',
      },
      { id: 'remark', header: 'Remark', format: 'text', wrap: true, width: 24 },
    ],
    rows: stages.map((stage) => {
      const { incidence, dwellDays } = stage;
      const enough = dwellDays.n >= minimum;
      const shown = (value: number | null): number | null => (enough ? value : null);
      return [
        stage.name,
        dwellDays.n,
        shown(incidence.advance.estimate),
        shown(incidence.advance.low),
        shown(incidence.advance.high),
        shown(incidence.lost.estimate),
        shown(incidence.lost.low),
        shown(incidence.lost.high),
        dwellDays.q25,
        dwellDays.median,
        dwellDays.q75,
        stage.advancedDays.median,
        stage.lostDays.median,
        remark(stage, minimum),
      ];
    }),
  };
}

/** Bars of the deals that reached each stage, centred by an invisible spacer; their labels carry the counts. */
export function funnelChartTable(finding: FunnelFinding): Table {
  const steps = [
    ...finding.stages.map((stage, i) => ({
      name: stage.name,
      reached: live(
        stage.entered + stage.passed,
        cellOf('funnel', 'entered', i),
        '+',
        cellOf('funnel', 'passed', i),
      ),
    })),
    { name: 'Won', reached: wonDeals(finding) },
  ];
  const counts = steps.map(({ reached }) => Number(reached.value));
  const widest = Math.max(0, ...counts);
  return {
    block: 'table',
    feedsCharts: true,
    id: 'funnelChart',
    key: 'stage',
    columns: [
      { id: 'stage', header: 'Stage', format: 'text' },
      {
        id: 'spacer',
        header: 'Spacer',
        format: 'general',
        note: 'Half of what is missing to the widest bar, to centre the bar.',
      },
      {
        id: 'reached',
        header: 'Deals that came this far',
        format: 'integer',
        note: 'Entered + passed over.',
      },
      {
        id: 'label',
        header: 'Label',
        format: 'text',
        runsOn: true,
        note: 'Stage and count, for the chart.',
      },
    ],
    rows: steps.map(({ name, reached }, i) => [
      name,
      live(
        (widest - (counts[i] ?? 0)) / 2,
        '(MAX(',
        columnOf('funnelChart', 'reached'),
        ')-',
        thisRow('reached'),
        ')/2',
      ),
      reached,
      live(
        `${name}: ${formatNumber(counts[i] ?? 0, 0)}`,
        thisRow('stage'),
        // FIXED groups the digits as the reader's Excel does; a format code would mean something else elsewhere.
        '&": "&FIXED(',
        thisRow('reached'),
        ',0)',
      ),
    ]),
  };
}

export function stageCharts({ stages, outcomes }: FunnelFinding): readonly Chart[] {
  const first = stages[0];
  return [
    {
      block: 'chart',
      id: 'funnelDrop',
      kind: 'stackedBar',
      title: 'How far deals come',
      table: 'funnelChart',
      categories: 'label',
      series: [
        { name: 'Spacer', column: 'spacer', tone: 'invisible' },
        { name: 'Deals that came this far', column: 'reached', tone: 'primary' },
      ],
      alt: `Funnel: ${first ? `${deals(first.entered + first.passed)} started at ${first.name}` : 'no deals'}, ${deals(outcomes.won)} won.`,
    },
    {
      block: 'chart',
      id: 'stageOutcomes',
      kind: 'stackedBar',
      title: 'What became of the deals entered',
      table: 'funnel',
      categories: 'stage',
      series: [
        { name: 'Moved on', column: 'advanced', tone: 'good' },
        { name: 'Lost', column: 'lost', tone: 'bad' },
        { name: 'Still open', column: 'open', tone: 'muted' },
      ],
      yTitle: 'Deals',
      yFormat: 'integer',
      alt: 'For each stage, how many of the deals entered moved on, were lost, or are still open.',
    },
  ];
}

export const timeChart: Chart = {
  block: 'chart',
  id: 'timeInStage',
  // Standing, because programs disagree on the legend's order where clustered bars lie.
  kind: 'column',
  title: 'Days in each stage',
  table: 'stageTimes',
  categories: 'stage',
  series: [
    { name: '25% have left', column: 'q25', tone: 'muted' },
    { name: '50% have left', column: 'median', tone: 'primary' },
    { name: '75% have left', column: 'q75', tone: 'secondary' },
  ],
  yTitle: 'Days since entering',
  yFormat: 'days',
  alt: 'For each stage, the days until a quarter, half and three quarters of the deals have left it.',
};
