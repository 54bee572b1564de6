import { cellOf, live, thisRow } from '../../../../report/formula';
import type { Chart, Column, Table, Tone } from '../../../../report/report';
import { MIX } from './mixTable';
import type { PaidModel } from './paidModels';

const TONES: readonly Tone[] = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6'];

/** Payout by attainment, from 0 to 200 %, a pair of columns for each plan. */
export function curveTable(models: readonly PaidModel[]): Table {
  const columns = models.flatMap(({ plan, typical }, i): readonly Column[] => [
    {
      id: `pay${i}`,
      header: models.length === 1 ? 'Payout' : plan,
      format: 'money',
      note: `Of ${typical.person} at this attainment of every measure in every period, as the plan stood at the last run.`,
    },
    {
      id: `share${i}`,
      header: models.length === 1 ? 'Of target pay' : `${plan}: of target pay`,
      format: 'percent',
      note: 'Payout ÷ target pay.',
    },
  ]);
  return {
    block: 'table',
    id: 'payCurve',
    key: 'attainment',
    columns: [
      { id: 'attainment', header: 'Attainment', format: 'percent' },
      {
        id: 'sold',
        header: 'Sold',
        format: 'money',
        note: 'Attainment × quota of the typical person of the first plan.',
      },
      ...columns,
      {
        id: 'even',
        header: 'Same share',
        format: 'percent',
        note: 'What a plan would pay that pays 1% of target pay for each point.',
      },
    ],
    rows: (models[0]?.typical.points ?? []).map(({ attainment }, p) => [
      attainment,
      live(attainment * models[0]!.typical.mix.quota, thisRow('attainment'), '*', cellOf(MIX, 'quota', 0)),
      ...models.flatMap(({ typical: { points, mix } }, i) => {
        const pay = points[p]!.payout;
        const target = cellOf(MIX, 'target', i);
        return [
          pay,
          live(
            mix.target > 0 ? pay / mix.target : null,
            'IF(',
            target,
            '=0,"",',
            thisRow(`pay${i}`),
            '/',
            target,
            ')',
          ),
        ];
      }),
      live(attainment, thisRow('attainment')),
    ]),
  };
}

export const curveChart = (models: readonly PaidModel[]): Chart => ({
  block: 'chart',
  id: 'payCurveChart',
  kind: 'line',
  title: 'Payout by attainment, as a share of target pay',
  table: 'payCurve',
  categories: 'attainment',
  series: [
    { name: 'Same share as attainment', column: 'even', tone: 'muted' },
    ...models.map(({ plan }, i) => ({ name: plan, column: `share${i}`, tone: TONES[i] ?? 'muted' })),
  ],
  xTitle: 'Attainment of quota',
  yFormat: 'percent',
  alt: 'A line per plan from 0 to 200% of quota: how much of target pay is paid. Steep steps are cliffs.',
});
