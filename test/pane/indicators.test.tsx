import '@testing-library/jest-dom';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { recogniseSheets, runAnalysis } from '../../src/app/runAnalysis';
import { randomFrom } from '../../src/engine/core/random';
import type { Cell, RawSheet } from '../../src/engine/dataset/rawTable';
import { expectNoFindings } from '../support/axeStructure';
import { memoryHost } from '../support/memoryHost';
import { sheetOf } from '../support/rawSheets';
import { renderPane } from './renderPane';

jest.setTimeout(120_000);

const random = randomFrom(1);
const calls = Array.from({ length: 42 }, () => 100 + Math.floor(200 * random.next()));
/** Calls, visits and wins by month from 2020-10 on, counted by hand: wins follow calls by two months. */
const rows = Array.from({ length: 40 }, (_, m): Cell[] => [
  `${2020 + Math.floor((m + 9) / 12)}-${String(((m + 9) % 12) + 1).padStart(2, '0')}-01`,
  calls[m + 2]!,
  20 + Math.floor(40 * random.next()),
  Math.round(calls[m]! / 10 + 3 * random.next()),
]);
const log = (months: number): RawSheet =>
  sheetOf('Log', [['Month', 'Calls', 'Visits', 'Wins'], ...rows.slice(-months)]);

async function openPage(months: number) {
  const host = memoryHost({ sheets: [log(months)] });
  host.settings = { asOf: '2024-01-31', values: { leadDraws: 199 } };
  const pane = renderPane({ host, parts: { recogniseSheets, runAnalysis } });
  await pane.user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await waitFor(() => expect(pane.store.get().run).toBeDefined());
  await pane.user.click(screen.getByRole('tab', { name: 'Leads' }));
  await screen.findByRole('heading', { name: 'Leading indicators', level: 1 });
  const finding = () => pane.store.get().run!.view.analyses.indicators!;
  return { ...pane, finding };
}
const region = (name: string | RegExp): HTMLElement => screen.getByRole('region', { name });

it('shows what leads, why, at any lead, and what it says of the months ahead', async () => {
  const { user, finding } = await openPage(40);
  const lead = finding().indicators.find(({ name }) => name === 'Calls')!;
  expect(lead).toMatchObject({ lag: 2, evidence: expect.stringMatching(/amber|green/) as string });

  const lights = region('What moves before Wins');
  await user.click(within(lights).getAllByRole('button')[0]!);
  expect(lights).toHaveTextContent('2 months before');
  expect(lights).toHaveTextContent('Why this light? Chance alone shows as much in');
  expect(lights).toHaveTextContent(`r, trend and season taken out${lead.r!.toFixed(2)}`);
  await user.click(within(lights).getByRole('button', { name: /^Those that have not shown/ }));
  expect(within(lights).getByRole('button', { name: /^Visits No evidence/ })).toBeVisible();

  const explorer = region('Look at any lead');
  const slider = within(explorer).getByRole('slider', { name: 'Lead' });
  expect(slider).toHaveValue('2');
  const told = within(explorer).getByRole('status');
  expect(told).toHaveTextContent(`r ${lead.r!.toFixed(2)} once`);
  expect(told).toHaveTextContent('38 pairs');
  expect(explorer.querySelectorAll('circle')).toHaveLength(38);
  // The keyboard moves it as a slider of the browser's own.
  fireEvent.change(slider, { target: { value: '5' } });
  expect(told).toHaveTextContent(`r ${lead.rByLag[5]!.toFixed(2)} once`);
  expect(told).toHaveTextContent('35 pairs');
  await user.click(within(explorer).getByRole('button', { name: 'Reset Lead to 2 months' }));
  expect(slider).toHaveValue('2');

  const ahead = region('Months ahead');
  await user.click(within(ahead).getByRole('button', { name: /^Show as table/ }));
  expect(within(ahead).getAllByRole('row')).toHaveLength(finding().ahead.length + 1);
  await user.click(within(lights).getByRole('button', { name: 'The rules of both lights' }));
  expect(document.body.textContent).not.toMatch(/\bcaus(e|es|ed|ing)\b/i);
  await expectNoFindings();
});

it('moves with the blitz days at once, and keeps them for the sheets on demand', async () => {
  const { user, store, finding } = await openPage(40);
  const blitz = region('Blitz days');
  const { slope } = finding().indicators.find(({ name }) => name === 'Calls')!.line!;
  const shown = (): string => within(blitz).getByRole('list').textContent!;
  expect(shown()).toMatch(/^Calls: 40 more in Feb 24/);
  fireEvent.change(within(blitz).getByRole('slider', { name: 'Blitz days' }), { target: { value: '5' } });
  expect(shown()).toMatch(/^Calls: 100 more in Feb 24/);
  // February and April 2024 have 21 and 22 business days.
  expect(shown()).toContain(`+${((100 * slope * 22) / 21).toFixed(1)}`);
  expect(store.get().settings.values['blitzDays']).toBeUndefined();
  await user.click(within(blitz).getByRole('button', { name: 'Keep for the sheets' }));
  await waitFor(() => expect(store.get().run!.view.values['blitzDays']).toBe(5));
});

it('takes in an indicator that a person defines, and lets go of it', async () => {
  const { user, store, finding } = await openPage(40);
  const own = region('Indicators of your own');
  await user.click(within(own).getByRole('button', { name: 'Define an indicator' }));
  const add = within(own).getByRole('button', { name: 'Add indicator' });
  expect(add).toHaveAttribute('aria-disabled', 'true');
  await user.type(within(own).getByLabelText('Name'), 'Calls per visit');
  await user.type(within(own).getByLabelText('Type'), 'Calls');
  await user.selectOptions(within(own).getByLabelText('Divided by'), 'Visits');
  await expectNoFindings();
  await user.click(add);
  await waitFor(() => expect(finding().indicators.map(({ name }) => name)).toContain('Calls per visit'));
  expect(store.get().settings.tables['ownIndicators']).toMatchObject([
    {
      name: 'Calls per visit',
      counted: 'Activities',
      type: 'Calls',
      per: 'Visits',
      person: null,
      target: null,
    },
  ]);
  expect(finding().indicators.find(({ name }) => name === 'Calls per visit')).toMatchObject({
    kind: 'rate',
    source: 'own',
  });
  expect(own).toHaveTextContent('Activities, type Calls, divided by Visits, more is better');
  await user.click(within(own).getByRole('button', { name: 'Remove Calls per visit' }));
  await waitFor(() => expect(finding().indicators.map(({ name }) => name)).not.toContain('Calls per visit'));
});

it('shows no correlation of five months', async () => {
  const { finding } = await openPage(5);
  expect(finding().indicators.every(({ evidence, r }) => evidence === 'collecting' && r === null)).toBe(true);
  expect(region('What moves before Wins')).toHaveTextContent('Collecting');
  expect(region('Look at any lead')).toHaveTextContent('From 6 months on');
  expect(screen.queryByRole('slider', { name: 'Lead' })).toBeNull();
});
