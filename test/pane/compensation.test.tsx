import '@testing-library/jest-dom';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { recogniseSheets, runAnalysis } from '../../src/app/runAnalysis';
import { dayOf } from '../../src/engine/core/day';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { expectNoFindings } from '../support/axeStructure';
import { memoryHost } from '../support/memoryHost';
import { dealsSheet } from '../support/paneEngine';
import { renderPane } from './renderPane';

jest.setTimeout(120_000);

const sheet = (name: string, rows: RawSheet['rows'], dates: readonly number[] = []): RawSheet => ({
  ...dealsSheet,
  sheet: name,
  columnCount: rows[0]!.length,
  rows,
  formats: rows[0]!.map((_, c) => (dates.includes(c) ? [{ from: 1, format: 'yyyy-mm-dd' }] : [])),
});
const people = sheet('People', [
  ['Name', 'Role', 'Target Variable', 'Annual Quota'],
  ['Ann', 'AE', 60_000, 1_200_000],
  ['Bob', 'AE', 60_000, 600_000],
]);
/** Ann sells 350,000 of her quarter's 300,000; a deal of hers of 400,000 is open. */
const deals = sheet(
  'Deals',
  [
    ['Deal ID', 'Owner', 'Status', 'Created', 'Closed', 'Expected Close', 'Amount'],
    ['A1', 'Ann', 'Won', dayOf(2026, 1, 3), dayOf(2026, 2, 3), null, 250_000],
    ['A2', 'Ann', 'Won', dayOf(2026, 1, 5), dayOf(2026, 3, 3), null, 100_000],
    ['B1', 'Bob', 'Won', dayOf(2026, 2, 5), dayOf(2026, 5, 3), null, 75_000],
    ['B3', 'Bob', 'Lost', dayOf(2026, 2, 5), dayOf(2026, 5, 4), null, 75_000],
    ['A3', 'Ann', 'Open', dayOf(2026, 5, 5), null, dayOf(2026, 8, 3), 400_000],
  ],
  [3, 4, 5],
);
const cardOf = (label: string | RegExp): HTMLElement => screen.getByText(label).parentElement!;
const fieldOf = (label: string): HTMLElement => screen.getByLabelText(label);

async function shown() {
  const host = memoryHost({ sheets: [deals, people] });
  host.settings = { asOf: '2026-06-30', values: { payRuns: 200, backtestMonths: 0 } };
  const pane = renderPane({ host, parts: { recogniseSheets, runAnalysis } });
  const { user, store } = pane;
  await user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await waitFor(() => expect(store.get().run).toBeDefined());
  await user.click(screen.getByRole('tab', { name: 'Pay' }));
  await screen.findByRole('heading', { name: 'Compensation' });
  // From nothing: a plan of the library.
  await user.selectOptions(screen.getByLabelText('Add a plan from the library'), 'Accelerators above quota');
  await screen.findByRole('img', { name: /^Payout curve/ });
  return { ...pane, host };
}

it('starts a plan from the library, shows at once what it pays, and pays it on the next run', async () => {
  const { user, store } = await shown();
  // Bob and Ann have the same target pay: 1 × to 100 %, 1.5 × to 130 %, 2 × above.
  expect(screen.getByRole('img', { name: /^Payout curve/ })).toHaveAccessibleName(
    'Payout curve of Ann. 30,000 at 50%, 60,000 at 100%, 111,000 at 150%, 171,000 at 200% of quota.',
  );
  expect(store.get().settings.tables['planTiers']).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Run again' }));
  await waitFor(() => expect(store.get().run!.view.analyses.compensation).toBeDefined());
  const found = store.get().run!.view.analyses.compensation!;
  // 300,000 at 1 × and 50,000 at 1.5 × of 15,000 for 300,000; Bob half of his 15,000.
  expect(found.plans[0]!.totals.payout).toBe(1_875_000 + 750_000);
  expect(cardOf(/^Payout, /)).toHaveTextContent('26,250');
  const lines = screen.getByRole('list', { name: 'Payout of Ann' });
  expect(lines).toHaveTextContent('100% to 130%: 1.5 × target pay');
  expect(lines).toHaveTextContent('A2, Mar 3, 2026: 3,750');
  await expectNoFindings();
});

