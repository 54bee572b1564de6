import { heading, note } from '../../report/blocks';
import { live, thisRow } from '../../report/formula';
import { formatValue } from '../../report/formats';
import type { Block, CellContent, Chart, Column, Description, Table } from '../../report/report';
import type { ComparedFigure } from '../comparison';
import type { ScenarioFinding, ScenariosFinding } from './finding';

type Format = ComparedFigure['format'];

/** A column has one format, so figures of a kind stand together. */
const KINDS: readonly (readonly [format: Format, title: string])[] = [
  ['money', 'Amounts'],
  ['percent1', 'Chances'],
  ['decimal', 'Numbers'],
];

const keyOf = ({ analysis, id }: ScenarioFinding['figures'][number]): string => `${analysis}.${id}`;

/** What lies between the two ends of a difference. */
const SPREAD =
  'Of the forecast’s mean future by future, of pay year by year; of P10, P50, P90 and the chance, how sure so many simulated futures make the difference:';

/** Scenarios side by side: the figures first, then how each differs from what is in force. */
function figuresTable({ scenarios, baseline }: ScenariosFinding, format: Format): Table | undefined {
  // A scenario under which an analysis finds nothing lacks its figures; the others have them.
  const rows = [
    ...new Map(
      scenarios
        .flatMap(({ figures }) => figures)
        .filter((figure) => figure.format === format)
        .map((figure) => [keyOf(figure), figure]),
    ).values(),
  ];
  if (rows.length === 0) return undefined;
  const withSpread = scenarios.map(({ figures }) =>
    figures.some((figure) => figure.format === format && (figure.difference?.low ?? null) !== null),
  );
  const columns: readonly Column[] = [
    { id: 'figure', header: 'Figure', format: 'text', width: 34 },
    { id: 'baseline', header: 'As it is', format, note: `As on the ${baseline}.` },
    ...scenarios.map(({ name }, i): Column => ({ id: `value${i}`, header: name, format })),
    ...scenarios.flatMap(({ name }, i): readonly Column[] => [
      {
        id: `difference${i}`,
        header: `${name}: difference`,
        format,
        note: 'The scenario less what is in force, on the same simulated futures.',
      },
      ...(withSpread[i]
        ? [
            {
              id: `low${i}`,
              header: `${name}: from`,
              format,
              note: `${SPREAD} one in ten is this or less.`,
            },
            {
              id: `high${i}`,
              header: `${name}: to`,
              format,
              note: `${SPREAD} one in ten is more than this.`,
            },
          ]
        : []),
    ]),
  ];
  return {
    block: 'table',
    id: `scenarios${format[0]!.toUpperCase()}${format.slice(1)}`,
    key: 'figure',
    columns,
    rows: rows.map((row) => {
      const of = scenarios.map(({ figures }) => figures.find((figure) => keyOf(figure) === keyOf(row)));
      return [
        row.label,
        row.baseline,
        ...of.map((figure): CellContent => figure?.value ?? null),
        ...of.flatMap((figure, i): readonly CellContent[] => [
          live(
            figure?.difference?.value ?? null,
            ...['IF(OR(', thisRow(`value${i}`), '="",', thisRow('baseline'), '=""),"",'],
            ...[thisRow(`value${i}`), '-', thisRow('baseline'), ')'],
          ),
          ...(withSpread[i] ? [figure?.difference?.low ?? null, figure?.difference?.high ?? null] : []),
        ]),
      ];
    }),
  };
}

const BAND = 'scenarioBands';

