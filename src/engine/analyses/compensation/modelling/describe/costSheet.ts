import { heading, note } from '../../../../report/blocks';
import { columnOf, input, live, liveQuotient, thisRow } from '../../../../report/formula';
import { formatValue } from '../../../../report/formats';
import type { Block, Live, ReportSheet, Table } from '../../../../report/report';
import type { ModellingFinding } from '../finding';
import { contestTable } from './contestTable';
import { distributionChart, distributionTable } from './distribution';
import { seekBlocks } from './seeksTable';
import { spreadTable } from './spreadTable';
import { tornadoChart, tornadoTable } from './tornadoTable';

const COSTS = 'payCost';

function figures({ cost }: ModellingFinding): Block {
  const { mean, standardError, p10, p50, p90, target, ccos, budget, overBudget, runs } = cost;
  const expected = live(mean, 'SUM(', columnOf(COSTS, 'counted'), ')');
  const m = (cents: number): string => formatValue(cents, 'money');
  return {
    block: 'keyFigures',
    id: 'payCostFigures',
    figures: [
      {
        id: 'mean',
        label: 'Expected cost',
        value: expected,
        format: 'money',
        detail:
          standardError === null
            ? `in closed form; ${m(target)} at target`
            : `± ${m(1.96 * standardError)} by simulation; ${m(target)} at target`,
      },
      {
        id: 'p50',
        label: 'As likely more as less',
        value: p50,
        format: 'money',
        detail: `median of ${formatValue(runs, 'integer')} simulated years`,
      },
      {
        id: 'range',
        label: '1 in 10 above',
        value: p90,
        format: 'money',
        detail: `90th percentile; 1 in 10 below ${m(p10)}`,
      },
      {
        id: 'ccos',
        label: 'Cost of sales expected',
        value: ccos === null ? null : ccos.mean,
        format: 'percent1',
        detail:
          ccos === null
            ? 'no money is credited'
            : `cost ÷ sales; ${formatValue(ccos.p10, 'percent1')} to ${formatValue(ccos.p90, 'percent1')} in 8 of 10 years`,
      },
      {
        id: 'budget',
        label: 'Budget left',
        value: live(
          budget === null ? null : budget - mean,
          ...[
            'IF(',
            input('payBudget'),
            '=0,"",',
            input('payBudget'),
            '-SUM(',
            columnOf(COSTS, 'counted'),
            '))',
          ],
        ),
        format: 'money',
        detail:
          overBudget === null
            ? 'no budget is set on the Inputs sheet'
            : `budget − expected cost; exceeded in ${formatValue(overBudget, 'percent')} of the years`,
      },
    ],
  };
}

const BUDGET = 'As expected from attainment; simulated years for the percentiles. Values of the last run.';

/** Each plan; alternatives are listed and not counted. */
function costTable({ models }: ModellingFinding): Table {
  const over = (value: number | null, part: string, whole: string): Live =>
    liveQuotient(value, thisRow(part), thisRow(whole));
  return {
    block: 'table',
    id: COSTS,
    key: 'plan',
    columns: [
      { id: 'plan', header: 'Plan', format: 'text', width: 28 },
      { id: 'people', header: 'People', format: 'integer' },
      { id: 'target', header: 'At target', format: 'money', note: 'Target pay of everyone in the plan.' },
      { id: 'mean', header: 'Expected', format: 'money', note: BUDGET },
      { id: 'ratio', header: 'Expected ÷ target', format: 'percent' },
      { id: 'p10', header: '10th percentile', format: 'money', note: BUDGET },
      { id: 'p50', header: 'Median', format: 'money', note: BUDGET },
      { id: 'p90', header: '90th percentile', format: 'money', note: BUDGET },
      {
        id: 'volume',
        header: 'Sales expected',
        format: 'money',
        note: 'Credit of the first component that counts money.',
      },
      {
        id: 'ccos',
        header: 'Cost of sales expected',
        format: 'percent1',
        note: 'Expected ÷ sales expected: what a unit of sales costs, the plan’s effective rate.',
      },
      {
        id: 'inForce',
        header: 'In force',
        format: 'text',
        note: 'An alternative is there for comparison, and pays nobody.',
      },
      { id: 'counted', header: 'Counted', format: 'money', note: 'Expected, of plans in force.' },
    ],
    rows: models.map(({ plan, people, cost, inForce }) => [
      plan,
      people,
      cost.target,
      cost.mean,
      over(cost.target > 0 ? cost.mean / cost.target : null, 'mean', 'target'),
      cost.p10,
      cost.p50,
      cost.p90,
      cost.volume,
      over(cost.volume > 0 ? cost.mean / cost.volume : null, 'mean', 'volume'),
      inForce ? 'Yes' : 'No',
      live(inForce ? cost.mean : 0, 'IF(', thisRow('inForce'), '="Yes",', thisRow('mean'), ',0)'),
    ]),
    conditionalFormats: [{ rule: 'muteRowWhere', column: 'inForce', value: 'No' }],
  };
}

/** Said where the levers of the what-if are moved: sales are not as measured then. */
const whatIfNote = ({ cost: { timesSold } }: ModellingFinding): readonly Block[] =>
  timesSold === 1
    ? []
    : [
        note(
          `Under the what-if of the Inputs sheet everybody sells ${formatValue(timesSold, 'decimal')} times as much as measured.`,
          'warning',
        ),
      ];

export const costSheet = (finding: ModellingFinding): ReportSheet => ({
  id: 'payCost',
  title: 'Cost',
  shows: 'What the plans are expected to cost, how sure that is, and what moves it',
  orientation: 'landscape',
  blocks: [
    figures(finding),
    ...whatIfNote(finding),
    heading('Plans'),
    costTable(finding),
    distributionChart,
    ...(finding.tornado.bars.length > 0
      ? [
          heading('What moves the cost'),
          note(
            'Rates are turned by 10%, everyone’s sales by 5% (μ), and how far people are apart by 10% (σ). All on the same draws, so that a bar is its lever and not chance.',
          ),
          tornadoChart(finding.tornado.plan),
          tornadoTable(finding),
        ]
      : []),
    ...seekBlocks(finding),
    heading('How attainment is spread'),
    spreadTable(finding),
    heading('A SPIFF or contest'),
    note('Set prize, usual sales and margin on the Inputs sheet.'),
    contestTable(finding),
    heading('Simulated years'),
    distributionTable(finding),
  ],
});
