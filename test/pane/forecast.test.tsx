import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { recogniseSheets, runAnalysis } from '../../src/app/runAnalysis';
import { expectNoFindings } from '../support/axeStructure';
import { memoryHost } from '../support/memoryHost';
import { openDealsSheet } from '../support/openDealsSheet';
import { renderPane } from './renderPane';

jest.setTimeout(120_000);

const cardOf = (label: RegExp): HTMLElement => screen.getByText(label).parentElement!;

it('shows the forecast that the run found', async () => {
  const host = memoryHost({ sheets: [openDealsSheet] });
  host.settings = { values: { forecastGoal: 200_000, backtestMonths: 3, forecastDraws: 1000 } };
  const { user, store } = renderPane({ host, parts: { recogniseSheets, runAnalysis } });
  await user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await waitFor(() => expect(store.get().run).toBeDefined());
  await user.click(screen.getByRole('tab', { name: 'Forecast' }));
  await screen.findByRole('heading', { name: 'Forecast', level: 1 });
  const { total, deals: listed, backtest } = store.get().run!.view.analyses.forecast!;
  const text = (cents: number): string => Math.round(cents / 100).toLocaleString('en-US');
  expect(cardOf(/^Won by/)).toHaveTextContent(text(total.p50));
  expect(cardOf(/^Chance to reach/)).toHaveTextContent(`${Math.round(total.probabilityOfGoal! * 100)}%`);
  const matter = screen.getByRole('list', { name: 'Deals that matter' });
  expect(within(matter).getAllByRole('listitem')[0]).toHaveTextContent(listed[0]!.id);
  await user.click(screen.getByRole('button', { name: /^Show all .*: Deals that matter$/ }));
  expect(within(matter).getAllByRole('listitem')).toHaveLength(12);
  await user.click(screen.getByRole('button', { name: 'Show as table: What changed in the pipeline' }));
  expect(screen.getByRole('rowheader', { name: 'Closing' })).toBeVisible();
  expect(backtest!.forecasts).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Show as table: Past forecasts and what came' }));
  await expectNoFindings();
});
