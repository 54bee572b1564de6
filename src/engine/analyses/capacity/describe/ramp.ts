import { cellOf, columnOf, input, live, thisRow } from '../../../report/formula';
import type { Table } from '../../../report/report';
import type { EditedTables } from '../../../report/editableTable';
import type { CapacityFinding } from '../finding';
import { givenRamp } from '../tables';

/** The share of each month of work, for `INDEX`. */
export const rampShares = columnOf('hiringRamp', 'share');

/** Given, learned or assumed, and which is in force; live over the ramp on the Inputs sheet. */
export function rampRows({ ramp }: CapacityFinding, tables: EditedTables): Table {
  const given = givenRamp(tables);
  return {
    block: 'table',
    id: 'hiringRamp',
    key: 'month',
    columns: [
      { id: 'month', header: 'Month of work', format: 'integer' },
      {
        id: 'share',
        header: 'Of a ramped person',
        format: 'percent',
        note: 'In force: the share that you gave on the Inputs sheet, else the one learned, else the straight line over the months until fully productive. From month 13 on 100%.',
      },
      {
        id: 'learned',
        header: 'Learned from data',
        format: 'percent',
        note: 'Won by people in this month of work ÷ won by ramped people in a month, smoothed so that it never falls. Blank where a month has fewer than 5 newcomers.',
      },
      { id: 'n', header: 'Newcomers behind it', format: 'integer' },
    ],
    rows: ramp.map(({ month, share, learned, n }) => {
      const row = given.get(month)?.row;
      const otherwise = [
        'IF(',
        thisRow('learned'),
        '="",MIN(1,(',
        thisRow('month'),
        '-0.5)/',
        input('hiringRampMonths'),
        '),',
        thisRow('learned'),
        ')',
      ] as const;
      const own = row === undefined ? undefined : cellOf('ramp', 'share', row);
      return [
        month,
        live(
          share,
          ...(own
            ? [...['IF(AND(ISNUMBER(', own, '),', own, '>=0,', own, '<=2),'], own, ',', ...otherwise, ')']
            : otherwise),
        ),
        learned,
        n,
      ];
    }),
  };
}
