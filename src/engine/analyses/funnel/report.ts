import type { AssumptionValues } from '../../core/assumption';
import type { Stamp } from '../../core/stamp';
import { heading, note } from '../../report/blocks';
import { formatValue } from '../../report/formats';
import type { Block, Description } from '../../report/report';
import { LIMITS } from '../../report/wording';
import { readAssumptions } from './assumptions';
import { breakdownBlocks, breakdownChart, breakdownChartTable } from './describe/breakdown';
import { cohortChart, cohortRemark, cohortTable } from './describe/cohorts';
import { conversionByDay, conversionChart, outcomeChart, outcomesByDay } from './describe/curves';
import { outcomeFigures, outcomesTable } from './describe/outcomes';
import { days, deals, interval } from './describe/phrases';
import {
  funnelChartTable,
  pathsTable,
  stageCharts,
  stageTable,
  stageTimesTable,
  timeChart,
} from './describe/stages';
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

/** Where the fewest go on, of the stages with enough decided deals to say so. */
function weakestStep({ stages, basis }: FunnelFinding, minimum: number): readonly Block[] {
  const rated = stages.filter(({ stepRate }) => stepRate.estimate !== null && stepRate.n >= minimum);
  const [weakest] = [...rated].sort((a, b) => (a.stepRate.estimate ?? 1) - (b.stepRate.estimate ?? 1));
  if (!weakest || rated.length < 2) return [];
  const { x, n, estimate } = weakest.stepRate;
  return [
    note(
      `The lowest step rate is at “${weakest.name}”: of ${deals(n)} decided there, ${x} moved on (${formatValue(estimate, 'percent')}, ${interval(weakest.stepRate, basis.confidence)}).`,
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
        heading(`Within ${days(basis.horizonDays)}, and how long it takes`),
        stageTimesTable(finding, minimum),
        conversionChart(finding),
        timeChart,
      ]
    : [];
  const cohortPart: readonly Block[] =
    finding.cohorts.length > 0
      ? [
          heading('By quarter of creation'),
          ...cohortRemark(finding),
          cohortTable(finding, minimum),
          cohortChart(finding),
        ]
      : [];
  const breakdownPart: readonly Block[] = breakdown
    ? [
        heading(`By ${breakdown.label.toLowerCase()}`),
        ...breakdownBlocks(breakdown, minimum),
        breakdownChart(breakdown),
      ]
    : [];

  return {
    headline: [
      heading('Stage conversion'),
      outcomeFigures(finding, minimum, 'funnelHeadline'),
      ...weakestStep(finding, minimum),
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
          outcomeChart,
          ...(staged ? [heading('Two ways to count'), pathsTable(finding, minimum)] : []),
          ...cohortPart,
          ...breakdownPart,
          heading('Numbers behind the charts'),
          ...(staged ? [funnelChartTable(finding), conversionByDay(finding, minimum)] : []),
          outcomesByDay(finding),
          ...(breakdown ? [breakdownChartTable(breakdown, minimum)] : []),
        ],
      },
    ],
  };
}
