import { live, liveQuotient, thisRow } from '../../../../report/formula';
import type { Live, Table } from '../../../../report/report';
import type { PaidModel } from './paidModels';

/** Its cells feed the tables of the curve, of cliffs and of incomes. */
export const MIX = 'payMix';

/** How the pay of a typical person of each plan is made up; live over base, target and quota. */
export function mixTable(models: readonly PaidModel[]): Table {
  const over = (value: number | null, part: string, whole: string): Live =>
    liveQuotient(value, thisRow(part), thisRow(whole));
  return {
    block: 'table',
    id: MIX,
    key: 'plan',
    columns: [
      { id: 'plan', header: 'Plan', format: 'text', width: 25 },
      {
        id: 'person',
        header: 'Typical person',
        format: 'text',
        width: 22,
        note: 'The person of the plan with the middle target pay.',
      },
      { id: 'base', header: 'Base pay', format: 'money' },
      {
        id: 'target',
        header: 'Target pay',
        format: 'money',
        note: 'Variable pay at 100% of every measure, over the plan year.',
      },
      { id: 'ote', header: 'OTE', format: 'money', note: 'On-target earnings: base pay + target pay.' },
      {
        id: 'baseShare',
        header: 'Base share',
        format: 'percent',
        note: 'Base pay ÷ OTE. The rest is at risk.',
      },
      {
        id: 'quota',
        header: 'Quota',
        format: 'money',
        note: 'Of the first component with a quota; without any, what is usually credited.',
      },
      { id: 'quotaToOte', header: 'Quota ÷ OTE', format: 'decimal' },
      {
        id: 'p90',
        header: '1 in 10 exceeds',
        format: 'percent',
        note: 'Attainment that one person in ten is expected to exceed.',
      },
      {
        id: 'p90Pay',
        header: 'Pays there',
        format: 'money',
        note: 'Payout at that attainment, as the plan stood at the last run.',
      },
      { id: 'upside', header: 'Upside', format: 'decimal', note: 'That payout ÷ target pay.' },
      {
        id: 'leverage',
        header: 'Leverage',
        format: 'decimal',
        note: 'What a point just above 100% pays ÷ what a point pays on average up to 100%.',
      },
    ],
    rows: models.map(({ plan, typical: { person, mix } }) => [
      plan,
      person,
      mix.base,
      mix.target,
      live(mix.ote, thisRow('base'), '+', thisRow('target')),
      over(mix.baseShare, 'base', 'ote'),
      mix.quota,
      over(mix.quotaToOte, 'quota', 'ote'),
      mix.attainmentP90,
      mix.upside === null ? null : mix.upside * mix.target,
      live(
        mix.upside,
        ...[
          'IF(OR(',
          thisRow('p90Pay'),
          '="",',
          thisRow('target'),
          '=0),"",',
          thisRow('p90Pay'),
          '/',
          thisRow('target'),
          ')',
        ],
      ),
      mix.leverage,
    ]),
  };
}
