import type { ChartKind } from '../../src/engine/report/report';
import type { Placement } from '../../src/engine/report/placement';

const STAGES = ['Lead', 'Qualified', 'Proposal', 'Negotiation', 'Closed won'];
const ENTERED = [412, 263, 151, 88, 41];
const KINDS: readonly ChartKind[] = [
  'column',
  'stackedColumn',
  'bar',
  'stackedBar',
  'line',
  'area',
  'scatter',
];

/** Text that a sheet must keep as text, letter by letter. */
export const AWKWARD = [
  '=1+1',
  '+49 89 123',
  '-',
  '@SUM(A1)',
  '#N/A',
  ' two  spaces ',
  'a\nb\tc',
  '_x0041_',
  '<b>&"\'',
  '😀 👩‍👩‍👧',
  '00123',
  'TRUE',
  '__proto__',
  '\ud800 alone',
  '\u0001\r\n',
  'x'.repeat(32_767),
];

/** A result of two sheets with every kind of placement and every kind of chart. */
export function everyPlacement(): readonly Placement[] {
  const sheet = 'funnel';
  const body = { row: 4, rows: STAGES.length, columns: 1 };
  const column = (c: number) => ({ ...body, column: c });
  const charts = KINDS.map((type, i): Placement => {
    const spacer = type === 'stackedBar';
    return {
      kind: 'chart',
      sheet,
      name: `Leadline ${type}`,
      type,
      title: `Opportunities by stage, as ${type}`,
      alt: `A ${type} chart: 412 leads become 41 deals.`,
      anchor: { row: 12 + Math.floor(i / 2) * 18, column: (i % 2) * 6 + 1, rows: 16, columns: 5 },
      categories: column(type === 'scatter' ? 2 : 1),
      series: [
        {
          name: spacer ? 'Spacer' : 'Entered',
          values: column(spacer ? 5 : 2),
          color: '#1F5FA8',
          invisible: spacer,
        },
        { name: 'Advanced', values: column(3), color: '#D55E00', invisible: false },
        ...(spacer
          ? [{ name: 'Lost', values: column(5), color: '#8A94A3', invisible: false, hollow: true as const }]
          : []),
      ],
      xTitle: type === 'scatter' ? 'Entered' : 'Stage',
      yTitle: 'Opportunities',
      yNumberFormat: '#,##0',
    };
  });
  return [
    { kind: 'sheet', sheet, name: 'Leadline Funnel', tabColor: '#1F5FA8' },
    { kind: 'sheet', sheet: 'inputs', name: 'Leadline Inputs', tabColor: '#1F5FA8' },
    {
      kind: 'format',
      sheet,
      area: { row: 0, column: 1, rows: 1, columns: 5 },
      format: { bold: true, size: 20, color: '#14315C', numberFormat: '@', borderBottom: '#D5DCE6' },
    },
    {
      kind: 'format',
      sheet,
      area: { row: 3, column: 1, rows: 1, columns: 5 },
      format: {
        bold: true,
        color: '#FFFFFF',
        fill: '#14315C',
        wrap: true,
        align: 'center',
        verticalAlign: 'center',
      },
    },
    {
      kind: 'format',
      sheet,
      area: { row: 4, column: 2, rows: 5, columns: 2 },
      format: { numberFormat: '#,##0' },
    },
    {
      kind: 'format',
      sheet,
      area: { row: 4, column: 4, rows: 5, columns: 1 },
      format: { numberFormat: '0.0%', italic: true },
    },
    { kind: 'format', sheet, area: { row: 4, column: 4, rows: 1, columns: 1 }, format: { bold: true } },
    { kind: 'name', sheet: 'inputs', name: 'leadline_funnel.horizon', row: 1, column: 1 },
    { kind: 'name', sheet: 'inputs', name: 'leadline_basis', row: 2, column: 1 },
    {
      kind: 'cells',
      sheet,
      area: { row: 0, column: 1, rows: 1, columns: 1 },
      values: [['Funnel']],
    },
    {
      kind: 'cells',
      sheet,
      area: { row: 3, column: 1, rows: 6, columns: 5 },
      values: [
        ['Stage', 'Entered', 'Advanced', 'Rate', 'Spacer'],
        ...STAGES.map((stage, i) => {
          const entered = ENTERED[i]!;
          const advanced = ENTERED[i + 1] ?? 0;
          return [
            stage,
            entered,
            advanced,
            { formula: `IF(C${i + 5}=0,"",D${i + 5}/C${i + 5})`, value: advanced / entered },
            (412 - entered) / 2,
          ];
        }),
      ],
    },
    {
      kind: 'cells',
      sheet,
      area: { row: 9, column: 1, rows: 1, columns: 5 },
      values: [
        [
          'Total',
          { formula: 'SUM(C5:C9)', value: 955 },
          { formula: 'SUM(D5:D9)*leadline_funnel.horizon/90', value: 543 },
          { formula: 'IF(C10>0,"",1)', value: null },
          { formula: 'NORM.S.INV(0.975)', value: 1.9599639845400536 },
        ],
      ],
    },
    {
      kind: 'table',
      sheet,
      name: 'Leadline_steps',
      area: { row: 3, column: 1, rows: 6, columns: 5 },
      headers: ['Stage', 'Entered', 'Advanced', 'Rate', 'Spacer'],
      key: 0,
      style: 'TableStyleLight1',
    },
    {
      kind: 'note',
      sheet,
      row: 3,
      column: 4,
      text: 'Advanced divided by entered.\nOpen deals count as not yet advanced.',
    },
    {
      kind: 'links',
      sheet,
      row: 10,
      column: 1,
      links: [{ text: 'See the inputs', target: { sheet: 'inputs', cell: 'B2' } }],
    },
    {
      kind: 'links',
      sheet,
      row: 10,
      column: 2,
      links: [
        { text: 'Deals!A2', target: { sheet: "Bob's deals", cell: 'A2' } },
        { text: '=Deals!A3', target: { sheet: "Bob's deals", cell: 'A3' } },
      ],
    },
    { kind: 'conditionalFormat', sheet, area: column(2), rule: { kind: 'dataBar', color: '#9DBFE6' } },
    {
      kind: 'conditionalFormat',
      sheet,
      area: column(4),
      rule: { kind: 'colorScale', low: '#F3B58A', middle: '#FFFFFF', high: '#9DBFE6' },
    },
    {
      kind: 'conditionalFormat',
      sheet,
      area: { row: 4, column: 2, rows: 5, columns: 2 },
      rule: { kind: 'colorScale', low: '#F3B58A', middle: '#FFFFFF', high: '#9DBFE6', reach: 1 },
    },
    {
      kind: 'conditionalFormat',
      sheet,
      area: { row: 4, column: 1, rows: 5, columns: 5 },
      rule: { kind: 'formula', formula: '$C5<50', color: '#5B6675', fill: '#FFF4E5', italic: true },
    },
    { kind: 'columnWidths', sheet, widths: [2.5, 24, 12, 12, 12, 12, 4, 12, 12, 12, 12, 12] },
    { kind: 'rowHeight', sheet, row: 0, points: 30 },
    ...charts,
    { kind: 'freeze', sheet, rows: 2, columns: 0 },
    { kind: 'gridlines', sheet, shown: false },
    {
      kind: 'print',
      sheet,
      orientation: 'landscape',
      fitWidth: true,
      titleRow: 3,
      footer: '&LLeadline&RPage &P of &N',
      breaks: [9, 20],
      area: { row: 0, column: 0, rows: 30, columns: 12 },
    },
    {
      kind: 'cells',
      sheet: 'inputs',
      area: { row: 0, column: 0, rows: 3, columns: 2 },
      values: [
        ['Input', 'Value'],
        ['Days observed', 90],
        ['Basis', 'entered'],
      ],
    },
    {
      kind: 'validation',
      sheet: 'inputs',
      area: { row: 1, column: 1, rows: 1, columns: 1 },
      rule: { kind: 'between', min: 1, max: 365, whole: true },
      title: 'Days observed',
      message: 'A whole number from 1 to 365.',
    },
    {
      kind: 'validation',
      sheet: 'inputs',
      area: { row: 2, column: 1, rows: 1, columns: 1 },
      rule: { kind: 'oneOf', choices: ['entered', 'created'] },
      title: 'Basis',
      message: 'Choose one of: entered, created.',
    },
    {
      kind: 'validation',
      sheet: 'inputs',
      area: { row: 6, column: 1, rows: 2, columns: 1 },
      rule: { kind: 'oneOf', choices: ['open', 'won, at last', 'said "no"'] },
      title: 'Kind',
      message: 'Choose one.',
    },
    {
      kind: 'cells',
      sheet: 'inputs',
      area: { row: 5, column: 0, rows: 3, columns: 2 },
      values: [
        ['Stage', 'Kind'],
        ['Lead', 'open'],
        ['Closed won', 'won'],
      ],
    },
    {
      kind: 'table',
      sheet: 'inputs',
      name: 'Leadline_stages',
      area: { row: 5, column: 0, rows: 3, columns: 2 },
      headers: ['Stage', 'Kind'],
      key: 0,
      style: 'TableStyleLight1',
    },
    {
      kind: 'format',
      sheet: 'inputs',
      area: { row: 10, column: 0, rows: AWKWARD.length, columns: 1 },
      format: { numberFormat: '@' },
    },
    {
      kind: 'cells',
      sheet: 'inputs',
      area: { row: 10, column: 0, rows: AWKWARD.length, columns: 1 },
      values: AWKWARD.map((text) => [text]),
    },
    {
      kind: 'stamp',
      sheets: [sheet, 'inputs'],
      stamp: { version: '0.1.0', asOf: 44927, seed: 42, inputHash: 'abc' },
    },
  ];
}
