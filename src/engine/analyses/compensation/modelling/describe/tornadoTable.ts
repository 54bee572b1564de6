import { live, thisRow } from '../../../../report/formula';
import type { Chart, Table } from '../../../../report/report';
import type { ModellingFinding } from '../finding';

/** Bars begin at the lowest cost of all, less a tenth, so that they can be seen. */
export function tornadoTable({ tornado: { bars } }: ModellingFinding): Table {
  const lows = bars.map(({ down, up }) => Math.min(down, up));
  const highs = bars.map(({ down, up }) => Math.max(down, up));
  const start = lows.length === 0 ? 0 : Math.min(...lows) - 0.1 * (Math.max(...highs) - Math.min(...lows));
  const base = bars[0]?.base ?? 0;
  return {
    block: 'table',
    id: 'payTornado',
    key: 'lever',
    columns: [
      { id: 'lever', header: 'What is turned', format: 'text', width: 46 },
      { id: 'by', header: 'By', format: 'text' },
      {
        id: 'down',
        header: 'Down',
        format: 'money',
        note: 'Expected cost with it turned down, on the same draws.',
      },
      {
        id: 'up',
        header: 'Up',
        format: 'money',
        note: 'Expected cost with it turned up, on the same draws.',
      },
      { id: 'base', header: 'As it is', format: 'money' },
      { id: 'width', header: 'Difference', format: 'money' },
      {
        id: 'downP90',
        header: 'Down, 90th',
        format: 'money',
        note: '90th percentile of the cost with it turned down.',
      },
      {
        id: 'upP90',
        header: 'Up, 90th',
        format: 'money',
        note: '90th percentile of the cost with it turned up.',
      },
      {
        id: 'spacer',
        header: 'Up to',
        format: 'money',
        note: 'For the chart: where the bar begins, counted from its edge.',
      },
      { id: 'less', header: 'Cheaper', format: 'money' },
      { id: 'more', header: 'Dearer', format: 'money' },
    ],
    rows: bars.map(({ lever, by, down, up, downP90, upP90 }) => {
      const [low, high] = [Math.min(down, up), Math.max(down, up)];
      return [
        lever,
        by,
        down,
        up,
        base,
        live(high - low, 'ABS(', thisRow('up'), '-', thisRow('down'), ')'),
        downP90,
        upP90,
        low - start,
        live(
          Math.max(0, base - low),
          'MAX(0,',
          thisRow('base'),
          '-MIN(',
          thisRow('down'),
          ',',
          thisRow('up'),
          '))',
        ),
        live(
          Math.max(0, high - base),
          'MAX(0,MAX(',
          thisRow('down'),
          ',',
          thisRow('up'),
          ')-',
          thisRow('base'),
          ')',
        ),
      ];
    }),
  };
}

export const tornadoChart = (plan: string): Chart => ({
  block: 'chart',
  id: 'payTornadoChart',
  kind: 'stackedBar',
  title: `What moves the expected cost of ${plan}`,
  table: 'payTornado',
  categories: 'lever',
  series: [
    { name: 'Up to', column: 'spacer', tone: 'invisible' },
    { name: 'Cheaper', column: 'less', tone: 'good' },
    { name: 'Dearer', column: 'more', tone: 'bad' },
  ],
  alt: 'A bar for each lever, the widest first: how far the expected cost falls and rises when it is turned down and up.',
});
