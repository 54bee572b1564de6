import { cellOf, columnOf, live, thisRow, type Part } from '../../../report/formula';
import { note } from '../../../report/blocks';
import { formatNumber, formatValue } from '../../../report/formats';
import { liveShare } from '../../../report/liveRate';
import type { Block, Live, Table } from '../../../report/report';
import type { FunnelFinding } from '../finding';
import { days, daysBetween, deals, interval, rateDetail } from './phrases';

const won = cellOf('outcomes', 'deals', 0);
const lost = cellOf('outcomes', 'deals', 1);
const decided: readonly Part[] = ['(', won, '+', lost, ')'];

/** The won deals, for formulas elsewhere. */
export const wonDeals = (finding: FunnelFinding): Live => live(finding.outcomes.won, won);

const allDeals = ({ outcomes }: FunnelFinding): number => outcomes.won + outcomes.lost + outcomes.open;

/** Live key figures over the table of outcomes; used on the Funnel sheet and on the Summary. */
export function outcomeFigures(finding: FunnelFinding, minimum: number, id: string): Block {
  const { outcomes, winRate, basis, daysToWin, wonWithinHorizon } = finding;
  const within = wonWithinHorizon;
  return {
    block: 'keyFigures',
    id,
    figures: [
      {
        id: 'deals',
        label: 'Deals',
        value: live(allDeals(finding), 'SUM(', columnOf('outcomes', 'deals'), ')'),
        format: 'integer',
        detail:
          basis.firstCreated !== null && basis.lastCreated !== null
            ? `created ${basis.firstCreated} to ${basis.lastCreated}`
            : '',
      },
      {
        id: 'won',
        label: 'Won',
        value: live(outcomes.won, won),
        format: 'integer',
        detail: `${deals(outcomes.lost)} lost, ${deals(outcomes.open)} still open`,
      },
      {
        id: 'winRate',
        label: 'Win rate',
        value: liveShare(winRate, minimum, [won], decided),
        format: 'percent1',
        detail: rateDetail(winRate, basis.confidence, minimum, 'decided deals'),
      },
      {
        id: 'wonWithin',
        label: `Won within ${days(basis.dealHorizonDays)}`,
        value: within.n === 0 ? null : within.n < minimum ? `${within.x} of ${within.n}` : within.estimate,
        format: 'percent1',
        detail: rateDetail(within, basis.confidence, minimum, 'deals created that long ago'),
      },
      {
        id: 'daysToWin',
        label: 'Median days to win',
        value: daysToWin.median,
        format: 'days',
        detail:
          daysToWin.q25 === null || daysToWin.q75 === null
            ? 'no won deal with both dates'
            : `half of the won deals took ${daysBetween(Math.round(daysToWin.q25), Math.round(daysToWin.q75))}`,
      },
    ],
  };
}

/** Won, lost and open with their shares; other tables and figures refer to its cells. */
export function outcomesTable(finding: FunnelFinding, minimum: number): Table {
  const total = allDeals(finding);
  const row = (name: string, x: number) => [
    name,
    x,
    liveShare(
      { x, n: total, estimate: total === 0 ? null : x / total, low: 0, high: 1 },
      minimum,
      [thisRow('deals')],
      ['SUM(', columnOf('outcomes', 'deals'), ')'],
    ),
  ];
  return {
    block: 'table',
    id: 'outcomes',
    key: 'outcome',
    columns: [
      { id: 'outcome', header: 'Outcome', format: 'text' },
      { id: 'deals', header: 'Deals', format: 'integer', note: 'Deals with this outcome on the as-of day.' },
      {
        id: 'share',
        header: 'Share of all',
        format: 'percent',
        note: 'Deals with this outcome ÷ all deals.',
      },
    ],
    rows: [
      row('Won', finding.outcomes.won),
      row('Lost', finding.outcomes.lost),
      row('Still open', finding.outcomes.open),
    ],
    totals: ['All deals', live(total, 'SUM(', columnOf('outcomes', 'deals'), ')'), null],
  };
}

/** The win rate by the money, which a few large deals can rule; and losses without a decision. */
export function valueRemark(
  { valueWinRate, outcomes, basis }: FunnelFinding,
  minimum: number,
): readonly Block[] {
  return [
    ...(valueWinRate !== null && valueWinRate.estimate !== null && valueWinRate.deals >= minimum
      ? [
          note(
            `By amount the win rate is ${formatValue(valueWinRate.estimate, 'percent1')} (${interval(valueWinRate, basis.confidence)}; ${deals(valueWinRate.deals)} with an amount, which tell as much as ${formatNumber(valueWinRate.effective, 0)} of equal size).`,
          ),
        ]
      : []),
    ...(outcomes.noDecision > 0
      ? [
          note(
            `${deals(outcomes.noDecision)} of the lost ended without a decision of the customer; in every win rate they count as lost.`,
          ),
        ]
      : []),
  ];
}
