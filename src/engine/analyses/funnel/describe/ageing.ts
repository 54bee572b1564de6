import { dayOfIso } from '../../../core/day';
import { columnOf, live, liveQuotient, thisRow } from '../../../report/formula';
import { heading, note } from '../../../report/blocks';
import { formatNumber } from '../../../report/formats';
import { counted } from '../../../report/wording';
import type { Block, CellContent, Column, Table } from '../../../report/report';
import type { OpenDeal, Standing } from '../ageing';
import type { FunnelFinding } from '../finding';
import { days, deals } from './phrases';

export const STANDINGS: Readonly<Record<Standing, string>> = {
  beyondAll: 'Older than the slowest win',
  slow: 'Older than 9 in 10 wins',
  usual: 'Usual',
  unknown: 'Not known',
};

export const NOTHING_WON =
  'No deal with dates has been won yet, so there is no measure for those still open.';

/** How old open deals are, against how long the won ones took. */
export function ageingBlocks(finding: FunnelFinding): readonly Block[] {
  const { ageing, untouched } = finding;
  const { benchmark, counts } = ageing;
  if (ageing.deals.length === 0) return [note('No deal is open.')];
  return [
    heading('Open deals against the won ones'),
    note(
      benchmark.slowest === null
        ? NOTHING_WON
        : `Of ${deals(benchmark.n)} won, half took ${days(benchmark.median ?? 0)} or less, nine in ten ${days(benchmark.q90 ?? 0)} or less, the slowest ${days(benchmark.slowest)}. ${
            counts.beyondAll === 0
              ? 'No open deal is older than that.'
              : `${deals(counts.beyondAll)} still open ${counts.beyondAll === 1 ? 'is' : 'are'} older than any deal that was ever won.`
          }`,
      'plain',
    ),
    ...(untouched === null
      ? []
      : [
          note(
            `${deals(untouched.untouched)} of ${formatNumber(untouched.open, 0)} open ${untouched.untouched === 1 ? 'has' : 'have'} had no activity for ${days(untouched.days)} and none is planned${untouched.never === 0 ? '' : `; ${formatNumber(untouched.never, 0)} never had one`}.`,
            'plain',
          ),
        ]),
    standingTable(finding),
    ...(ageing.stages.length === 0 ? [] : [heading('By stage', 2), stageAges(finding)]),
    heading('Open deals, the oldest first'),
    ...(ageing.notListed === 0
      ? []
      : [
          note(
            `${counted(ageing.notListed, 'younger deal')} ${ageing.notListed === 1 ? 'is' : 'are'} not listed; the counts above hold ${ageing.notListed === 1 ? 'it' : 'them'}.`,
            'warning',
          ),
        ]),
    dealTable(finding),
  ];
}

function standingTable({ ageing }: FunnelFinding): Table {
  const { counts, amounts } = ageing;
  const standings = (Object.keys(STANDINGS) as Standing[]).filter((standing) => counts[standing] > 0);
  const total = (of: Readonly<Record<Standing, number>>, column: string): CellContent =>
    live(
      standings.reduce((sum, standing) => sum + of[standing], 0),
      'SUM(',
      columnOf('openAges', column),
      ')',
    );
  return {
    block: 'table',
    id: 'openAges',
    key: 'standing',
    columns: [
      {
        id: 'standing',
        header: 'Age',
        format: 'text',
        width: 28,
        note: 'Days since creation against those of the won deals.',
      },
      { id: 'deals', header: 'Open deals', format: 'integer' },
      { id: 'share', header: 'Share', format: 'percent', note: 'Of all open deals.' },
      ...(amounts ? [{ id: 'amount', header: 'Amount', format: 'money' } as const] : []),
    ],
    rows: standings.map((standing) => [
      STANDINGS[standing],
      counts[standing],
      live(
        counts[standing] / standings.reduce((sum, s) => sum + counts[s], 0),
        thisRow('deals'),
        '/SUM(',
        columnOf('openAges', 'deals'),
        ')',
      ),
      ...(amounts ? [amounts[standing]] : []),
    ]),
    totals: ['All', total(counts, 'deals'), null, ...(amounts ? [total(amounts, 'amount')] : [])],
  };
}

