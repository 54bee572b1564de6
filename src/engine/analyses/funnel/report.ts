import type { AssumptionValues } from '../../core/assumption';
import type { Stamp } from '../../core/stamp';
import { heading, note } from '../../report/blocks';
import { formatNumber, formatValue } from '../../report/formats';
import type { Block, Description, ReportSheet } from '../../report/report';
import { listed } from '../../report/phrases';
import { LIMITS } from '../../report/wording';
import { readAssumptions } from './assumptions';
import { breakdownBlocks, breakdownChart, breakdownChartTable } from './describe/breakdown';
import { ageingBlocks } from './describe/ageing';
import {
  cohortAgesChart,
  cohortAgesChartTable,
  cohortAgesTable,
  cohortChart,
  cohortRemark,
  cohortTable,
} from './describe/cohorts';
import { conversionByDay, conversionChart, outcomeChart, outcomesByDay } from './describe/curves';
import { outcomeFigures, outcomesTable, valueRemark } from './describe/outcomes';
import { formulaBlocks, peopleBlocks, peopleChartTable } from './describe/people';
import { days, deals, interval } from './describe/phrases';
import { conformanceBlocks, definitionBlocks, lossBlocks } from './describe/process';
import {
  funnelChartTable,
  pathsTable,
  stageCharts,
  stageTable,
  stageTimesTable,
  timeChart,
} from './describe/stages';
import { trendBlocks, trendSentences } from './describe/trend';
import { velocityBlocks } from './describe/velocity';
import type { FunnelFinding } from './finding';

const SHAPES: Readonly<Record<FunnelFinding['basis']['shape'], string>> = {
  events: 'a stage history with one row per change',
  wide: 'one date per stage on the deals themselves',
  snapshots: 'the same deals listed on several days',
  none: 'created and closed dates only',
};

function limitsOf({ basis }: FunnelFinding): readonly string[] {
  return basis.limits.map((limit) =>
    limit === 'snapshotMidpoints' && basis.snapshotSpacingDays !== null
      ? `${LIMITS[limit]} The widest gap between two snapshots is ${days(basis.snapshotSpacingDays)}.`
      : LIMITS[limit],
  );
}

/** More names tell nobody where to look. */
const MOST_ALIKE = 3;

/**
 * Where the fewest go on, of the stages with enough decided deals to say so. Named as the lowest only where its interval lies below all
 * others; with those whose intervals reach into it; not at all where those are many, or all.
 */
function weakestStep({ stages, basis }: FunnelFinding, minimum: number): readonly Block[] {
  const rated = stages
    .filter(({ stepRate }) => stepRate.estimate !== null && stepRate.n >= minimum)
    .sort((a, b) => (a.stepRate.estimate ?? 1) - (b.stepRate.estimate ?? 1));
  const [weakest] = rated;
  if (!weakest) return [];
  const { x, n, estimate, high } = weakest.stepRate;
  const alike = rated.filter(({ stepRate }) => stepRate.low <= high);
  if (alike.length === rated.length || alike.length > MOST_ALIKE) return [];
  const named = alike.map(({ name, stepRate }) => `“${name}” (${formatValue(stepRate.estimate, 'percent')})`);
  return [
    note(
      alike.length === 1
        ? `The lowest step rate is at “${weakest.name}”: of ${deals(n)} decided there, ${formatNumber(x, 0)} moved on (${formatValue(estimate, 'percent')}, ${interval(weakest.stepRate, basis.confidence)}).`
        : `The lowest step rates are at ${listed(named)}; which of them is the lowest could be chance, for their intervals overlap.`,
      'plain',
    ),
  ];
}

const basisText = ({ basis }: FunnelFinding): string =>
  `Read from ${SHAPES[basis.shape]}, as it stood on ${basis.asOf}.`;
const HOW_TO_READ: Block = {
  block: 'note',
  tone: 'muted',
  text: 'Rest on a column’s header to read how it was computed.',
  onSheetsOnly: true,
};

