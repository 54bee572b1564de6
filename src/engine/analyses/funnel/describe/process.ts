import { columnOf, liveQuotient, type Part, thisRow } from '../../../report/formula';
import { heading, note } from '../../../report/blocks';
import { formatNumber, formatValue } from '../../../report/formats';
import { rateCells, rateColumns } from '../../../report/liveRate';
import type { Block, CellContent, Column, Table } from '../../../report/report';
import type { PathCount } from '../conformance';
import type { FunnelFinding } from '../finding';
import { counted } from '../../../report/wording';
import { days, deals } from './phrases';

const decided: readonly Part[] = ['(', thisRow('won'), '+', thisRow('lost'), ')'];
const OUTCOMES: readonly Column[] = [
  { id: 'deals', header: 'Deals', format: 'integer' },
  { id: 'won', header: 'Won', format: 'integer' },
  { id: 'lost', header: 'Lost', format: 'integer' },
  { id: 'open', header: 'Still open', format: 'integer' },
  ...rateColumns('rate', 'Win rate', 'Won ÷ (won + lost).'),
];
const outcomesOf = (count: PathCount, minimum: number): readonly CellContent[] => [
  count.deals,
  count.won,
  count.lost,
  count.open,
  ...rateCells(count.winRate, minimum, [thisRow('won')], decided),
];

/** Share of a count in another cell's; blank of none. */
const shareOf = (part: number, whole: number, cell: Part, of: readonly Part[]): CellContent =>
  liveQuotient(whole === 0 ? null : part / whole, cell, ...of);

/** Do deals go as the stages say? Skips, ways back, reopened deals, the paths that are really taken. */
export function conformanceBlocks({ conformance }: FunnelFinding, minimum: number): readonly Block[] {
  if (!conformance || conformance.deals === 0) return [];
  const { bottleneck, moves, variants } = conformance;
  const kinds: readonly (readonly [string, PathCount])[] = [
    ['Straight: stage after stage', conformance.straight],
    ['Skipped a stage', conformance.skipped],
    ['Moved back', conformance.movedBack],
    ['Entered a stage again', conformance.reworked],
    ['Reopened after Won or Lost', conformance.reopened],
  ];
  const to = moves.to.map((name, i) => ({ id: `to${i}`, name }));
  return [
    heading('Do deals go as the stages say?'),
    note(
      `Of ${deals(conformance.deals)} with a path. A deal may stand in several lines. Win rates of straight and other ways differ for many reasons; the way need not be one of them.`,
    ),
    {
      block: 'table',
      id: 'conformance',
      key: 'way',
      columns: [{ id: 'way', header: 'Way', format: 'text', width: 30 }, ...OUTCOMES],
      rows: kinds.map(([name, count]) => [name, ...outcomesOf(count, minimum)]),
    },
    ...(bottleneck
      ? [
          note(
            `The bottleneck is “${bottleneck.stage}”: a deal that enters it spends ${formatNumber(bottleneck.meanDays, 0)} of its first ${days(bottleneck.days)} there on average, ${formatValue(bottleneck.share, 'percent')} of the days of a deal that goes through every stage; ${bottleneck.open === 0 ? 'none is' : `${deals(bottleneck.open)} ${bottleneck.open === 1 ? 'is' : 'are'}`} open there now.`,
            'plain',
          ),
        ]
      : []),
    heading('From stage to stage', 2),
    note(
      'Every change counts, from where the deal stood. A deal that moved on, came back and was lost is lost from here as well; stage by stage on the Funnel sheet it has moved on.',
    ),
    {
      block: 'table',
      id: 'moves',
      key: 'from',
      columns: [
        { id: 'from', header: 'From', format: 'text', width: 22 },
        ...to.map(({ id, name }): Column => ({ id, header: `To ${name}`, format: 'integer' })),
      ],
      rows: moves.counts.map((row, from) => [moves.to[from] ?? null, ...row]),
    },
    heading('The paths most taken', 2),
    ...(conformance.notListed === 0
      ? []
      : [
          note(
            `There are ${formatNumber(conformance.differentPaths, 0)} different paths; ${deals(conformance.notListed)} took one that is not listed.`,
          ),
        ]),
    {
      block: 'table',
      id: 'variants',
      key: 'path',
      columns: [
        { id: 'path', header: 'Path', format: 'text', width: 48, wrap: true },
        ...OUTCOMES,
        { id: 'days', header: 'Days to win', format: 'days', note: 'Median, of the won.' },
      ],
      rows: variants.map((variant) => [
        variant.path.join(' → '),
        ...outcomesOf(variant, minimum),
        variant.medianDaysToWin,
      ]),
    },
  ];
}

