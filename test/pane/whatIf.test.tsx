import '@testing-library/jest-dom';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { recogniseSheets, runAnalysis } from '../../src/app/runAnalysis';
import type { EditedTables } from '../../src/engine/report/editableTable';
import { expectNoFindings } from '../support/axeStructure';
import { memoryHost } from '../support/memoryHost';
import { openDealsSheet } from '../support/openDealsSheet';
import { renderPane } from './renderPane';

jest.setTimeout(120_000);

const cardOf = (label: RegExp): HTMLElement => screen.getByText(label).parentElement!;
const slider = (name: string): HTMLElement => screen.getByRole('slider', { name });

/** @param tables by default none of the ready scenarios, each of which would be a run of its own */
async function openPane(tables: EditedTables = { scenarios: [] }) {
  const host = memoryHost({ sheets: [openDealsSheet] });
  const values = { forecastGoal: 200_000, backtestMonths: 0, forecastDraws: 1000, planGoal: 50_000 };
  host.settings = { values, tables };
  const pane = renderPane({ host, parts: { recogniseSheets, runAnalysis } });
  await pane.user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await waitFor(() => expect(pane.store.get().run).toBeDefined());
  return pane;
}

it('answers a lever, a stage and a deal at once, and puts them into force with one press', async () => {
  const { user, store, host } = await openPane();
  await user.click(screen.getByRole('tab', { name: 'What if' }));
  const before = store.get().run!.view.analyses;
  const shown = (): string => cardOf(/^Won by/).querySelector('dd')!.textContent;
  await screen.findByText(/^From 1,000 futures/);
  const asRun = shown();

  fireEvent.change(slider('Change of deal size'), { target: { value: '50' } });
  await waitFor(() => expect(shown()).not.toBe(asRun));
  expect(cardOf(/^Won by/)).toHaveTextContent(/\+[\d,]+; 8 times in 10/);
  const larger = shown();
  fireEvent.change(slider('Change of every conversion'), { target: { value: '20' } });
  await waitFor(() => expect(shown()).not.toBe(larger));
  const need = (): readonly string[] =>
    within(screen.getByRole('row', { name: /^New deals needed/ }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  // A half larger and with a fifth more conversion, deals are needed in fewer numbers.
  await waitFor(() => expect(Number(need()[1])).toBeLessThan(Number(need()[0]) / 1.5));

  // A deal won for sure, found by its id.
  const two = shown();
  await user.type(screen.getByRole('searchbox', { name: 'Find a deal' }), 'd108');
  await user.click(screen.getByRole('button', { name: /^D108/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'What becomes of it' }), 'Won');
  await waitFor(() => expect(shown()).not.toBe(two));
  expect(store.get().supposed.tables['dealOverrides']).toEqual([{ deal: 'D108', probability: 1 }]);
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'What becomes of it' }),
    'Closes on another day',
  );
  expect(screen.getByLabelText('Closes on')).toHaveValue('2024-04-30');
  await user.type(screen.getByRole('textbox', { name: 'Amount' }), '90000{Enter}');
  await waitFor(() =>
    expect(store.get().supposed.tables['dealOverrides']).toEqual([
      { deal: 'D108', close: '2024-04-30', amount: 9_000_000 },
    ]),
  );
  await expectNoFindings();
  // Nothing of it is in force yet.
  expect(store.get().settings.values).not.toHaveProperty('leverDealSize');
  expect(store.get().run!.view.analyses).toBe(before);

  await user.click(screen.getByRole('button', { name: 'Put into force' }));
  await waitFor(() => expect(store.get().run!.view.analyses).not.toBe(before));
  const after = store.get().run!.view.analyses;
  expect(store.get().run!.view.values).toMatchObject({ leverDealSize: 0.5, leverConversion: 0.2 });
  expect(after.forecast!.total.p50).toBeGreaterThan(before.forecast!.total.p50);
  expect(after.activityPlan!.dealSize.value).toBe(1.5 * before.activityPlan!.dealSize.value!);
  expect(host.settings).toMatchObject({ values: { leverDealSize: 0.5 } });
  // What is in force is where the next what-if begins.
  expect(slider('Change of deal size')).toHaveValue('50');
  expect(screen.getByRole('button', { name: 'Write to workbook' })).toBeEnabled();
  // The other pages show what is supposed beside what was measured.
  await user.click(screen.getByRole('tab', { name: 'Activity' }));
  expect(await screen.findByText('50% → 60%')).toBeVisible();
});

it('starts afresh', async () => {
  const { user, store } = await openPane();
  await user.click(screen.getByRole('tab', { name: 'What if' }));
  await screen.findByText(/^From 1,000 futures/);
  fireEvent.change(slider('Change of new deals'), { target: { value: '-50' } });
  expect(store.get().supposed.values).toEqual({ leverNewDeals: -0.5 });
  await user.click(screen.getByRole('button', { name: 'Reset Change of new deals to 0%' }));
  expect(store.get().supposed.values).toEqual({});
  fireEvent.change(slider('Change of new deals'), { target: { value: '-50' } });
  await user.click(screen.getByRole('button', { name: 'Start afresh' }));
  expect(slider('Change of new deals')).toHaveValue('0');
});

it('saves a what-if under a name, runs it beside the others, and takes it up again', async () => {
  const { user, store } = await openPane({});
  await user.click(screen.getByRole('tab', { name: 'What if' }));
  await screen.findByText(/^From 1,000 futures/);
  const saveButton = screen.getByRole('button', { name: 'Save scenario' });
  await user.type(screen.getByRole('textbox', { name: 'Name of this what-if' }), 'Bigger deals');
  // Nothing is supposed yet.
  expect(saveButton).toHaveAttribute('aria-disabled', 'true');
  fireEvent.change(slider('Change of deal size'), { target: { value: '20' } });
  await user.click(saveButton);
  await waitFor(() =>
    expect(store.get().run!.view.scenarios!.scenarios.map(({ name }) => name)).toContain('Bigger deals'),
  );
  const { scenarios } = store.get().run!.view.scenarios!;
  const mine = scenarios.find(({ name }) => name === 'Bigger deals')!;
  expect(mine.changes).toEqual(['Change of deal size: 0% → 20%']);
  const list = screen.getByRole('region', { name: 'Scenarios' });
  const item = within(list).getByText('Bigger deals').parentElement!;
  expect(item).toHaveTextContent('Change of deal size: 0% → 20%');
  expect(item).toHaveTextContent(/\+[\d,]+ on average; 8 times in 10 \+[\d,]+ to \+[\d,]+/);

  await user.click(screen.getByRole('button', { name: 'Start afresh' }));
  expect(slider('Change of deal size')).toHaveValue('0');
  await user.click(screen.getByRole('button', { name: 'Try Bigger deals' }));
  expect(slider('Change of deal size')).toHaveValue('20');
  expect(store.get().supposed.values).toEqual({ leverDealSize: 0.2 });
  await user.click(screen.getByRole('button', { name: 'Remove Bigger deals' }));
  await waitFor(() => expect(within(list).queryByText('Bigger deals')).toBeNull());
  expect(within(list).getByText('Tough')).toBeVisible();
  await expectNoFindings();
});