/** The forecast's band under each scenario, for the chart; undefined where there is no forecast. */
function bandTable({ scenarios }: ScenariosFinding): Table | undefined {
  const bandOf = (name: string, figures: ScenarioFinding['figures'], side: 'baseline' | 'value') => {
    const of = (wanted: string): number | null =>
      figures.find(({ analysis, id }) => analysis === 'forecast' && id === wanted)?.[side] ?? null;
    const [p10, p50, p90] = [of('p10'), of('p50'), of('p90')];
    return p10 === null || p50 === null || p90 === null ? [] : [{ name, p10, p50, p90 }];
  };
  const known = scenarios.find(({ figures }) => bandOf('', figures, 'baseline').length > 0);
  if (!known) return undefined;
  const { format } = known.figures.find(({ analysis, id }) => analysis === 'forecast' && id === 'p50')!;
  const rows = [
    ...bandOf('As it is', known.figures, 'baseline'),
    ...scenarios.flatMap(({ name, figures }) => bandOf(name, figures, 'value')),
  ];
  return {
    block: 'table',
    id: BAND,
    key: 'scenario',
    columns: [
      { id: 'scenario', header: 'Forecast under', format: 'text', width: 34 },
      { id: 'p10', header: 'P10', format },
      { id: 'p50', header: 'P50', format },
      { id: 'p90', header: 'P90', format },
      { id: 'lower', header: 'P10 to P50', format, note: 'For the chart.' },
      { id: 'upper', header: 'P50 to P90', format, note: 'For the chart.' },
    ],
    rows: rows.map(({ name, p10, p50, p90 }) => [
      name,
      p10,
      p50,
      p90,
      live(p50 - p10, thisRow('p50'), '-', thisRow('p10')),
      live(p90 - p50, thisRow('p90'), '-', thisRow('p50')),
    ]),
  };
}

const bandChart = (table: Table): Chart => ({
  block: 'chart',
  id: 'scenarioBandChart',
  kind: 'stackedColumn',
  title: 'All months of the forecast: four futures in five end within the bar',
  table: BAND,
  categories: 'scenario',
  series: [
    { name: 'Up to P10', column: 'p10', tone: 'invisible' },
    { name: 'P10 to P50', column: 'lower', tone: 'series7' },
    { name: 'P50 to P90', column: 'upper', tone: 'primary' },
  ],
  yFormat: table.columns[1]!.format,
  alt: 'For each scenario a bar from P10 to P90 of the forecast, divided at P50.',
});

const NOTHING = 'Nothing: as on the Inputs sheet';

/** What each scenario changes, in words. */
const changesTable = ({ scenarios }: ScenariosFinding): Table => ({
  block: 'table',
  id: 'scenarioChanges',
  key: 'scenario',
  columns: [
    { id: 'scenario', header: 'Scenario', format: 'text', width: 34 },
    { id: 'change', header: 'Change', format: 'text', width: 14, runsOn: true },
  ],
  rows: scenarios.flatMap(({ name, changes }) =>
    (changes.length > 0 ? changes : [NOTHING]).map((change) => [name, change]),
  ),
});

/** Each scenario's expected amount, beside the one in force. */
function headline({ scenarios }: ScenariosFinding): readonly Block[] {
  const figures = scenarios.flatMap(({ name, figures: all }, i) => {
    const mean = all.find(({ analysis, id }) => analysis === 'forecast' && id === 'mean');
    if (!mean || mean.value === null) return [];
    const { low, high } = mean.difference ?? { low: null, high: null };
    const shown = (cents: number): string => formatValue(cents, mean.format);
    return [
      {
        id: `scenario${i}`,
        label: name,
        value: mean.value,
        format: mean.format,
        detail: low === null || high === null ? 'as it is' : `differs by ${shown(low)} to ${shown(high)}`,
      },
    ];
  });
  return figures.length === 0
    ? []
    : [
        heading('Scenarios'),
        note('The forecast’s mean under each, and by how much it differs in four of five futures.'),
        { block: 'keyFigures', id: 'scenarioHeadline', figures: figures.slice(0, MOST_SHOWN) },
      ];
}

/** Figures on the Summary. */
const MOST_SHOWN = 6;

/** Scenarios side by side, on one sheet. */
export function describeScenarios(finding: ScenariosFinding): Description {
  const band = bandTable(finding);
  return {
    headline: headline(finding),
    limits: [],
    sheets: [
      {
        id: 'scenarios',
        title: 'Scenarios',
        shows: 'Tough, base, good and your own scenarios side by side, with what they change and by how much',
        orientation: 'landscape',
        blocks: [
          note(
            'Every scenario is run on the same simulated futures as what is in force, so that a difference is the scenario and not luck. Between “from” and “to” lie four differences in five: for the forecast’s mean those of single futures (for pay, of single years); for P10, P50, P90 and the chance, which are one number of all futures, how sure these make it. Change the scenarios, or add your own, on the Inputs sheet.',
            'plain',
          ),
          ...(band ? [heading('The forecast under each'), band, bandChart(band)] : []),
          heading('What each changes'),
          changesTable(finding),
          ...KINDS.flatMap(([format, title]): readonly Block[] => {
            const table = figuresTable(finding, format);
            return table ? [heading(title), table] : [];
          }),
        ],
      },
    ],
  };
}
