import { input, live, thisRow, type Part } from '../../../../report/formula';
import type { Live, Table } from '../../../../report/report';
import type { ModellingFinding } from '../finding';

/** Cost and break-even of a SPIFF, live over the cells of the Inputs sheet. */
export function contestTable({ contest }: ModellingFinding): Table {
  const unless = (value: number | null, ...formula: readonly Part[]): Live =>
    live(value, 'IF(', input('spiffUsual'), '=0,"",', ...formula, ')');
  const known = (of: number | undefined): number | null => of ?? null;
  const dear = ['(', input('spiffPrize'), '*', input('spiffUsual'), '+', input('spiffFixed'), ')'] as const;
  return {
    block: 'table',
    id: 'payContest',
    key: 'what',
    columns: [
      { id: 'what', header: 'SPIFF or contest', format: 'text', width: 28 },
      {
        id: 'units',
        header: 'Sales with it',
        format: 'decimal',
        note: 'Usual sales × (1 + more sales expected).',
      },
      {
        id: 'cost',
        header: 'Cost',
        format: 'money',
        note: 'Prize × sales + fixed prizes. The usual sales win prizes too.',
      },
      {
        id: 'extra',
        header: 'Extra margin',
        format: 'money',
        note: 'Margin of the sales that would not have been made without it.',
      },
      { id: 'net', header: 'Extra margin − cost', format: 'money' },
      {
        id: 'breakEven',
        header: 'Breaks even at',
        format: 'percent1',
        note: '(Prize × usual sales + fixed prizes) ÷ ((margin − prize) × usual sales): so many more sales pay for it. Blank where none do.',
      },
    ],
    rows: [
      [
        'As set on the Inputs sheet',
        unless(known(contest?.units), input('spiffUsual'), '*(1+', input('spiffLift'), ')'),
        unless(known(contest?.cost), input('spiffPrize'), '*', thisRow('units'), '+', input('spiffFixed')),
        unless(
          known(contest?.extraMargin),
          input('spiffMargin'),
          '*',
          input('spiffUsual'),
          '*',
          input('spiffLift'),
        ),
        unless(known(contest?.net), thisRow('extra'), '-', thisRow('cost')),
        unless(
          contest?.breakEven ?? null,
          ...[
            'IF(',
            input('spiffMargin'),
            '>',
            input('spiffPrize'),
            ',',
            ...dear,
            '/((',
            input('spiffMargin'),
            '-',
            input('spiffPrize'),
            ')*',
            input('spiffUsual'),
            '),IF(',
            ...dear,
            '=0,0,""))',
          ],
        ),
      ],
    ],
  };
}