/** Why deals were lost, and where; pushes of the expected close. */
export function lossBlocks(finding: FunnelFinding, minimum: number): readonly Block[] {
  const { losses, pushes } = finding;
  const stages = losses.stages.map((name, i) => ({ id: `at${i}`, name }));
  return [
    heading('Lost deals'),
    note(
      losses.withReason === null
        ? `${deals(losses.lost)} lost; the data have no column of reasons.`
        : `${deals(losses.lost)} lost, ${formatNumber(losses.withReason, 0)} with a reason. Which reasons mean that the customer decided nothing is said on the Inputs sheet.`,
      'plain',
    ),
    ...(losses.rows.length === 0 || losses.withReason === null
      ? []
      : [
          {
            block: 'table',
            id: 'losses',
            key: 'reason',
            columns: [
              { id: 'reason', header: 'Reason', format: 'text', width: 26 },
              { id: 'decision', header: 'Counted as', format: 'text', width: 16 },
              { id: 'deals', header: 'Lost', format: 'integer' },
              { id: 'share', header: 'Share', format: 'percent', note: 'Of the lines shown.' },
              { id: 'amount', header: 'Amount', format: 'money' },
              ...stages.map(({ id, name }): Column => ({ id, header: `In ${name}`, format: 'integer' })),
            ],
            rows: losses.rows.map((row) => [
              row.reason,
              row.noDecision ? 'No decision' : 'Lost',
              row.deals,
              shareOf(
                row.deals,
                losses.rows.reduce((sum, r) => sum + r.deals, 0),
                thisRow('deals'),
                ['SUM(', columnOf('losses', 'deals'), ')'],
              ),
              row.amount,
              ...row.counts,
            ]),
          } satisfies Table,
        ]),
    ...(pushes === null
      ? []
      : [
          heading('Expected closes that moved', 2),
          note(
            `${counted(pushes.pushes, 'time')} later${pushes.pulls === null ? '' : `, ${counted(pushes.pulls, 'time')} earlier`}${pushes.meanSlipDays === null ? '' : `; a pushed deal slipped by ${days(Math.round(pushes.meanSlipDays))} on average`}.`,
            'plain',
          ),
          ...(pushes.counted === 0
            ? []
            : [note(`Of ${deals(pushes.counted)} only the push count is known, as it stands today.`)]),
          {
            block: 'table',
            id: 'pushes',
            key: 'pushed',
            columns: [{ id: 'pushed', header: 'Pushed', format: 'text', width: 20 }, ...OUTCOMES],
            rows: pushes.byPushes.map((row) => [
              row.pushes === 0
                ? 'Never'
                : `${row.pushes}${row.orMore ? ' times or more' : row.pushes === 1 ? ' time' : ' times'}`,
              ...outcomesOf({ ...row, deals: row.won + row.lost + row.open }, minimum),
            ]),
          } satisfies Table,
        ]),
  ];
}

const ENTERS = {
  held: 'After it was done',
  scheduled: 'Before it is done',
  mixed: 'Sometimes before, sometimes after',
} as const;

const READINGS = { tooHigh: 'Higher than in fact', tooLow: 'Lower than in fact' } as const;

