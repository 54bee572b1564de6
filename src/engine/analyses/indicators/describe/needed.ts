import { cellOf, live, thisRow, type Part } from '../../../report/formula';
import type { CellContent, Table } from '../../../report/report';
import { doable } from '../blitz';
import type { AheadFinding } from '../finding';
import { neededFor } from '../needed';
import { aheadTableId, line, type AheadGround } from './ahead';
import { LATELY, type Pair } from './pairs';

/**
 * The gap turned into activity: of each lead that people can do more of, how much would reach the target of each coming period
 * for which there is still time, by when, and how much more than lately that is.
 */
export function neededTable(at: number, ground: AheadGround): Table | undefined {
  const { finding, calendar, pairs } = ground;
  const result = finding.results[at];
  const ahead = finding.ahead.filter((one) => one.result === result?.name);
  const rows = pairs
    .filter((pair) => pair.finding.result === result?.name && isOffered(pair, ahead))
    .flatMap((pair) =>
      ahead.flatMap((one, row) => {
        const doneIn = calendar.positionOf(one.period) - pair.lag;
        return doneIn < calendar.count || pair.lately.to >= doneIn
          ? []
          : [neededRow(one, (column) => cellOf(aheadTableId(at), column, row), pair, doneIn, ground)];
      }),
    );
  if (rows.length === 0) return undefined;
  const { grain } = finding.basis;
  return {
    block: 'table',
    id: `leadNeeded${at + 1}`,
    key: 'lead',
    columns: [
      { id: 'lead', header: 'To reach the target of', format: 'text', width: 34 },
      { id: 'says', header: 'More than lately', format: 'text', width: 44 },
      { id: 'needed', header: 'Needed in all', format: 'decimal', note: NEEDED },
      {
        id: 'lately',
        header: 'Lately',
        format: 'decimal',
        note: `Mean of the last ${LATELY} known ${grain}s, for the business days of the ${grain} in which it is done.`,
      },
      { id: 'more', header: 'More', format: 'decimal', note: 'Needed − lately; 0 where that suffices.' },
      { id: 'doneIn', header: 'By the end of', format: 'text', note: 'Later it shows too late.' },
      { id: 'days', header: 'Business days', format: 'integer' },
    ],
    rows,
  };
}
const NEEDED =
  '(Target of a usual period − intercept) ÷ slope, for the business days of the period in which it is done.';

const SUFFICES = 'as much as lately suffices';

function neededRow(
  one: AheadFinding,
  ahead: (column: string) => Part,
  pair: Pair,
  doneIn: number,
  { calendar }: AheadGround,
): readonly CellContent[] {
  const { usual } = calendar;
  const isRate = pair.result.kind === 'rate';
  const [daysOfResult, days] = [calendar.positionOf(one.period), doneIn].map(calendar.businessDays) as [
    number,
    number,
  ]; // one for each
  const scale = { result: isRate ? 1 : daysOfResult / usual, indicator: days / usual };
  const needed = neededFor(pair.line, one.target, scale);
  const lately = pair.lately.mean * scale.indicator;
  const more = Math.max(0, needed - lately);
  const by = `more by the end of ${calendar.name(doneIn)}`;
  const target: readonly Part[] = isRate ? [ahead('target')] : [ahead('target'), `*${usual}/`, ahead('days')];
  return [
    `${one.period}: ${pair.finding.name}`,
    live(
      more > 0 ? `${Math.ceil(more)} ${by}` : SUFFICES,
      ...['IF(', thisRow('more'), '>0,ROUNDUP(', thisRow('more'), `,0)&" ${by}","${SUFFICES}")`],
    ),
    live(
      needed,
      ...[
        'MAX(0,(',
        ...target,
        '-',
        line(pair, 'intercept'),
        ')/',
        line(pair, 'slope'),
        '*',
        thisRow('days'),
      ],
      `/${usual})`,
    ),
    live(lately, line(pair, 'lately'), '*', thisRow('days'), `/${usual}`),
    live(more, 'MAX(0,', thisRow('needed'), '-', thisRow('lately'), ')'),
    calendar.name(doneIn),
    days,
  ];
}

/** What people do; of deals only what the engine itself names, where there is nothing else. */
const isOffered = ({ finding }: Pair, ahead: readonly AheadFinding[]): boolean =>
  doable(finding) !== undefined || ahead.some(({ needed }) => needed?.indicator === finding.name);
