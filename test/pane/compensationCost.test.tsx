import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { recogniseSheets, runAnalysis } from '../../src/app/runAnalysis';
import { dayOf } from '../../src/engine/core/day';
import type { Cell, RawSheet } from '../../src/engine/dataset/rawTable';
import { expectNoFindings } from '../support/axeStructure';
import { memoryHost } from '../support/memoryHost';
import { dealsSheet } from '../support/paneEngine';
import { renderPane } from './renderPane';

jest.setTimeout(120_000);

/** Ann wins 10,000 every month of 2023 and Bob 6,000; each loses as many. */
const rows = Array.from({ length: 12 }, (_, m) => dayOf(2023, m + 1, 3)).flatMap((day): Cell[][] =>
  (
    [
      ['Ann', 10_000],
      ['Bob', 6_000],
    ] as const
  ).flatMap(([owner, amount]) => [
    [owner, 'Won', day, day + 20, amount],
    [owner, 'Lost', day, day + 15, amount],
  ]),
);
const deals: RawSheet = {
  ...dealsSheet,
  columnCount: 6,
  rows: [
    ['Deal ID', 'Owner', 'Status', 'Created', 'Closed', 'Amount'],
    ...rows.map((row, i) => [`D${i + 1}`, ...row]),
  ],
  formats: [[], [], [], [{ from: 1, format: 'yyyy-mm-dd' }], [{ from: 1, format: 'yyyy-mm-dd' }], []],
};
const flat = (plan: string, rate: number) => ({
  plan,
  component: 'New business',
  kind: 'One rate',
  basis: 'Revenue',
  period: 'Month',
  rate,
  unit: '% of credit',
  objective: 'Growth',
});
/** 5 % of everything; 4 % is proposed. */
const tables = {
  planComponents: [flat('Sales 2023', 0.05), flat('Proposal', 0.04)],
  planModifiers: [{ plan: 'Proposal', modifier: 'Alternative to', measure: 'Sales 2023' }],
};

it('shows what the year may cost under each plan, against the budget, and what is paid for which objective', async () => {
  const host = memoryHost({ sheets: [deals] });
  host.settings = { tables, values: { payRuns: 200, payBudget: 9_000 } };
  const { user, store } = renderPane({ host, parts: { recogniseSheets, runAnalysis } });
  await user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await waitFor(() => expect(store.get().run).toBeDefined());
  await user.click(screen.getByRole('tab', { name: 'Pay' }));
  await screen.findByRole('heading', { name: 'Compensation', level: 1 });
  const { models, cost } = store.get().run!.view.analyses.compensation!;
  const section = screen.getByRole('region', { name: 'What the year may cost' });
  expect(section).toHaveTextContent(
    `Budget 9,000: ${Math.round(cost.overBudget! * 100)}% of the simulated years cost more.`,
  );
  await user.click(within(section).getByRole('button', { name: /^Show as table/ }));
  const text = (cents: number): string => Math.round(cents / 100).toLocaleString('en-US');
  for (const { plan, inForce, cost: own } of models) {
    const name = inForce ? plan : `${plan} (not in force)`;
    const row = within(section).getByRole('rowheader', { name }).parentElement!;
    expect(
      within(row)
        .getAllByRole('cell')
        .slice(0, 4)
        .map(({ textContent }) => textContent),
    ).toEqual([own.mean, own.p10, own.p50, own.p90].map(text));
  }
  // 12 deals of 10,000 and 12 of 6,000 at 5 %.
  const paidFor = screen.getByRole('list', { name: 'What Sales 2023 pays for' });
  expect(paidFor).toHaveTextContent('Growth100%9,600: New business');
  await expectNoFindings();
});
