import { note } from '../../../../report/blocks';
import { columnOf, input, live, thisRow } from '../../../../report/formula';
import { formatValue } from '../../../../report/formats';
import type { ReportSheet, Table } from '../../../../report/report';
import { OVER_ASSIGNMENT } from '../assumptions';
import type { ModellingFinding, QuotaFinding } from '../finding';

/** Quotas by capacity; the suggested ones are live over the company target and the over-assignment. */
function quotaTable(quotas: QuotaFinding): Table {
  const { people, target, overAssigned, sigma, capacity } = quotas;
  const chance = (value: number | null, column: string) =>
    live(
      value,
      ...[
        'IF(OR(',
        thisRow(column),
        '="",',
        thisRow('expected'),
        '=0),"",1-NORM.S.DIST((LN(',
        thisRow(column),
        '/',
        thisRow('expected'),
        ')+',
        thisRow('sigma'),
        '^2/2)/',
        thisRow('sigma'),
        ',TRUE))',
      ],
    );
  const known = people.filter(({ expected }) => expected > 0);
  const total = (column: string, value: number) => live(value, 'SUM(', columnOf('payQuotas', column), ')');
  return {
    block: 'table',
    id: 'payQuotas',
    key: 'person',
    columns: [
      { id: 'person', header: 'Person', format: 'text', width: 26 },
      { id: 'quota', header: 'Quota', format: 'money' },
      {
        id: 'expected',
        header: 'Sales expected',
        format: 'money',
        note: 'Half what a full year of the team’s median brings, by the days of work, and half the person’s own record.',
      },
      {
        id: 'reaches',
        header: 'Reaches it',
        format: 'percent',
        note: 'Probability to sell the quota or more: lognormal around the sales expected.',
      },
      {
        id: 'suggested',
        header: 'By capacity',
        format: 'money',
        note: 'Sales expected × (company target × (1 + over-assignment) ÷ all sales expected); without a company target, the sales expected.',
      },
      { id: 'reachesSuggested', header: 'Reaches that', format: 'percent' },
      { id: 'sigma', header: 'σ', format: 'decimal', note: 'Of ln sales over the plan year.' },
    ],
    rows: known.map((one) => [
      one.person,
      one.quota,
      one.expected,
      chance(one.reaches, 'quota'),
      live(
        one.suggested,
        ...[
          'IF(',
          input('salesTarget'),
          '=0,',
          thisRow('expected'),
          ',',
          thisRow('expected'),
          '*',
          input('salesTarget'),
          '*(1+',
          input(OVER_ASSIGNMENT),
          ')/SUM(',
          columnOf('payQuotas', 'expected'),
          '))',
        ],
      ),
      chance(one.reachesSuggested, 'suggested'),
      sigma,
    ]),
    totals: [
      'Total',
      total(
        'quota',
        known.reduce((sum, { quota }) => sum + (quota ?? 0), 0),
      ),
      total('expected', capacity),
      null,
      total('suggested', target === null ? capacity : target * (1 + overAssigned)),
      null,
      null,
    ],
  };
}

export function quotaSheet({ quotas }: ModellingFinding): readonly ReportSheet[] {
  if (!quotas || quotas.capacity === 0) return [];
  const { quotas: given, overAssignment, target } = quotas;
  const money = (cents: number): string => formatValue(cents, 'money');
  return [
    {
      id: 'payQuotas',
      title: 'Quotas',
      shows: 'Quotas by capacity, and how likely each is reached',
      orientation: 'portrait',
      blocks: [
        note(
          overAssignment === null || target === null
            ? 'Set the company target on the Inputs sheet to share it out.'
            : `All quotas together are ${money(given)}, which is ${formatValue(overAssignment, 'percent')} of the company target of ${money(target)}.`,
          'plain',
        ),
        quotaTable(quotas),
      ],
    },
  ];
}
