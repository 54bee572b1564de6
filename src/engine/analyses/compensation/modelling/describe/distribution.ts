import type { Chart, Table } from '../../../../report/report';
import type { ModellingFinding } from '../finding';

/** "8.1 to 8.2" in millions or thousands, as wide as the numbers need. */
function binLabels(bins: ModellingFinding['cost']['bins']): readonly string[] {
  const most = Math.max(...bins.map(({ to }) => Math.abs(to))) / 100;
  const [unit, name] = most >= 2e6 ? [1e6, ' M'] : most >= 2000 ? [1e3, ' k'] : [1, ''];
  const width = (bins[0]!.to - bins[0]!.from) / 100 / unit;
  const decimals = width > 0 ? Math.min(4, Math.max(0, Math.ceil(-Math.log10(width)) + 1)) : 0;
  return bins.map(({ from }) => `${(from / 100 / unit).toFixed(decimals)}${name}`);
}

export function distributionTable({ cost: { bins } }: ModellingFinding): Table {
  const labels = binLabels(bins);
  return {
    block: 'table',
    id: 'payCostBins',
    key: 'label',
    feedsCharts: true,
    columns: [
      { id: 'label', header: 'From', format: 'text' },
      { id: 'from', header: 'Cost from', format: 'money' },
      { id: 'to', header: 'Cost to', format: 'money' },
      { id: 'share', header: 'Of the years', format: 'percent1' },
    ],
    rows: bins.map(({ from, to, share }, i) => [labels[i]!, from, to, share]),
  };
}

export const distributionChart: Chart = {
  block: 'chart',
  id: 'payCostChart',
  kind: 'column',
  title: 'Cost of the plans in force, over simulated years',
  table: 'payCostBins',
  categories: 'label',
  series: [{ name: 'Of the years', column: 'share', tone: 'primary' }],
  xTitle: 'Cost',
  yFormat: 'percent',
  alt: 'A column for each range of cost: the share of simulated years that cost as much.',
};
