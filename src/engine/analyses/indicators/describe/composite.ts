import type { Block, Table } from '../../../report/report';
import { heading, note } from '../../../report/blocks';
import { formatValue } from '../../../report/formats';
import { listed, several } from '../../../report/phrases';
import type { IndicatorsFinding } from '../finding';

const T = 'leadComposite';

export function compositeTable({ composite, diffusion, basis }: IndicatorsFinding): Table {
  return {
    block: 'table',
    id: T,
    key: 'period',
    feedsCharts: true,
    columns: [
      { id: 'period', header: basis.grain === 'month' ? 'Month' : 'Week from', format: 'text', width: 25 },
      {
        id: 'index',
        header: 'Composite index',
        format: 'decimal',
        note: 'Begins at 100. Symmetric changes 200(x − before)/(x + before) of its members, weighed so that one that swings much does not drown the others (The Conference Board).',
      },
      {
        id: 'rising',
        header: 'Members rising',
        format: 'percent',
        note: 'One that did not change counts half.',
      },
      {
        id: 'people',
        header: 'People rising',
        format: 'percent',
        note: 'Share of people whose own members rose on the whole.',
      },
    ],
    rows: (composite?.periods ?? []).map((period, i) => [
      period,
      composite?.index[i] ?? null,
      i === 0 ? null : (diffusion?.indicators[i - 1] ?? null),
      i === 0 ? null : (diffusion?.people[i - 1] ?? null),
    ]),
  };
}

/** One index of all promoted indicators of a result, and how many of them, and of the people, rise. */
export function compositeBlocks(finding: IndicatorsFinding): readonly Block[] {
  const { composite } = finding;
  if (!composite) return [];
  const members = composite.members.map(
    ({ indicator, weight }) => `${indicator} (${formatValue(weight, 'percent')})`,
  );
  return [
    heading(`All leads of ${composite.result} in one index`),
    note(`Members and their weights: ${listed(several(members, 8))}.`),
    {
      block: 'chart',
      id: 'leadCompositeChart',
      kind: 'line',
      title: `Composite leading index of ${composite.result}`,
      table: T,
      categories: 'period',
      series: [{ name: 'Composite index', column: 'index', tone: 'primary' }],
      yFormat: 'integer',
      alt: `The composite of all promoted indicators of ${composite.result}, period by period.`,
    },
    {
      block: 'chart',
      id: 'leadDiffusionChart',
      kind: 'line',
      title: 'Share of leads, and of people, that rise',
      table: T,
      categories: 'period',
      series: [
        { name: 'Members rising', column: 'rising', tone: 'primary' },
        { name: 'People rising', column: 'people', tone: 'secondary' },
      ],
      yFormat: 'percent',
      alt: 'The share of the members of the index that rose, and of the people whose members rose, period by period.',
    },
  ];
}
