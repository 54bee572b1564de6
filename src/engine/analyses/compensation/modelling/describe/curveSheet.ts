import { heading, note } from '../../../../report/blocks';
import { cellOf, liveQuotient, thisRow } from '../../../../report/formula';
import type { Block, ReportSheet } from '../../../../report/report';
import type { ModellingFinding } from '../finding';
import { curveChart, curveTable } from './curveTable';
import { incomeTable } from './incomeTable';
import { MIX, mixTable } from './mixTable';
import { paidModels, type PaidModel } from './paidModels';

/** Places where a hair more pays a lump; empty where the curves are smooth. */
function cliffBlocks(models: readonly PaidModel[]): readonly Block[] {
  const cliffs = models.flatMap(({ plan, typical }) => typical.cliffs.map((cliff) => ({ plan, ...cliff })));
  if (cliffs.length === 0)
    return [note('No cliffs: nowhere does a hair more of attainment pay a lump more or less.')];
  return [
    {
      block: 'table',
      id: 'payCliffs',
      key: 'plan',
      columns: [
        { id: 'plan', header: 'Plan', format: 'text', width: 25 },
        { id: 'at', header: 'At attainment', format: 'percent' },
        { id: 'before', header: 'Pays just below', format: 'money' },
        {
          id: 'jump',
          header: 'And there more',
          format: 'money',
          note: 'The price of the cliff for a typical person: worth moving a deal from one period to another. Negative where pay falls.',
        },
        { id: 'share', header: 'Of target pay', format: 'percent' },
        {
          id: 'near',
          header: 'People near',
          format: 'percent',
          note: 'Share of people expected within five points below it.',
        },
      ],
      rows: cliffs.map(({ plan, at, before, jump, near }) => {
        const row = models.findIndex((model) => model.plan === plan);
        const { target } = models[row]!.typical.mix;
        const cell = cellOf(MIX, 'target', row);
        return [
          plan,
          at,
          before,
          jump,
          liveQuotient(target > 0 ? jump / target : null, thisRow('jump'), cell),
          near,
        ];
      }),
    },
  ];
}

export function curveSheet(finding: ModellingFinding): readonly ReportSheet[] {
  const models = paidModels(finding);
  if (models.length === 0) return [];
  return [
    {
      id: 'payCurve',
      title: 'Payout curve',
      shows: 'What each plan pays from 0 to 200% of quota, where it jumps, and what an income takes',
      orientation: 'landscape',
      blocks: [
        curveChart(models),
        heading('A typical person'),
        mixTable(models),
        heading('Cliffs'),
        ...cliffBlocks(models),
        heading('What an income takes'),
        incomeTable(models),
        heading('Payout by attainment'),
        curveTable(models),
      ],
    },
  ];
}
