import { live, thisRow } from '../../../report/formula';
import type { CellContent, Column, Table } from '../../../report/report';
import { CATEGORIES } from '../overrides';
import type { DealForecast, ForecastFinding } from '../finding';
import { BASES, CATEGORY_FROM, categoryText, risksText, unitFormat } from './words';

/** Amount × probability, whichever table the deal stands in. */
const expected = (deal: DealForecast): CellContent =>
  live(deal.expected, thisRow('amount'), '*', thisRow('probability'));

const briefColumns = (finding: ForecastFinding): readonly Column[] => [
  { id: 'deal', header: 'Opportunity', format: 'text', width: 25 },
  { id: 'owner', header: 'Owner', format: 'text', width: 20 },
  { id: 'stage', header: 'Stage', format: 'text', width: 22 },
  { id: 'close', header: 'Expected close', format: 'text', width: 14 },
  { id: 'amount', header: 'Amount', format: unitFormat(finding) },
  {
    id: 'probability',
    header: 'Probability',
    format: 'percent1',
    note: 'Of a win within the forecast, in force: as you said, else computed from stage and age.',
  },
  { id: 'expected', header: 'Expected', format: unitFormat(finding), note: 'Amount × probability.' },
  { id: 'category', header: 'Category', format: 'text' },
];

const briefCells = (deal: DealForecast): readonly CellContent[] => [
  deal.id,
  deal.owner,
  deal.stage,
  deal.expectedClose,
  deal.amount,
  deal.probability,
  expected(deal),
  categoryText(deal),
];

const RISKS_COLUMN: Column = { id: 'risks', header: 'Risks', format: 'text', runsOn: true };

/** On the forecast's sheet so many deals: those that decide it. */
const MOST = 15;

export const dealsThatMatter = (finding: ForecastFinding): Table => ({
  block: 'table',
  id: 'forecastMatter',
  key: 'deal',
  columns: [...briefColumns(finding), RISKS_COLUMN],
  rows: finding.deals.slice(0, MOST).map((deal) => [...briefCells(deal), risksText(deal)]),
  conditionalFormats: [{ rule: 'dataBar', column: 'expected' }],
});

export const soonTable = (finding: ForecastFinding): Table => ({
  block: 'table',
  id: 'forecastSoon',
  key: 'deal',
  columns: [
    ...briefColumns(finding),
    {
      id: 'when',
      header: 'When',
      format: 'text',
      note: 'Overdue: the expected close is past.',
    },
    RISKS_COLUMN,
  ],
  rows: finding.soon
    .slice(0, 2 * MOST)
    .map((deal) => [
      ...briefCells(deal),
      deal.risks.includes('overdue') ? 'Overdue' : 'Ahead',
      risksText(deal),
    ]),
  conditionalFormats: [{ rule: 'flagWhere', column: 'when', value: 'Overdue', tone: 'warn' }],
});

/** Every open deal that is listed, with each probability beside the others. */
export const openDealsTable = (finding: ForecastFinding): Table => ({
  block: 'table',
  id: 'forecastDeals',
  key: 'deal',
  columns: [
    ...briefColumns(finding),
    { id: 'days', header: 'Days in stage', format: 'integer' },
    { id: 'crm', header: 'CRM’s probability', format: 'percent1' },
    { id: 'rate', header: 'Stage’s win rate', format: 'percent1' },
    { id: 'ever', header: 'Won at any time', format: 'percent1', note: 'Given stage and age.' },
    {
      id: 'computed',
      header: 'Computed',
      format: 'percent1',
      note: 'Of a win within the forecast, given stage and age (and the owner’s record), whatever you said.',
    },
    {
      id: 'computedCategory',
      header: 'Computed category',
      format: 'text',
      note: 'By the computed probability and the limits on the Inputs sheet.',
    },
    { id: 'from', header: 'Category from', format: 'text' },
    { id: 'basis', header: 'Judged by', format: 'text', width: 30 },
    { id: 'risks', header: 'Risks', format: 'text', width: 44 },
  ],
  rows: finding.deals.map((deal) => [
    ...briefCells(deal),
    deal.daysInStage,
    deal.configured,
    deal.historical,
    deal.ever,
    deal.computed,
    CATEGORIES[deal.computedCategory],
    CATEGORY_FROM[deal.categoryFrom],
    BASES[deal.basis],
    risksText(deal),
  ]),
  conditionalFormats: [{ rule: 'dataBar', column: 'expected' }],
});
