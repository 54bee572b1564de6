import { columnOf, live, liveQuotient, type Part, thisRow } from '../../../report/formula';
import type { Table } from '../../../report/report';
import type { Category } from '../overrides';
import { CATEGORIES } from '../overrides';
import type { ForecastFinding } from '../finding';
import type { Weighted } from '../weighted';
import { unitFormat } from './words';

const STAGES = 'forecastStages';

/** Every open deal stands on the sheet of open deals, so that sums over them can be live. */
const allListed = ({ dealsNotListed }: ForecastFinding): boolean => dealsNotListed === 0;

/** Three ways to weigh the pipeline, stage by stage: by the CRM, by the stage's past, and by how long each deal has been there. */
export function stagesTable(finding: ForecastFinding): Table {
  const format = unitFormat(finding);
  const { stages } = finding;
  const sum = (column: 'deals' | 'amount' | 'configured' | 'historical' | 'ageAware') =>
    live(
      stages.reduce((all, stage) => all + (stage[column] ?? 0), 0),
      'SUM(',
      columnOf(STAGES, column),
      ')',
    );
  return {
    block: 'table',
    id: STAGES,
    key: 'stage',
    columns: [
      { id: 'stage', header: 'Stage', format: 'text', width: 25 },
      { id: 'deals', header: 'Open deals', format: 'integer' },
      { id: 'amount', header: 'Amount', format },
      { id: 'won', header: 'Won ever', format: 'integer', note: 'Of the deals that were ever in the stage.' },
      { id: 'decided', header: 'Won or lost ever', format: 'integer' },
      {
        id: 'rate',
        header: 'Stage’s win rate',
        format: 'percent1',
        note: 'Won ÷ (won + lost) of the deals that were ever in the stage.',
      },
      {
        id: 'configured',
        header: 'By the CRM’s probability',
        format,
        note: 'Σ amount × the probability in your data; deals without one are left out.',
      },
      { id: 'historical', header: 'By the stage’s win rate', format, note: 'Amount × the stage’s win rate.' },
      {
        id: 'ageAware',
        header: 'By stage and age',
        format,
        note: 'Σ amount × the probability of a win at any time, given the stage and how long the deal has been in it: P(win) = [F(∞) − F(s)] ÷ S(s) after s days.',
      },
    ],
    rows: stages.map(({ stage, deals, amount, won, decided, configured, historical, ageAware }) => [
      stage,
      deals,
      amount,
      won,
      decided,
      liveQuotient(decided === 0 ? null : won / decided, thisRow('won'), thisRow('decided')),
      configured,
      historical === null
        ? null
        : live(historical, thisRow('amount'), '*', thisRow('won'), '/', thisRow('decided')),
      ageAware,
    ]),
    totals: [
      'All',
      sum('deals'),
      sum('amount'),
      null,
      null,
      null,
      sum('configured'),
      sum('historical'),
      sum('ageAware'),
    ],
  };
}

/** The weighted pipelines as sums: each a mean with the spread that chance alone gives it. */
export function waysTable(finding: ForecastFinding): Table {
  const format = unitFormat(finding);
  const { weighted } = finding;
  const total = (way: Weighted | null, parts: readonly Part[]) => (way ? live(way.total, ...parts) : null);
  const stageSum = (column: string): readonly Part[] => ['SUM(', columnOf(STAGES, column), ')'];
  const row = (name: string, way: Weighted | null, parts: readonly Part[]) => [
    name,
    parts.length > 0 ? total(way, parts) : (way?.total ?? null),
    way?.sd ?? null,
    way?.deals ?? 0,
  ];
  return {
    block: 'table',
    id: 'forecastWays',
    key: 'way',
    columns: [
      { id: 'way', header: 'Pipeline weighted by', format: 'text', width: 34 },
      { id: 'total', header: 'Expected', format },
      {
        id: 'sd',
        header: 'Give or take',
        format,
        note: 'Standard deviation if deals were independent of each other: √Σ amount²·p·(1 − p).',
      },
      { id: 'deals', header: 'Deals with an amount and a probability', format: 'integer' },
    ],
    rows: [
      row('The CRM’s probability, at any time', weighted.configured, stageSum('configured')),
      row('The stage’s win rate, at any time', weighted.historical, stageSum('historical')),
      row('Stage and age, at any time', weighted.ageAware, stageSum('ageAware')),
      row(
        'Stage and age, within the forecast',
        weighted.withinForecast,
        allListed(finding) ? ['SUM(', columnOf('forecastDeals', 'expected'), ')'] : [],
      ),
    ],
  };
}

/** Commit, best case, pipeline, omitted. */
export function categoriesTable(finding: ForecastFinding): Table {
  const format = unitFormat(finding);
  const isLive = allListed(finding);
  const ofDeals = (column: string) => columnOf('forecastDeals', column);
  const name = (category: Category): string => CATEGORIES[category];
  return {
    block: 'table',
    id: 'forecastCategories',
    key: 'category',
    columns: [
      { id: 'category', header: 'Category', format: 'text', width: 25 },
      { id: 'deals', header: 'Deals', format: 'integer' },
      { id: 'amount', header: 'Amount', format },
      { id: 'expected', header: 'Expected', format, note: 'Σ amount × probability within the forecast.' },
      {
        id: 'moved',
        header: 'Put there by the CRM or you',
        format: 'integer',
        note: 'Deals whose computed category is another one.',
      },
    ],
    rows: finding.categories.map(({ category, deals, amount, expected, moved }) => [
      name(category),
      isLive ? live(deals, 'COUNTIF(', ofDeals('category'), ',', thisRow('category'), ')') : deals,
      isLive
        ? live(
            amount,
            ...['SUMIF(', ofDeals('category'), ',', thisRow('category'), ',', ofDeals('amount'), ')'],
          )
        : amount,
      isLive
        ? live(
            expected,
            ...['SUMIF(', ofDeals('category'), ',', thisRow('category'), ',', ofDeals('expected'), ')'],
          )
        : expected,
      moved,
    ]),
  };
}