/** The funnel's headline for the Summary, and its sheet. Ratios are live formulas over the counts; curves are values. */
export function describeFunnel(finding: FunnelFinding, values: AssumptionValues, _stamp: Stamp): Description {
  const minimum = readAssumptions(values).minimumForPercent;
  const { basis } = finding;
  const breakdown = finding.asked && finding.breakdowns[0]?.groups.length ? finding.breakdowns[0] : undefined;
  const staged = finding.stages.length > 0;
  const limits = limitsOf(finding);

  const stageBlocks: readonly Block[] = staged
    ? [
        heading('Stage by stage'),
        stageTable(finding, minimum),
        ...stageCharts(finding),
        heading(`Within ${days(basis.horizonDays)} of entering a stage`),
        conversionChart(finding),
      ]
    : [];
  const breakdownPart: readonly Block[] = breakdown
    ? [
        heading(`By ${breakdown.label.toLowerCase()}`),
        ...breakdownBlocks(breakdown, minimum, finding.basis.confidence),
        breakdownChart(breakdown),
      ]
    : [];

  return {
    headline: [
      heading('Stage conversion'),
      outcomeFigures(finding, minimum, 'funnelHeadline'),
      ...weakestStep(finding, minimum),
      ...(finding.trend ? trendSentences(finding.trend).map((text) => note(text, 'plain')) : []),
    ],
    limits,
    sheets: [
      {
        id: 'funnel',
        title: 'Funnel',
        shows: 'How deals go from stage to stage, how long it takes, what became of them',
        orientation: 'landscape',
        blocks: [
          outcomeFigures(finding, minimum, 'funnelFigures'),
          note(basisText(finding)),
          HOW_TO_READ,
          ...limits.map((limit) => note(limit, 'warning')),
          ...stageBlocks,
          heading('Won, lost and open'),
          outcomesTable(finding, minimum),
          ...valueRemark(finding, minimum),
          outcomeChart,
          ...(staged ? [heading('Two ways to count'), pathsTable(finding, minimum)] : []),
          ...velocityBlocks(finding),
          ...trendBlocks(finding, minimum),
          ...breakdownPart,
          heading('Numbers behind the charts'),
          ...(staged ? [funnelChartTable(finding), conversionByDay(finding, minimum)] : []),
          outcomesByDay(finding),
          ...(breakdown ? [breakdownChartTable(breakdown, minimum)] : []),
        ],
      },
      ...(finding.cohorts.length === 0 ? [] : [cohortsSheet(finding, minimum)]),
      ...(finding.people.length === 0 ? [] : [peopleSheet(finding, minimum)]),
      ...(staged || finding.outcomes.open > 0 ? [timesSheet(finding, minimum)] : []),
      ...processSheets(finding, minimum),
    ],
  };
}

const cohortsSheet = (finding: FunnelFinding, minimum: number): ReportSheet => ({
  id: 'funnelCohorts',
  title: 'Cohorts',
  shows: 'Deals created in the same quarter or month, followed together',
  orientation: 'landscape',
  blocks: [
    heading('By time of creation'),
    note(
      'A cohort is comparable when it is over and every deal of it has been followed long enough. Until then its line is grey, its column hollow, and its rate stands apart: its deals have had less time, they have not failed.',
    ),
    ...cohortRemark(finding),
    cohortTable(finding, minimum),
    cohortChart(finding),
    heading('Won by age'),
    cohortAgesTable(finding, minimum),
    cohortAgesChart(finding),
    heading('Numbers behind the chart'),
    cohortAgesChartTable(finding, minimum),
  ],
});

const peopleSheet = (finding: FunnelFinding, minimum: number): ReportSheet => ({
  id: 'funnelPeople',
  title: 'People',
  shows: 'Each person against the company, and what closing a gap would be worth',
  orientation: 'landscape',
  blocks: [
    heading('People against the company'),
    HOW_TO_READ,
    ...peopleBlocks(finding, minimum),
    ...formulaBlocks(finding, minimum),
    heading('Numbers behind the chart'),
    peopleChartTable(finding),
  ],
});

const timesSheet = (finding: FunnelFinding, minimum: number): ReportSheet => ({
  id: 'funnelTimes',
  title: 'Time in stage',
  shows: 'How long stages take, and the open deals that are older than those that were won',
  orientation: 'landscape',
  blocks: [
    ...(finding.stages.length === 0
      ? []
      : [heading('How long it takes'), HOW_TO_READ, stageTimesTable(finding, minimum), timeChart]),
    ...ageingBlocks(finding),
  ],
});

/** None where the data know neither stages, nor reasons, nor moves: a sheet with the one line that nothing is known. */
function processSheets(finding: FunnelFinding, minimum: number): readonly ReportSheet[] {
  const blocks = [
    ...conformanceBlocks(finding, minimum),
    ...lossBlocks(finding, minimum),
    ...definitionBlocks(finding, minimum),
  ];
  return blocks.some(({ block }) => block === 'table')
    ? [
        {
          id: 'funnelProcess',
          title: 'Process',
          shows: 'Do deals go as the stages say, why are they lost, do stages mean what they say',
          orientation: 'landscape',
          blocks,
        },
      ]
    : [];
}
