import { cellOf, input, live, thisRow } from '../../../report/formula';
import type { Live, Table } from '../../../report/report';
import type { ActivityPlanFinding } from '../finding';
import { perWinInForce } from './steps';
import { underWhatIf } from '../steps';

export const incomeNewDeals = cellOf('planIncome', 'newDeals', 0);

const unless = (
  condition: Parameters<typeof live>[1][],
  value: Live['value'],
  ...formula: Parameters<typeof live>[1][]
): Live => live(value, 'IF(', ...condition, ',"",', ...formula, ')');
const unknown = [thisRow('deals'), '=""'];

/** What one person must win, and begin, to earn what that person wants. Live over the three cells of the Inputs sheet. */
export function incomeTable({ income, steps }: ActivityPlanFinding): Table {
  const deals = income?.deals ?? null;
  const first = steps[0] ? underWhatIf(steps[0].perWin, steps[0].timesWon).median : null;
  const asked = [input('incomeGoal'), '*', input('incomePerDeal'), '=0'];
  return {
    block: 'table',
    id: 'planIncome',
    key: 'what',
    columns: [
      { id: 'what', header: 'Income goal', format: 'text', width: 25 },
      { id: 'goal', header: 'Wanted a year', format: 'money' },
      { id: 'base', header: 'Base pay', format: 'money' },
      { id: 'perDeal', header: 'Per won deal', format: 'money' },
      {
        id: 'deals',
        header: 'Deals a year',
        format: 'decimal',
        note: '(Wanted − base pay) ÷ earned per won deal.',
      },
      {
        id: 'whole',
        header: 'Whole deals',
        format: 'integer',
        note: 'Rounded up: part of a deal earns nothing.',
      },
      { id: 'perMonth', header: 'Deals a month', format: 'decimal' },
      {
        id: 'newDeals',
        header: 'New deals a year',
        format: 'decimal',
        note: 'Deals × how many must begin for one win (median), at the team’s rates, or those supposed.',
      },
    ],
    rows: [
      [
        'One person',
        unless(asked, income?.goal ?? null, input('incomeGoal')),
        unless(asked, income?.base ?? null, input('incomeBase')),
        unless(asked, income?.perDeal ?? null, input('incomePerDeal')),
        unless(
          asked,
          deals,
          'MAX(0,(',
          input('incomeGoal'),
          '-',
          input('incomeBase'),
          ')/',
          input('incomePerDeal'),
          ')',
        ),
        unless(unknown, deals === null ? null : Math.ceil(deals), 'ROUNDUP(', thisRow('deals'), ',0)'),
        unless(unknown, deals === null ? null : deals / 12, thisRow('deals'), '/12'),
        unless(
          unknown,
          deals === null || first === null ? null : deals * first,
          thisRow('deals'),
          '*',
          ...perWinInForce((column) => cellOf('planSteps', column, 0), 'perWin'),
        ),
      ],
    ],
  };
}
