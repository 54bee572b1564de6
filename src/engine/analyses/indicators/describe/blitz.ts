import { cellOf, columnOf, input, live, thisRow, type Part } from '../../../report/formula';
import { CONFIDENCE } from '../../../report/liveRate';
import type { Table } from '../../../report/report';
import { doable, movedBy } from '../blitz';
import type { Calendar } from './calendar';
import { LINES, leadName, PAIRS, shifted, unitOf, x, type Pair } from './pairs';
import { pairRows } from './pairsTable';

const [WITHIN, BEYOND] = ['within what was seen', 'more than was ever seen'] as const;

/** The blitz-day lever: extra work of the next period on one indicator, and what goes with it later. Live over the Inputs sheet. */
export function blitzTable(pairs: readonly Pair[], calendar: Calendar, extra: number): Table | undefined {
  const rows = pairs.flatMap((pair) => {
    const lead = doable(pair.finding);
    if (!lead) return [];
    const later = calendar.count + pair.lag;
    const days = { doneIn: calendar.businessDays(calendar.count), showsIn: calendar.businessDays(later) };
    const scale = pair.result.kind === 'rate' ? { ...days, showsIn: days.doneIn } : days;
    const moved = movedBy(lead, extra, scale);
    const unit = unitOf(pair.result.kind);
    const perUsual = (extra * calendar.usual) / days.doneIn;
    const most = Math.max(...pairRows(pairs, calendar).map((row) => shifted(pair, row) ?? 0));
    const line = (column: string): Part => cellOf(LINES, column, pair.index);
    const times: readonly Part[] = ['*', thisRow('extra'), `*${scale.showsIn}/${scale.doneIn}`];
    const half: readonly Part[] = [
      ...[
        'T.INV.2T(1-',
        input(CONFIDENCE),
        ',',
        line('n'),
        '-2)*',
        line('error'),
        '/SQRT(',
        line('squares'),
        ')',
      ],
    ];
    return [
      [
        calendar.name(calendar.count),
        leadName(pair.finding),
        live(extra, input('blitzDays'), '*', input('blitzPerDay')),
        calendar.name(later),
        live(moved.more / unit, line('slope'), ...times),
        live(moved.low / unit, '(', line('slope'), '-', ...half, ')', ...times),
        live(moved.high / unit, '(', line('slope'), '+', ...half, ')', ...times),
        live(
          pair.lately.mean + perUsual > most ? BEYOND : WITHIN,
          ...['IF(', line('lately'), '+', thisRow('extra'), `*${calendar.usual}/${days.doneIn}>`],
          ...['MAX(', columnOf(PAIRS, x(pair)), `),"${BEYOND}","${WITHIN}")`],
        ),
      ],
    ];
  });
  if (rows.length === 0) return undefined;
  return {
    block: 'table',
    id: 'leadBlitz',
    key: 'lead',
    columns: [
      { id: 'doneIn', header: 'Done in', format: 'text', width: 25 },
      { id: 'lead', header: 'Lead', format: 'text', width: 40 },
      {
        id: 'extra',
        header: 'Extra work',
        format: 'decimal',
        note: 'Blitz days × what is done on one: both on the Inputs sheet.',
      },
      { id: 'showsIn', header: 'Shows in', format: 'text' },
      {
        id: 'more',
        header: 'More of the result',
        format: 'decimal',
        note: 'Slope × extra work, for the business days of both periods: what went with as much more so far.',
      },
      {
        id: 'low',
        header: 'Low end',
        format: 'decimal',
        note: 'Of the slope’s interval at the confidence set on the Inputs sheet.',
      },
      { id: 'high', header: 'High end', format: 'decimal' },
      {
        id: 'seen',
        header: 'Ever seen?',
        format: 'text',
        note: 'Whether as much in one period, on top of what is done lately, was ever there: a line says little beyond what it was drawn from.',
      },
    ],
    rows,
  };
}
