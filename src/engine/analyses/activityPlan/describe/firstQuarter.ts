import { heading, note } from '../../../report/blocks';
import { cellOf, columnOf, input, live, liveQuotient, thisRow } from '../../../report/formula';
import { formatValue } from '../../../report/formats';
import type { Block, CellContent, Table } from '../../../report/report';
import type { FirstQuarter } from '../finding';

const DAY_ONE = 'planDayOne';
const QUARTER = 'planFirstQuarter';
const goalCell = cellOf(QUARTER, 'goal', 0);
const standing = (row: number) => cellOf(DAY_ONE, 'expected', row);

/** What stands on day one, and what must still come. */
function dayOneTable({ backlog, recurring, carried, fresh, quotas, suggested }: FirstQuarter): Table {
  const goal = quotas ?? suggested;
  const row = (what: string, amount: number, expected: CellContent, says: string): CellContent[] => [
    what,
    expected,
    liveQuotient(goal === 0 ? null : amount / goal, thisRow('expected'), goalCell),
    says,
  ];
  return {
    block: 'table',
    id: DAY_ONE,
    key: 'what',
    columns: [
      { id: 'what', header: 'On day one', format: 'text', width: 25 },
      { id: 'expected', header: 'Expected', format: 'money' },
      {
        id: 'share',
        header: 'Of the goal',
        format: 'percent',
        note: 'Expected ÷ the quotas of these months; without quotas, the suggested goal.',
      },
      { id: 'says', header: 'What it is', format: 'text', runsOn: true },
    ],
    rows: [
      row(
        'Backlog',
        backlog,
        live(backlog, input('dayOneBacklog'), '*1'),
        'Signed already: set on the Inputs sheet',
      ),
      row(
        'Recurring',
        recurring,
        live(recurring, input('dayOneRecurring'), '*1'),
        'Comes without being sold again: set on the Inputs sheet',
      ),
      row('Carried pipeline', carried, carried, 'Today’s open deals, on average'),
      row('New deals', fresh, fresh, 'Deals that do not exist yet, on average'),
    ],
    totals: [
      'Sum',
      live(backlog + recurring + carried + fresh, 'SUM(', columnOf(DAY_ONE, 'expected'), ')'),
      null,
      null,
    ],
  };
}

/** The goal that is reached with the probability asked for, beside the quotas of these months. */
function goalTable(quarter: FirstQuarter, sure: string): Table {
  const { wonAtLeast, suggested, quotas, chanceOfQuotas, toCome, wonWithin, newDealsForIt } = quarter;
  const size = cellOf('planBasis', 'size', 0);
  return {
    block: 'table',
    id: QUARTER,
    key: 'months',
    columns: [
      { id: 'months', header: 'First quarter of the plan', format: 'text', width: 25 },
      {
        id: 'wonAtLeast',
        header: `Won at least, ${sure} sure`,
        format: 'money',
        note: 'Of today’s open deals and new ones, in these months: by simulation.',
      },
      {
        id: 'suggested',
        header: 'Suggested goal',
        format: 'money',
        note: 'Backlog + recurring + won at least: highly achievable.',
      },
      { id: 'quotas', header: 'Quotas', format: 'money', note: 'The quotas of these months.' },
      {
        id: 'chance',
        header: 'Chance of the quotas',
        format: 'chance',
        note: 'Share of the simulated futures that reach them.',
      },
      { id: 'above', header: 'Quotas less suggested', format: 'money' },
      {
        id: 'goal',
        header: 'Goal',
        format: 'money',
        note: 'The quotas; without quotas, the suggested goal.',
      },
      {
        id: 'toCome',
        header: 'Must still come',
        format: 'money',
        note: 'Of the goal, what is not backlog, recurring or carried pipeline: it must begin and be won in these months.',
      },
      {
        id: 'wonWithin',
        header: 'Won so soon',
        format: 'percent1',
        note: 'Of deals that begin in these months, the share that is won in them too, by how long wins took so far: far less than is won in the end where a deal takes long.',
      },
      {
        id: 'newDeals',
        header: 'New deals for it',
        format: 'decimal',
        note: 'Must still come ÷ deal size ÷ won so soon: so many must begin in these months, on average. Where that is out of reach, so is the goal by new deals alone.',
      },
    ],
    rows: [
      [
        `${quarter.from} to ${quarter.to}`,
        wonAtLeast,
        live(suggested, ...[standing(0), '+', standing(1), '+', thisRow('wonAtLeast')]),
        quotas,
        chanceOfQuotas,
        live(
          quotas === null ? null : quotas - suggested,
          ...['IF(', thisRow('quotas'), '="","",', thisRow('quotas'), '-', thisRow('suggested'), ')'],
        ),
        live(
          quotas ?? suggested,
          ...['IF(', thisRow('quotas'), '="",', thisRow('suggested'), ',', thisRow('quotas'), ')'],
        ),
        live(
          toCome,
          ...['MAX(0,', thisRow('goal'), '-', standing(0), '-', standing(1), '-', standing(2), ')'],
        ),
        wonWithin,
        live(
          newDealsForIt,
          ...['IF(OR(', size, '="",', thisRow('wonWithin'), '=0),"",', thisRow('toCome'), '/', size],
          ...['/', thisRow('wonWithin'), ')'],
        ),
      ],
    ],
  };
}

/** First-quarter goal and day-one view. */
export function firstQuarterBlocks(quarter: FirstQuarter, assurance: number): readonly Block[] {
  const sure = formatValue(assurance, 'percent');
  const says =
    quarter.suggested > 0
      ? `A goal of ${formatValue(quarter.suggested, 'money')} is reached in ${sure} of the simulated futures.`
      : `No goal can be suggested that is reached in ${sure} of the simulated futures: in too many of them nothing is won in these months.`;
  return [
    heading('The first quarter: a goal to suggest, and day one'),
    note(
      `${says} Levers and how sure it shall be act on it with the next run; backlog and recurring at once.`,
      'plain',
    ),
    goalTable(quarter, sure),
    dayOneTable(quarter),
  ];
}