const stageAges = ({ ageing }: FunnelFinding): Table => ({
  block: 'table',
  id: 'stageAges',
  key: 'stage',
  columns: [
    { id: 'stage', header: 'Stage', format: 'text', width: 22 },
    {
      id: 'n',
      header: 'Won later',
      format: 'integer',
      note: 'Deals that left the stage and were won in the end; the days are theirs.',
    },
    { id: 'median', header: 'Median days', format: 'days' },
    { id: 'q75', header: '3 in 4 within', format: 'days' },
    { id: 'q90', header: '9 in 10 within', format: 'days' },
    { id: 'slowest', header: 'Slowest', format: 'days' },
    { id: 'open', header: 'Open here now', format: 'integer' },
    {
      id: 'slow',
      header: 'Of them slow',
      format: 'integer',
      note: 'Longer in the stage than nine in ten of the later wins.',
    },
    { id: 'share', header: 'Share slow', format: 'percent', note: 'Slow ÷ open here now.' },
  ],
  rows: ageing.stages.map((stage) => [
    stage.stage,
    stage.n,
    stage.median,
    stage.q75,
    stage.q90,
    stage.slowest,
    stage.open,
    stage.slow,
    stage.slow === null
      ? null
      : liveQuotient(stage.open === 0 ? null : stage.slow / stage.open, thisRow('slow'), thisRow('open')),
  ]),
});

/** A column of the list, left out where no deal has it. */
interface Listed extends Column {
  readonly of: (deal: OpenDeal) => CellContent;
}

function dealTable({ ageing, basis }: FunnelFinding): Table {
  const slow = (deal: OpenDeal): string | null =>
    deal.slowInStage === null ? null : deal.slowInStage ? 'Slow' : 'Usual';
  const all: readonly Listed[] = [
    {
      id: 'deal',
      header: 'Deal',
      format: 'text',
      width: 20,
      note: 'Leads to its row where the data stand in this workbook.',
      of: ({ id, place }) => ({
        link: { source: place.source, sheet: place.sheet, cell: `A${place.row ?? 1}` },
        text: id,
      }),
    },
    { id: 'owner', header: 'Owner', format: 'text', width: 18, of: (d) => d.owner },
    { id: 'account', header: 'Account', format: 'text', width: 20, of: (d) => d.account },
    { id: 'stage', header: 'Stage', format: 'text', width: 16, of: (d) => d.stage },
    { id: 'amount', header: 'Amount', format: 'money', of: (d) => d.amount },
    {
      id: 'created',
      header: 'Created',
      format: 'date',
      of: (d) => (d.created === null ? null : (dayOfIso(d.created) ?? null)),
    },
    {
      id: 'age',
      header: 'Age',
      format: 'days',
      note: `Days from creation to ${basis.asOf}.`,
      of: (d) => d.age,
    },
    {
      id: 'standing',
      header: 'Against won deals',
      format: 'text',
      width: 26,
      of: (d) => STANDINGS[d.standing],
    },
    {
      id: 'winsSlower',
      header: 'Wins slower',
      format: 'percent',
      note: 'Of the won deals, the share that took longer than this one is old.',
      of: (d) => d.winsSlower,
    },
    {
      id: 'chance',
      header: `Won in ${formatNumber(ageing.chanceDays, 0)} more days`,
      format: 'percent',
      note: 'Of the deals that were open at this age, the share won within so many more days (Aalen–Johansen); blank where there were too few.',
      of: (d) => d.chance,
    },
    { id: 'inStage', header: 'Days in stage', format: 'days', of: (d) => d.daysInStage },
    {
      id: 'slowInStage',
      header: 'In its stage',
      format: 'text',
      note: 'Slow: longer in the stage than nine in ten of the later wins.',
      of: slow,
    },
    {
      id: 'pushes',
      header: 'Pushed',
      format: 'integer',
      note: 'Times that the expected close was moved later.',
      of: (d) => d.pushes,
    },
    {
      id: 'expectedClose',
      header: 'Expected close',
      format: 'date',
      of: (d) => (d.expectedClose === null ? null : (dayOfIso(d.expectedClose) ?? null)),
    },
    {
      id: 'untouched',
      header: 'Days untouched',
      format: 'days',
      note: 'Since the last activity, or since creation where there was none after it.',
      of: (d) => d.untouchedDays,
    },
    {
      id: 'planned',
      header: 'Activity planned',
      format: 'text',
      of: (d) => (d.planned === null ? null : d.planned ? 'Yes' : 'No'),
    },
  ];
  const shown = all.filter(({ of }) => ageing.deals.some((deal) => of(deal) !== null));
  return {
    block: 'table',
    id: 'openDealAges',
    key: 'deal',
    columns: shown.map(({ of: _, ...column }) => column),
    rows: ageing.deals.map((deal) => shown.map(({ of }) => of(deal))),
    conditionalFormats: [
      { rule: 'flagWhere', column: 'standing', value: STANDINGS.beyondAll, tone: 'bad' },
      { rule: 'flagWhere', column: 'standing', value: STANDINGS.slow, tone: 'warn' },
      ...(shown.some(({ id }) => id === 'slowInStage')
        ? [{ rule: 'flagWhere', column: 'slowInStage', value: 'Slow', tone: 'warn' } as const]
        : []),
    ],
  };
}
