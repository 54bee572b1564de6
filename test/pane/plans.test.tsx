import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { recogniseSheets, runAnalysis } from '../../src/app/runAnalysis';
import { dayOf } from '../../src/engine/core/day';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { memoryHost } from '../support/memoryHost';
import { dealsSheet } from '../support/paneEngine';
import { renderPane } from './renderPane';

jest.setTimeout(120_000);

/** Ann and Bob win a deal of 10,000 and lose one every month of 2023 to 2025. */
const rows = Array.from({ length: 36 }, (_, m) => dayOf(2023 + Math.floor(m / 12), (m % 12) + 1, 3)).flatMap(
  (day) =>
    ['Ann', 'Bob'].flatMap((owner) => [
      [owner, 'Won', day, day + 20, 10_000],
      [owner, 'Lost', day, day + 15, 10_000],
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
const cardOf = (label: string | RegExp): HTMLElement => screen.getByText(label).parentElement!;

it('plans activity and hires on the real engine, and puts solved hires into the plan with one press', async () => {
  const host = memoryHost({ sheets: [deals] });
  host.settings = { values: { hiringGoal: 700_000, hiringTimeToFill: 0, planGoal: 100_000 } };
  const { user, store } = renderPane({ host, parts: { recogniseSheets, runAnalysis } });
  await user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await waitFor(() => expect(store.get().run).toBeDefined());

  await user.click(screen.getByRole('tab', { name: 'Activity' }));
  await screen.findByRole('heading', { name: 'Activity plan' });
  const plan = store.get().run!.view.analyses.activityPlan!;
  expect(cardOf('New deals needed')).toHaveTextContent(String(Math.round(plan.steps[0]!.needed!.median)));

  await user.click(screen.getByRole('tab', { name: 'Hiring' }));
  await screen.findByRole('heading', { name: 'Hiring plan' });
  const before = store.get().run!.view.analyses.capacity!;
  const hires = before.solved!.hires.length;
  expect(hires).toBeGreaterThan(0);
  const table = screen.getByRole('region', { name: 'Hires that reach the goal' });
  expect(within(table).getAllByRole('row')).toHaveLength(hires + 1);
  await user.click(screen.getByRole('button', { name: 'Put them into the plan' }));
  await waitFor(() => expect(screen.getByText(/^The team as planned reaches the goal/)).toBeVisible());
  expect(cardOf('Short of it')).toHaveTextContent('Short of it0');
  expect(store.get().settings.tables['hires']).toHaveLength(hires);

  await user.click(screen.getByRole('button', { name: /^Take out/ }));
  await waitFor(() => expect(store.get().run!.view.analyses.capacity!.gap).toBe(before.gap));
});
