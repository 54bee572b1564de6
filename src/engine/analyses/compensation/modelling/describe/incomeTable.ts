import { cellOf, live, thisRow } from '../../../../report/formula';
import { formatValue } from '../../../../report/formats';
import type { Live, Table } from '../../../../report/report';
import { MIX } from './mixTable';
import type { PaidModel } from './paidModels';

/** What an income takes, by plan: attainment, deals and activities a week. */
export function incomeTable(models: readonly PaidModel[]): Table {
  const ratio = (value: number | null, part: string, whole: string): Live =>
    live(
      value,
      ...[
        'IF(OR(',
        thisRow(part),
        '="",',
        thisRow(whole),
        '="",',
        thisRow(whole),
        '=0),"",',
        thisRow(part),
        '/',
        thisRow(whole),
        ')',
      ],
    );
  return {
    block: 'table',
    id: 'payIncome',
    key: 'goal',
    columns: [
      { id: 'goal', header: 'Who wants', format: 'text', width: 34 },
      { id: 'income', header: 'Income', format: 'money', note: 'Over the plan year.' },
      { id: 'payout', header: 'From the plan', format: 'money', note: 'Income − base pay.' },
      {
        id: 'attainment',
        header: 'Takes attainment',
        format: 'percent1',
        note: 'The least at which the plan pays as much, as it stood at the last run. Blank where it never does.',
      },
      { id: 'credit', header: 'Sales', format: 'money', note: 'Attainment × quota.' },
      { id: 'size', header: 'A deal', format: 'money', note: 'Mean amount of the won deals.' },
      { id: 'deals', header: 'Deals', format: 'decimal', note: 'Sales ÷ a deal.' },
      { id: 'rate', header: 'Win rate', format: 'percent', note: 'Won ÷ decided deals.' },
      { id: 'newDeals', header: 'New deals', format: 'decimal', note: 'Deals ÷ win rate.' },
      {
        id: 'each',
        header: 'Activities a deal',
        format: 'decimal',
        note: 'Activities done ÷ deals created.',
      },
      { id: 'weeks', header: 'Weeks', format: 'integer', note: 'Weeks of the plan year.' },
      {
        id: 'perWeek',
        header: 'Activities a week',
        format: 'decimal',
        note: 'New deals × activities a deal ÷ weeks.',
      },
    ],
    rows: models.flatMap(({ plan, typical: { mix, incomes, selling } }, m) =>
      incomes.map((need) => [
        `${plan}: ${mix.ote > 0 ? `${formatValue(need.income / mix.ote, 'percent')} of OTE` : 'an income'}`,
        need.income,
        live(need.payout, 'MAX(0,', thisRow('income'), '-', cellOf(MIX, 'base', m), ')'),
        need.attainment,
        live(
          need.credit,
          ...[
            'IF(',
            thisRow('attainment'),
            '="","",',
            thisRow('attainment'),
            '*',
            cellOf(MIX, 'quota', m),
            ')',
          ],
        ),
        selling.dealSize,
        ratio(need.deals, 'credit', 'size'),
        selling.winRate,
        ratio(need.newDeals, 'deals', 'rate'),
        selling.activitiesPerDeal,
        selling.weeks,
        live(
          need.activitiesPerWeek,
          ...[
            'IF(OR(',
            thisRow('newDeals'),
            '="",',
            thisRow('each'),
            '="",',
            thisRow('weeks'),
            '=0),"",',
            thisRow('newDeals'),
            '*',
            thisRow('each'),
            '/',
            thisRow('weeks'),
            ')',
          ],
        ),
      ]),
    ),
  };
}
