import { note } from '../../../report/blocks';
import { formatValue } from '../../../report/formats';
import { columnOf, input, live, thisRow, type Part } from '../../../report/formula';
import { MINIMUM_FOR_PERCENT, rateCells, rateColumns } from '../../../report/liveRate';
import type { Block, CellContent, Chart, Table } from '../../../report/report';
import { SEGMENTS_BY } from '../segments';
import type { CoverageFinding } from '../coverage';
import type { ForecastFinding } from '../finding';
import { unitFormat } from './words';

const T = 'forecastCoverage';

const enough = (coverage: number | null, required: number | null): string | null =>
  coverage === null || required === null ? null : coverage >= required ? 'Yes' : 'No';

/** That the win rate from creation on is another measure of the same deals than the forecast's. */
export function coverageNote(finding: ForecastFinding): readonly Block[] {
  const { coverageTotal, weighted } = finding;
  const format = unitFormat(finding);
  if (coverageTotal.expected === null || weighted.ageAware === null) return [];
  return [
    note(
      `“Expected of it” and “Enough?” go by the win rate of deals from their creation on: ${formatValue(coverageTotal.expected, format)} of the open deals. By the stage and age in which they stand it is ${formatValue(weighted.ageAware.total, format)}, at any time. Where deals stand in late stages the first is too low, where they are old too high: the chance to reach the goal goes by the second.`,
      'plain',
    ),
  ];
}

/** Pipeline against what is still to be won, and against what the win rate requires: 1 ÷ win rate. */
export function coverageTable(finding: ForecastFinding, minimum: number): Table {
  const format = unitFormat(finding);
  const { coverage, coverageTotal, coverageBy } = finding;
  const sum = (value: number, column: string) => live(value, 'SUM(', columnOf(T, column), ')');
  // What few decided deals require is not known, as their win rate is not.
  const isKnown = ({ winRate }: CoverageFinding): boolean => winRate.n >= Math.max(1, minimum);
  const ifKnown = (...formula: readonly Part[]): readonly Part[] => [
    ...['IF(', thisRow('decided'), '<MAX(1,', input(MINIMUM_FOR_PERCENT), '),"",', ...formula, ')'],
  ];
  const ratios = (segment: CoverageFinding): readonly CellContent[] => {
    const required = isKnown(segment) ? segment.required : null;
    return [
      ...rateCells(segment.winRate, minimum, [thisRow('won')], [thisRow('decided')]),
      live(
        segment.coverage,
        ...['IF(OR(', thisRow('remaining'), '="",', thisRow('remaining'), '=0),"",'],
        ...[thisRow('pipeline'), '/', thisRow('remaining'), ')'],
      ),
      live(
        required,
        ...ifKnown('IF(', thisRow('won'), '=0,"",', thisRow('decided'), '/', thisRow('won'), ')'),
      ),
      live(
        isKnown(segment) ? segment.expected : null,
        ...ifKnown(thisRow('pipeline'), '*', thisRow('won'), '/', thisRow('decided')),
      ),
      live(
        enough(segment.coverage, required),
        ...['IF(OR(', thisRow('coverage'), '="",', thisRow('required'), '=""),"",IF('],
        ...[thisRow('coverage'), '>=', thisRow('required'), ',"Yes","No"))'],
      ),
    ];
  };
  const row = (segment: CoverageFinding): readonly CellContent[] => [
    segment.segment,
    segment.deals,
    segment.pipeline,
    segment.remaining,
    segment.winRate.x,
    segment.winRate.n,
    ...ratios(segment),
  ];
  return {
    block: 'table',
    id: T,
    key: 'segment',
    columns: [
      {
        id: 'segment',
        header: coverageBy === SEGMENTS_BY.none ? 'Deals' : coverageBy,
        format: 'text',
        width: 25,
      },
      { id: 'deals', header: 'Open deals', format: 'integer' },
      { id: 'pipeline', header: 'Pipeline', format },
      {
        id: 'remaining',
        header: 'Still to be won',
        format,
        note: 'Goal of these months less what is won in them already. Owners have their quotas; else the goal is shared out as the amounts won lately were.',
      },
      { id: 'won', header: 'Won ever', format: 'integer' },
      { id: 'decided', header: 'Won or lost ever', format: 'integer' },
      ...rateColumns('rate', 'Win rate', 'Won ÷ (won + lost).'),
      { id: 'coverage', header: 'Coverage', format: 'decimal', note: 'Pipeline ÷ still to be won.' },
      {
        id: 'required',
        header: 'Required',
        format: 'decimal',
        note: '1 ÷ win rate: so many times must the pipeline be what is still to be won. Blank below the smallest group set on the Inputs sheet.',
      },
      {
        id: 'expected',
        header: 'Expected of it',
        format,
        note: 'Pipeline × win rate. The win rate is that of deals from their creation on: of a pipeline whose deals stand in late stages more is to be expected, see “By stage and age” among the three ways to weigh it.',
      },
      {
        id: 'enough',
        header: 'Enough?',
        format: 'text',
        note: 'Yes where coverage is at least what is required, by the win rate from creation on: too strict for a pipeline in late stages, too mild for one of old deals. The chance to reach the goal goes by stage and age.',
      },
    ],
    rows: coverage.map(row),
    totals: [
      'All deals',
      sum(coverageTotal.deals, 'deals'),
      sum(coverageTotal.pipeline, 'pipeline'),
      coverageTotal.remaining,
      sum(coverageTotal.winRate.x, 'won'),
      sum(coverageTotal.winRate.n, 'decided'),
      ...ratios(coverageTotal),
    ],
    conditionalFormats: [
      { rule: 'flagWhere', column: 'enough', value: 'No', tone: 'bad' },
      { rule: 'flagWhere', column: 'enough', value: 'Yes', tone: 'good' },
    ],
  };
}

export const coverageChart: Chart = {
  block: 'chart',
  id: 'forecastCoverageChart',
  kind: 'bar',
  title: 'Coverage against what the win rate requires',
  table: T,
  categories: 'segment',
  series: [
    { name: 'Coverage', column: 'coverage', tone: 'primary' },
    { name: 'Required', column: 'required', tone: 'muted' },
  ],
  yFormat: 'decimal',
  alt: 'For each segment how many times the pipeline covers what is still to be won, and how many times it must by the win rate.',
};
