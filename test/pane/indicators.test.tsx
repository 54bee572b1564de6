import '@testing-library/jest-dom';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { recogniseSheets, runAnalysis } from '../../src/app/runAnalysis';
import { expectNoFindings } from '../support/axeStructure';
import { logOfPeople } from '../support/logSheet';
import { memoryHost } from '../support/memoryHost';
import { renderPane } from './renderPane';

jest.setTimeout(120_000);

async function leads() {
  const host = memoryHost({ sheets: [logOfPeople()] });
  host.settings = { values: { leadDraws: 199 } };
  const pane = renderPane({ host, parts: { recogniseSheets, runAnalysis } });
  await pane.user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await waitFor(() => expect(pane.store.get().run).toBeDefined());
  await pane.user.click(screen.getByRole('tab', { name: 'Leads' }));
  await screen.findByRole('heading', { name: 'Leading indicators', level: 1 });
  const finding = () => pane.store.get().run!.view.analyses.indicators!;
  return { ...pane, finding };
}

it('shows the lights and says why, the months ahead and the people', async () => {
  const { user, finding } = await leads();
  const calls = finding().indicators.find(({ name }) => name === 'Calls')!;
  const promoted = screen.getByRole('list', { name: 'Leads with evidence' });
  await user.click(within(promoted).getByRole('button', { name: /^Calls/ }));
  expect(within(promoted).getByText(/^Chance alone shows as much in/)).toBeVisible();
  expect(within(promoted).getByRole('rowheader', { name: 'Lead' }).nextSibling).toHaveTextContent(
    `${calls.lag} months before`,
  );
  await user.click(screen.getByRole('button', { name: 'Show as table: Wins ahead' }));
  const ahead = screen.getByRole('group', { name: 'Wins ahead' });
  expect(within(ahead).getAllByRole('row')).toHaveLength(7);
  expect(within(screen.getByRole('group', { name: 'Calls by person' })).getByText('Ann')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'What the lights mean' }));
  expect(screen.getByText(/^Evidence says how sure a lead is\. Green:/)).toBeVisible();
  expect(document.body.textContent).not.toMatch(/\bcaus(e|es|ed|ing)\b/i);
  await expectNoFindings();
});

it('shows the pairs at any lead, by the keyboard too', async () => {
  const { finding, user } = await leads();
  const calls = finding().indicators.find(({ name }) => name === 'Calls')!;
  const slider = screen.getByRole('slider', { name: 'Lead' });
  expect(slider).toHaveAttribute('aria-valuetext', '2 months before');
  expect(screen.getByText(new RegExp(`r ${calls.plainByLag[2]!.toFixed(2)} · 24 pairs`))).toBeVisible();
  fireEvent.change(slider, { target: { value: '0' } });
  expect(slider).toHaveAttribute('aria-valuetext', 'at once');
  expect(screen.getByText(new RegExp(`r ${calls.plainByLag[0]!.toFixed(2)} · 26 pairs`))).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Indicator'), 'Visits');
  expect(screen.getByRole('img', { name: /^Visits, .* and Wins\. \d+ pairs\.$/ })).toBeVisible();
});

it('says what a few blitz days go with, and when', async () => {
  const { user, finding, store } = await leads();
  const calls = finding().indicators.find(({ name }) => name === 'Calls')!;
  const said = (): string => screen.getByText(/more Calls in/).textContent!;
  expect(said()).toMatch(/^40 more Calls in Mar 24 go with/);
  expect(said()).toMatch(/in May 24/);
  const perDay = screen.getByLabelText('Done on a blitz day');
  await user.clear(perDay);
  await user.type(perDay, '50');
  expect(said()).toMatch(/^100 more Calls/);
  // Read on 15 March 2024: 21 business days in March, 23 in May.
  const more = (calls.line!.slope * 100 * 23) / 21;
  expect(said()).toContain(`go with ${Math.round(more * 10) / 10} more Wins`);
  expect(store.get().settings.values).toMatchObject({ blitzPerDay: 50 });
});

it('takes an indicator of one’s own into the next run, and out again', async () => {
  const { user, finding, store } = await leads();
  await user.click(screen.getByRole('button', { name: 'Define an indicator' }));
  await user.type(screen.getByLabelText(/^Name/), 'Calls per visit');
  await user.type(screen.getByLabelText('Only of type'), 'Calls');
  await user.selectOptions(screen.getByLabelText('Divided by'), 'Visits');
  await user.selectOptions(screen.getByLabelText('Counted'), 'A series kept by hand');
  await user.click(screen.getByRole('button', { name: 'Add and run' }));
  await waitFor(() => expect(finding().indicators.some(({ name }) => name === 'Calls per visit')).toBe(true));
  expect(store.get().settings.tables['ownIndicators']).toEqual([
    expect.objectContaining({
      name: 'Calls per visit',
      type: 'Calls',
      per: 'Visits',
      person: null,
      target: null,
    }),
  ]);
  await user.click(screen.getByRole('button', { name: 'Take out Calls per visit' }));
  await waitFor(() =>
    expect(finding().indicators.some(({ name }) => name === 'Calls per visit')).toBe(false),
  );
});
