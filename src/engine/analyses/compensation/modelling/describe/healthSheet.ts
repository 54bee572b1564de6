import { heading, note } from '../../../../report/blocks';
import { formatValue } from '../../../../report/formats';
import { counted } from '../../../../report/phrases';
import type { Block, ReportSheet, Table } from '../../../../report/report';
import type { ModellingFinding } from '../finding';
import { healthWords } from '../health/wording';

const TONE = { problem: 'Mend', watch: 'Look at' } as const;

function healthTable({ health }: ModellingFinding): Table {
  return {
    block: 'table',
    id: 'payHealth',
    key: 'says',
    columns: [
      { id: 'tone', header: 'Do', format: 'text', width: 10 },
      { id: 'plan', header: 'Plan', format: 'text', width: 22, wrap: true },
      { id: 'part', header: 'Component', format: 'text', width: 18, wrap: true },
      { id: 'says', header: 'What is so', format: 'text', width: 60, wrap: true },
      { id: 'advice', header: 'What to do', format: 'text', width: 60, wrap: true },
    ],
    rows: health.map((finding) => {
      const [says, advice] = healthWords(finding);
      return [TONE[finding.tone], finding.plan, finding.component ?? 'Whole plan', says, advice];
    }),
    conditionalFormats: [
      { rule: 'flagWhere', column: 'tone', value: TONE.problem, tone: 'bad' },
      { rule: 'flagWhere', column: 'tone', value: TONE.watch, tone: 'warn' },
    ],
  };
}

function fairnessFigures({ fairness }: ModellingFinding): Block {
  const { gini, atQuota, payForPerformance: rank, inversions, people } = fairness;
  const percent = (share: number): string => formatValue(share, 'percent');
  const decimal = (x: number): string => formatValue(x, 'decimal');
  return {
    block: 'keyFigures',
    id: 'payFairness',
    figures: [
      {
        id: 'atQuota',
        label: 'At quota',
        value: atQuota.estimate,
        format: 'percent',
        detail:
          atQuota.n === 0
            ? 'nobody has a quota'
            : `95% interval ${percent(atQuota.low)} to ${percent(atQuota.high)}, ${atQuota.x} of ${counted(atQuota.n, 'person', 'people')}`,
      },
      {
        id: 'rank',
        label: 'Pay follows sales',
        value: rank?.rho ?? null,
        format: 'decimal',
        detail:
          rank === null
            ? 'too few people to tell'
            : `rank correlation of payout and sales, ${decimal(rank.low)} to ${decimal(rank.high)}: 1 where who sells more earns more`,
      },
      {
        id: 'gini',
        label: 'Gini of payouts',
        value: gini?.gini ?? null,
        format: 'decimal',
        detail:
          gini === null
            ? 'nothing is paid'
            : gini.hasNegative
              ? 'doubtful: some payouts are negative'
              : `0 where ${counted(people, 'person', 'people')} get the same, near 1 where one gets all`,
      },
      {
        id: 'inversions',
        label: 'Managers earning less than their best seller',
        value: inversions.length,
        format: 'integer',
        detail: inversions
          .slice(0, 2)
          .map(({ manager, seller }) => `${seller} more than ${manager}`)
          .join('; '),
      },
    ],
  };
}

export function healthSheet(finding: ModellingFinding): ReportSheet {
  return {
    id: 'payHealth',
    title: 'Health check',
    shows: 'What is wrong with the plans, and how fair they are',
    orientation: 'landscape',
    blocks: [
      ...(finding.health.length > 0
        ? [healthTable(finding)]
        : [note('The checks found nothing to mend and nothing to look at.', 'plain')]),
      heading('Fairness'),
      fairnessFigures(finding),
    ],
  };
}
