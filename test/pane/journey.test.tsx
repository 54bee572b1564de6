import '@testing-library/jest-dom';
import { act, screen, waitFor, within } from '@testing-library/react';
import { memoryHost } from '../support/memoryHost';
import { dealsSheet, paneEngine } from '../support/paneEngine';
import { heldPort, renderPane } from './renderPane';

jest.setTimeout(30_000);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

it('goes from the first run to sheets in the workbook', async () => {
  const held = heldPort(paneEngine());
  const { user, host, store } = renderPane({ open: held.open });

  // First run → read; the first result is under way at once. Cancelling it leaves the pane usable.
  await user.click(button('Read this workbook'));
  expect(await screen.findByRole('heading', { name: 'Deals' })).toBeVisible();
  const bar = await screen.findByRole('progressbar');
  expect(bar).toHaveAttribute('aria-valuemax', '1');
  await waitFor(() => expect(screen.getByText('Counting stages …')).toBeVisible());
  await user.click(button('Cancel'));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(screen.getByRole('status')).toHaveTextContent('Cancelled.');
  expect(store.get().failure).toBeUndefined();
  // The button that was pressed has gone; the keyboard is where the task can be started again.
  expect(button('Run')).toHaveFocus();

  // Map a column.
  await user.click(button(/^Columns/));
  const region = screen.getByLabelText('What column Region is read as');
  expect(region).toHaveValue('');
  await user.selectOptions(region, 'Region');
  await waitFor(() => expect(screen.getByLabelText('What column Region is read as')).toHaveValue('region'));
  expect(screen.getByText(/Set by you/)).toBeVisible();
  expect(host.settings).toMatchObject({
    mapping: { tables: [{ sheet: 'Deals', columns: { region: 'Region' } }] },
  });

  // Run again: the sheets went with the cancelled worker, so they are read again without being asked.
  held.release();
  await user.click(button('Run'));
  expect(await screen.findByRole('img', { name: /Funnel by stage.*Lead: 1,198 entered/ })).toBeVisible();
  expect(screen.getByText('35%')).toBeVisible();

  // Preview → write → done.
  await user.click(button('Write to workbook'));
  const dialog = await screen.findByRole('dialog', { name: 'Write to workbook' });
  expect(within(dialog).getByText('Leadline Summary')).toBeVisible();
  expect(within(dialog).getAllByText('new')).toHaveLength(2);
  await user.click(within(dialog).getByRole('button', { name: 'Write' }));
  expect(await screen.findByText('Written.')).toBeVisible();
  const cells = host.played.find((p) => p.kind === 'cells');
  expect(cells?.kind === 'cells' && cells.values).toHaveLength(60_000);
  expect(cells?.kind === 'cells' && cells.values[59_999]).toEqual(['row 59999', 59_999]);
  await user.click(button('Leadline Summary'));
  expect(host.shown).toEqual([{ sheet: 'Leadline Summary', row: 1, column: 'A' }]);

  // Removing is asked once more.
  await user.click(button('Remove results'));
  expect(host.results.kind).toBe('complete');
  await user.click(button('Remove for good?'));
  await waitFor(() => expect(host.results.kind).toBe('none'));
});

it('inserts sample data and reads it', async () => {
  const host = memoryHost({ sample: [dealsSheet] });
  const { user } = renderPane({ host });
  await user.click(button('Insert sample data'));
  expect(await screen.findByRole('heading', { name: 'Deals' })).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'See the funnel' }));
  expect(await screen.findByRole('heading', { name: 'From stage to stage' })).toBeVisible();
});

it('asks before it goes on, and goes on once answered', async () => {
  const { user, host } = renderPane({ parts: paneEngine({ asksForDates: true }) });
  await user.click(button('Read this workbook'));
  expect(await screen.findByText('Day or month first?')).toBeVisible();
  expect(button('Run')).toHaveAttribute('aria-disabled', 'true');
  await user.click(button('Day first'));
  await waitFor(() => expect(screen.queryByText('Day or month first?')).toBeNull());
  expect(host.settings).toMatchObject({ mapping: { tables: [{ dateOrders: { created: 'dmy' } }] } });
  await user.click(button('Run'));
  expect(await screen.findByRole('heading', { name: 'From stage to stage' })).toBeVisible();
});

it('says when the result is no longer up to date, and why', async () => {
  const { user, host } = renderPane();
  await user.click(button('Read this workbook'));
  await user.click(await screen.findByRole('button', { name: 'See the funnel' }));
  act(() => host.changeData());
  expect(await screen.findByText(/The data have changed since/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Write to workbook' })).toBeNull();
  await user.click(button('Run again'));
  await waitFor(() => expect(screen.queryByText(/The data have changed/)).toBeNull());

  await user.click(button('All at their usual values'));
  const horizon = screen.getByLabelText('Horizon of a stage');
  await user.clear(horizon);
  await user.type(horizon, '0');
  await user.tab();
  expect(screen.getByText('Between 1 and 1826 days.')).toBeVisible();
  expect(host.settings).toBeUndefined();
  await user.clear(horizon);
  await user.type(horizon, '60{Enter}');
  expect(await screen.findByText(/You changed what this result rests on/)).toBeVisible();
  expect(horizon).toHaveFocus();
  expect(host.settings).toMatchObject({ values: { horizonDays: 60 } });
  await user.click(button('Reset Horizon of a stage to 90 days'));
  await waitFor(() => expect(horizon).toHaveValue('90'));
});

it('lists issues with their places and selects the cell', async () => {
  const { user, host } = renderPane();
  await user.click(button('Read this workbook'));
  await user.click(await screen.findByRole('button', { name: /No ID|Missing|id/i, expanded: false }));
  await user.click(button('Deals, A9'));
  expect(host.shown).toEqual([{ sheet: 'Deals', row: 9, column: 'A' }]);
  expect(screen.getByText(/1,200 rows: 1,198 used, 2 left out/)).toBeVisible();
});

it('changes the order and the meaning of stages by keyboard', async () => {
  const { user, host } = renderPane();
  await user.click(button('Read this workbook'));
  const up = await screen.findByRole('button', { name: 'Move Demo up' });
  up.focus();
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(host.settings).toMatchObject({
      mapping: { stages: [{ name: 'Demo' }, { name: 'Lead' }, {}, {}] },
    }),
  );
  expect(button('Move Demo up')).toHaveFocus();
  await user.selectOptions(screen.getByLabelText('What Lead means'), 'Ignored');
  expect(host.settings).toMatchObject({
    mapping: { stages: [{}, { name: 'Lead', kind: 'ignored' }, {}, {}] },
  });
});

it('shows a failure of the workbook in words and goes on afterwards', async () => {
  const { user, host } = renderPane();
  host.failNext = new Error('The sheet is being edited.');
  await user.click(button('Read this workbook'));
  expect(await screen.findByText('The sheet is being edited.')).toBeVisible();
  await user.click(button('Close'));
  await user.click(button('Read this workbook'));
  expect(await screen.findByRole('heading', { name: 'Deals' })).toBeVisible();
});

it('shows a failure of the calculation with its details to copy', async () => {
  const { user } = renderPane({ parts: paneEngine({ crash: 'no such column 7' }) });
  await user.click(button('Read this workbook'));
  expect(await screen.findByText('The calculation stopped.')).toBeVisible();
  expect(screen.queryByText(/no such column/)).toBeNull();
  await user.click(button('Copy details'));
  await expect(navigator.clipboard.readText()).resolves.toContain('no such column 7');
});