it('edits the rows that the sheet holds, and says beside the field what is wrong', async () => {
  const { user, store } = await shown();
  const from = fieldOf('Tier 3: From');
  expect(from).toHaveValue('130%');
  await user.clear(from);
  await user.type(from, '120{Enter}');
  expect(store.get().settings.tables['planTiers']![2]).toMatchObject({ from: 1.2 });
  const says = await screen.findByText(/100% to 130% and 120% and more overlap/);
  expect(fieldOf('Tier 3: From')).toHaveAccessibleDescription(says.textContent!);
  await waitFor(() => expect(screen.queryByRole('img', { name: /^Payout curve/ })).toBeNull());
  await user.clear(fieldOf('Tier 2: To'));
  await user.type(fieldOf('Tier 2: To'), '120%{Enter}');
  await screen.findByRole('img', { name: /114,000 at 150%/ });
  await user.click(screen.getByRole('button', { name: 'Add a tier to Bookings' }));
  expect(store.get().settings.tables['planTiers']).toHaveLength(4);
  await user.click(screen.getByRole('button', { name: 'Remove tier 4 of Bookings' }));
  await user.selectOptions(screen.getByLabelText('Add a modifier to Bookings'), 'Threshold');
  expect(store.get().settings.tables['planModifiers']).toMatchObject([{ modifier: 'Threshold', from: 0.5 }]);
  expect(fieldOf('Threshold: from')).toHaveValue('50%');
  await user.clear(fieldOf('Threshold: from'));
  await user.type(fieldOf('Threshold: from'), 'half{Enter}');
  expect(await screen.findByText(/“half” in From is no number/)).toBeVisible();
});

it('tries a scenario in words, compares, seeks a budget, and tells what a deal earns', async () => {
  const { user, store } = await shown();
  const tryIt = screen.getByRole('region', { name: 'What if' });
  await user.selectOptions(within(tryIt).getByLabelText('Number to turn'), 'Bookings, tier 2: rate');
  fireEvent.change(within(tryIt).getByRole('slider', { name: 'Bookings, tier 2: rate' }), {
    target: { value: '200' },
  });
  const changes = await within(tryIt).findByRole('list', { name: 'Changes' });
  expect(changes).toHaveTextContent('Bookings, tier 2: rate: 1.5 × → 3 ×');
  // The 50,000 above quota pay 3,750 at 1.5 × and 7,500 at 3 ×.
  const table = await within(tryIt).findByRole('group', { name: /person by person$/ });
  await waitFor(() => expect(table).toHaveTextContent('Ann18,75022,500+3,750'));

  await user.type(within(tryIt).getByLabelText(/^Budget for the year/), '1');
  await user.click(within(tryIt).getByRole('button', { name: 'Find' }));
  expect(await within(tryIt).findByText(/^No value does\. The nearest is /)).toBeVisible();

  const deal = screen.getByRole('region', { name: 'If this deal closes' });
  expect(within(deal).getByLabelText('Deal')).toHaveDisplayValue('A3: 400,000');
  expect(within(deal).getByLabelText('Closes on')).toHaveValue('2026-08-03');
  // 300,000 at 1 ×, 90,000 at 1.5 × and 10,000 at 2 ×, of 15,000 for 300,000.
  await waitFor(() => expect(within(deal).getByText('Ann earns').parentElement).toHaveTextContent('22,750'));

  await user.click(within(tryIt).getByRole('button', { name: 'Keep beside it' }));
  const compare = await screen.findByRole('region', { name: 'Compare two plans' });
  await waitFor(() => expect(compare).toHaveTextContent('1 person gets 3,750 more in all'));
  expect(store.get().settings.tables['planModifiers']).toMatchObject([
    { plan: 'Accelerators above quota, changed', modifier: 'Alternative to' },
  ]);
});

it('asks what the plan looks at in a deal, and names a plan anew', async () => {
  const { user, store } = await shown();
  await user.selectOptions(screen.getByLabelText('Add a plan from the library'), 'New business and renewals');
  const deal = await screen.findByRole('region', { name: 'If this deal closes' });
  // The data have no types: the plan pays for none of them.
  const type = await within(deal).findByLabelText('Type');
  expect(type).toHaveDisplayValue('Not known');
  expect(type).toHaveAccessibleDescription('The plan looks at it.');
  await waitFor(() => expect(within(deal).getByText('Ann earns').parentElement).toHaveTextContent(/earns0/));
  await user.selectOptions(type, 'New');
  await waitFor(() =>
    expect(within(deal).getByText('Ann earns').parentElement).not.toHaveTextContent(/earns0/),
  );

  await user.click(screen.getByRole('button', { name: /^The whole plan/ }));
  const name = fieldOf('Name of the plan');
  await user.clear(name);
  await user.type(name, 'Accelerators above quota{Enter}');
  expect(await screen.findByText('“Accelerators above quota” is another plan.')).toBeVisible();
  await user.clear(name);
  await user.type(name, 'Types 2027{Enter}');
  await waitFor(() =>
    expect(screen.getByRole('combobox', { name: 'Plan' })).toHaveDisplayValue('Types 2027'),
  );
  expect(store.get().settings.tables['planModifiers']).toContainEqual(
    expect.objectContaining({ plan: 'Types 2027', modifier: 'Alternative to' }),
  );
});