/** Do stages mean what they say? Configured probabilities, activities around a stage's start, columns filled. */
export function definitionBlocks(finding: FunnelFinding, minimum: number): readonly Block[] {
  const { configuredVersusActual: configured, stageEvents, completeness } = finding;
  const blocks: Block[] = [];
  if (configured.some((stage) => stage.configured !== null))
    blocks.push(heading('Probabilities of the CRM against what became of the deals', 2), {
      block: 'table',
      id: 'configured',
      key: 'stage',
      columns: [
        { id: 'stage', header: 'Stage', format: 'text', width: 22 },
        {
          id: 'configured',
          header: 'Configured',
          format: 'percent',
          note: 'The probability that most open deals in the stage carry.',
        },
        {
          id: 'decided',
          header: 'Decided',
          format: 'integer',
          note: 'Deals that entered the stage and are won or lost.',
        },
        { id: 'won', header: 'Won', format: 'integer' },
        ...rateColumns('actual', 'Won in fact', 'Won ÷ decided.'),
        {
          id: 'incidence',
          header: `Won within ${days(configured[0]?.days ?? 0)}`,
          format: 'percent',
          note: 'Aalen–Johansen from entry: open deals allowed for.',
        },
        { id: 'reading', header: 'The CRM says', format: 'text', width: 20 },
      ],
      rows: configured.map((stage) => [
        stage.stage,
        stage.configured,
        stage.actual.n,
        stage.actual.x,
        ...rateCells(stage.actual, minimum, [thisRow('won')], [thisRow('decided')]),
        stage.incidence.estimate,
        stage.outside === null ? null : READINGS[stage.outside],
      ]),
      conditionalFormats: [
        { rule: 'flagWhere', column: 'reading', value: READINGS.tooHigh, tone: 'bad' },
        { rule: 'flagWhere', column: 'reading', value: READINGS.tooLow, tone: 'warn' },
      ],
    });
  if (stageEvents)
    blocks.push(
      heading('Stages against activities', 2),
      note(
        `Activities within ${days(stageEvents.days)} of entering a stage tell whether the stage means “planned” or “done”. Each belongs to the change of stage nearest to it, and a kind goes with a stage if it shares a word with it, or if it is tied to the days just before the entry.`,
      ),
      {
        block: 'table',
        id: 'stageEvents',
        key: 'stage',
        columns: [
          { id: 'stage', header: 'Stage', format: 'text', width: 22 },
          { id: 'type', header: 'Goes with', format: 'text', width: 20 },
          { id: 'entered', header: 'Entered', format: 'integer', note: 'While activities were recorded.' },
          { id: 'with', header: 'With it', format: 'integer' },
          { id: 'share', header: 'Share', format: 'percent', note: 'With it ÷ entered.' },
          { id: 'before', header: 'Activity earlier', format: 'integer' },
          { id: 'same', header: 'Same day', format: 'integer', note: 'On the day of the entry.' },
          { id: 'after', header: 'Activity later', format: 'integer' },
          { id: 'enters', header: 'Deals are moved', format: 'text', width: 32 },
        ],
        rows: stageEvents.stages.map((stage) => [
          stage.stage,
          stage.type,
          stage.entered,
          stage.withActivity,
          shareOf(stage.withActivity, stage.entered, thisRow('with'), [thisRow('entered')]),
          stage.before,
          stage.sameDay,
          stage.after,
          stage.entersWhen && ENTERS[stage.entersWhen],
        ]),
      },
    );
  if (completeness && completeness.columns.length > 0)
    blocks.push(
      heading('What is on file when a deal goes on', 2),
      note('Of the deals that went on from each stage, the share that have the column filled.'),
      {
        block: 'table',
        id: 'completeness',
        key: 'stage',
        columns: [
          { id: 'stage', header: 'Stage', format: 'text', width: 22 },
          { id: 'advanced', header: 'Went on', format: 'integer' },
          ...completeness.columns.flatMap(({ field, label }): readonly Column[] => [
            { id: `${field}Filled`, header: `${label}: filled`, format: 'integer' },
            { id: `${field}Share`, header: label, format: 'percent', note: 'Filled ÷ went on.' },
          ]),
        ],
        rows: completeness.stages.map(({ stage, advanced }, s) => [
          stage,
          advanced,
          ...completeness.columns.flatMap(({ field, filled }) => [
            filled[s]!,
            shareOf(filled[s]!, advanced, thisRow(`${field}Filled`), [thisRow('advanced')]),
          ]),
        ]),
      },
    );
  return blocks.length === 0 ? [] : [heading('Do stages mean what they say?'), ...blocks];
}
