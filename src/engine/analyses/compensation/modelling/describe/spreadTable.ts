import type { Table } from '../../../../report/report';
import type { ModellingFinding, SpreadFinding } from '../finding';

const FROM: Readonly<Record<SpreadFinding['source'], string>> = {
  history: 'Periods that are over',
  given: 'Inputs sheet',
  assumed: 'Assumed: no period is over',
};

export function spreadTable({ models }: ModellingFinding): Table {
  const rows = models.flatMap(({ plan, spreads }) => spreads.map((spread) => ({ plan, ...spread })));
  return {
    block: 'table',
    id: 'paySpreads',
    key: 'measure',
    columns: [
      { id: 'measure', header: 'Measure', format: 'text', width: 34 },
      { id: 'from', header: 'From', format: 'text', width: 24 },
      { id: 'seen', header: 'Attainments seen', format: 'integer', note: 'People × periods that are over.' },
      { id: 'mean', header: 'Mean', format: 'percent' },
      {
        id: 'sigma',
        header: 'σ',
        format: 'decimal',
        note: 'Standard deviation of ln attainment. Blank where fewer than 12 attainments are known: then these are drawn again as they are.',
      },
      { id: 'zero', header: 'Sell nothing', format: 'percent' },
      { id: 'atQuota', header: 'Reach quota', format: 'percent' },
      {
        id: 'together',
        header: 'Common to all',
        format: 'percent',
        note: 'Share of the variance that a period has in common for everyone. The more, the wider the spread of the total.',
      },
      {
        id: 'persistent',
        header: 'Stays with a person',
        format: 'percent',
        note: 'Share of the variance that stays with a person from period to period.',
      },
    ],
    rows: rows.map((spread) => [
      `${spread.plan}: ${spread.components.join(', ')}`,
      FROM[spread.source],
      spread.seen,
      spread.mean,
      spread.sigma,
      spread.zero,
      spread.atQuota,
      spread.together,
      spread.persistent,
    ]),
  };
}
