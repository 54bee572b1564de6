import { asDay } from '../../src/engine/core/day';
import { live, thisRow } from '../../src/engine/report/formula';
import { layout } from '../../src/engine/report/layout';
import type { Placement } from '../../src/engine/report/placement';
import type { Report } from '../../src/engine/report/report';

export interface StageRow {
  readonly stage: string;
  readonly entered: number;
  readonly passed: number;
}

/** A report as the funnel writes it, small: a live table with chart, a second table below it, and an inputs sheet. */
export const funnelReport = (
  stages: readonly StageRow[],
  horizon = 180,
  reasons: readonly string[] = ['Price', '=No budget'],
): Report => ({
  sheets: [
    {
      id: 'funnel',
      title: 'Funnel',
      orientation: 'landscape',
      blocks: [
        { block: 'heading', level: 1, text: 'Stage conversion' },
        {
          block: 'table',
          id: 'funnel',
          key: 'stage',
          columns: [
            { id: 'stage', header: 'Stage', format: 'text' },
            { id: 'entered', header: 'Entered', format: 'integer', note: 'Deals that were in the stage.' },
            { id: 'passed', header: 'Passed', format: 'integer' },
            { id: 'rate', header: 'Step rate', format: 'percent1' },
          ],
          rows: stages.map(({ stage, entered, passed }) => [
            stage,
            entered,
            passed,
            live(passed / entered, thisRow('passed'), '/', thisRow('entered')),
          ]),
          conditionalFormats: [{ rule: 'dataBar', column: 'rate' }],
        },
        {
          block: 'chart',
          id: 'funnelChart',
          kind: 'bar',
          title: 'Deals by stage',
          table: 'funnel',
          categories: 'stage',
          series: [
            { name: 'Entered', column: 'entered', tone: 'primary' },
            { name: 'Passed', column: 'passed', tone: 'good' },
          ],
          alt: 'Deals by stage',
        },
        {
          block: 'table',
          id: 'reasons',
          key: 'reason',
          columns: [
            { id: 'reason', header: 'Reason', format: 'text' },
            { id: 'deals', header: 'Deals', format: 'integer' },
          ],
          rows: reasons.map((reason, i) => [reason, 10 - i]),
        },
      ],
    },
    {
      id: 'inputs',
      title: 'Inputs',
      orientation: 'portrait',
      blocks: [
        {
          block: 'inputs',
          id: 'inputs',
          cells: [
            {
              id: 'horizon',
              label: 'Horizon',
              value: horizon,
              format: 'days',
              unit: 'days',
              help: 'How far cohorts are followed.',
              validation: { rule: 'between', min: 30, max: 720, whole: true },
            },
          ],
        },
        {
          block: 'inputTable',
          id: 'stages',
          key: 'stage',
          columns: [
            { id: 'stage', header: 'Stage', format: 'text' },
            { id: 'kind', header: 'Kind', format: 'text' },
          ],
          rows: stages.map(({ stage }) => [stage, 'open']),
          choices: { kind: ['open', 'won', 'lost', 'ignored'] },
        },
      ],
    },
  ],
});

export const STAGES: readonly StageRow[] = [
  { stage: 'Qualify', entered: 100, passed: 60 },
  { stage: 'Propose', entered: 60, passed: 30 },
  { stage: 'Close', entered: 30, passed: 12 },
];

export const placementsOf = (
  report: Report,
  names: Readonly<Record<string, string>> = {},
): readonly Placement[] =>
  layout(report, {
    sheetName: (id, title) => names[id] ?? `Leadline ${title}`,
    stamp: { version: '0.1.0', asOf: asDay(45000), seed: 1, inputHash: 'abc' },
  });
