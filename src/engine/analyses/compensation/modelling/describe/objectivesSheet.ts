import { heading } from '../../../../report/blocks';
import { columnOf, live, thisRow } from '../../../../report/formula';
import type { Chart, ReportSheet, Table } from '../../../../report/report';
import type { ModellingFinding } from '../finding';

const NONE = 'No objective';

interface Spend {
  readonly plan: string;
  readonly objective: string;
  readonly component: string;
  readonly pay: number;
}

const spendOf = ({ models }: ModellingFinding): readonly Spend[] =>
  models
    .filter(({ inForce }) => inForce)
    .flatMap(({ plan, objectives }) =>
      objectives.flatMap(({ objective, components }) =>
        components.map(({ name, pay }) => ({ plan, objective: objective ?? NONE, component: name, pay })),
      ),
    );

const PARTS = 'payObjectiveParts';

function objectiveTable(spend: readonly Spend[]): Table {
  const names = [...new Map(spend.map(({ objective }) => [objective.toLowerCase(), objective])).values()];
  const all = spend.reduce((sum, { pay }) => sum + pay, 0);
  return {
    block: 'table',
    id: 'payObjectives',
    key: 'objective',
    columns: [
      { id: 'objective', header: 'Objective', format: 'text', width: 34 },
      {
        id: 'pay',
        header: 'Paid for it',
        format: 'money',
        note: 'Sum of the components below that serve it.',
      },
      { id: 'share', header: 'Of all pay', format: 'percent1' },
    ],
    rows: names.map((objective) => {
      const pay = spend
        .filter((one) => one.objective.toLowerCase() === objective.toLowerCase())
        .reduce((sum, one) => sum + one.pay, 0);
      return [
        objective,
        live(
          pay,
          'SUMIF(',
          columnOf(PARTS, 'objective'),
          ',',
          thisRow('objective'),
          ',',
          columnOf(PARTS, 'pay'),
          ')',
        ),
        live(
          all === 0 ? null : pay / all,
          ...[
            'IF(SUM(',
            columnOf(PARTS, 'pay'),
            ')=0,"",',
            thisRow('pay'),
            '/SUM(',
            columnOf(PARTS, 'pay'),
            '))',
          ],
        ),
      ];
    }),
    totals: ['Total', live(all, 'SUM(', columnOf('payObjectives', 'pay'), ')'), null],
    conditionalFormats: [{ rule: 'flagWhere', column: 'objective', value: NONE, tone: 'warn' }],
  };
}

const partsTable = (spend: readonly Spend[]): Table => ({
  block: 'table',
  id: PARTS,
  key: 'component',
  columns: [
    { id: 'plan', header: 'Plan', format: 'text', width: 34 },
    { id: 'component', header: 'Component', format: 'text', width: 26 },
    {
      id: 'objective',
      header: 'Objective',
      format: 'text',
      width: 26,
      note: 'As the plan says. Change it here to see how the shares move; change it in the plan to keep it.',
    },
    {
      id: 'pay',
      header: 'Paid',
      format: 'money',
      note: 'Over all people and periods, before cap and draw of the whole plan.',
    },
  ],
  rows: spend.map(({ plan, component, objective, pay }) => [plan, component, objective, pay]),
});

const objectiveChart: Chart = {
  block: 'chart',
  id: 'payObjectivesChart',
  kind: 'bar',
  title: 'What variable pay is spent on',
  table: 'payObjectives',
  categories: 'objective',
  series: [{ name: 'Paid for it', column: 'pay', tone: 'primary' }],
  yFormat: 'money',
  alt: 'A bar for each corporate objective: what the components that serve it paid.',
};

export function objectivesSheet(finding: ModellingFinding): readonly ReportSheet[] {
  const spend = spendOf(finding);
  if (spend.length === 0) return [];
  return [
    {
      id: 'payObjectives',
      title: 'Objectives',
      shows: 'Which corporate objectives variable pay is spent on',
      orientation: 'portrait',
      blocks: [objectiveChart, objectiveTable(spend), heading('Components'), partsTable(spend)],
    },
  ];
}
