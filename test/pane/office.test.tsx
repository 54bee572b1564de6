/**
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import '@testing-library/jest-dom';
import { act, screen, waitFor, within } from '@testing-library/react';
import type { Host } from '../../workbench/host';
import { renderInOffice, workbookOf } from '../support/officePane';

jest.setTimeout(120_000);

const DAY = 45_000;
/** Twelve months of deals in three stages; the third row cannot be used. */
const DEALS = [
  ['Deal ID', 'Stage', 'Created Date', 'Close Date', 'Amount', 'Region'],
  ...Array.from({ length: 60 }, (_, i) => {
    const stage = ['Closed Won', 'Closed Lost', 'Proposal'][i % 3] ?? '';
    const closed = stage === 'Proposal' ? null : DAY + i * 3 + 20;
    return [`D${i}`, stage, DAY + i * 3, closed, 100 * (i + 1), i % 2 ? 'North' : 'South'];
  }),
].map((row, r) => (r === 3 ? [null, ...row.slice(1)] : row));
const workbook = (): Host =>
  workbookOf({
    name: 'Pipeline.xlsx',
    sheets: [{ name: 'Deals', rows: DEALS, formats: { 2: 'yyyy-mm-dd', 3: 'yyyy-mm-dd' } }],
  });

const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** Until nothing is under way. */
const atRest = () => waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
const sheetNames = ({ book }: Host) => book.sheets.map((s) => s.name);

async function read(host: Host) {
  const pane = await renderInOffice(host);
  await pane.user.click(button('Read this workbook'));
  await screen.findByRole('heading', { name: 'Deals' });
  await atRest();
  return pane;
}
async function write({ user }: Awaited<ReturnType<typeof read>>) {
  await user.click(await screen.findByRole('button', { name: 'Write to workbook' }));
  await user.click(await screen.findByRole('button', { name: 'Write' }));
}

describe('the pane on Microsoft’s office.js', () => {
  it('shows what Excel’s sheets hold, and goes to the cell that is in question', async () => {
    const host = workbook();
    const { user } = await read(host);
    const card = screen.getByRole('region', { name: 'Deals' });
    expect(within(card).getByLabelText('Read as')).toHaveDisplayValue('Opportunities');
    expect(within(card).getByText('60 rows: 59 used, 1 left out')).toBeVisible();
    await user.click(within(card).getByRole('button', { name: /^Columns/ }));
    expect(within(card).getByLabelText('What column Created Date is read as')).toHaveDisplayValue(
      'Created date',
    );
    expect(within(card).getByText(/^2023-03-15 · /)).toBeVisible();

    const issues = screen.getByRole('region', { name: /^Issues found/ });
    await user.click(within(issues).getByRole('button', { name: /No deal ID/ }));
    await user.click(within(issues).getByRole('button', { name: /^Deals, / }));
    await waitFor(() => expect(host.book.selection.area).toMatchObject({ row: 3, column: 0 }));
    expect([...host.counters.missing]).toEqual([]);
  });

  it('writes, is refreshed from an input cell, sees that data have changed, and removes', async () => {
    const host = workbook();
    const pane = await read(host);
    await pane.user.click(button('See the funnel'));
    await write(pane);
    expect(await screen.findByText('Written.')).toBeVisible();
    expect(sheetNames(host)).toEqual(
      expect.arrayContaining(['Deals', 'Leadline Summary', 'Leadline Funnel', 'Leadline Inputs']),
    );

    const days = host.book.names.get('leadline_dealhorizondays')?.formula.replace(/^.*!|\$/g, '') ?? '';
    act(() => host.personTypes('Leadline Inputs', days, 45));
    await write(pane);
    expect(await screen.findByText(/won within 45 days/)).toBeVisible();
    await atRest();

    act(() => host.personTypes('Deals', 'E2', 7));
    expect(await screen.findByText(/^The data have changed since/)).toBeVisible();
    await pane.user.click(button('Remove results'));
    await pane.user.click(button('Remove for good?'));
    await waitFor(() => expect(sheetNames(host)).toEqual(['Deals']));
  });

  it('finds again what it keeps in the workbook', async () => {
    const host = workbook();
    const first = await read(host);
    const card = screen.getByRole('region', { name: 'Deals' });
    await first.user.click(within(card).getByRole('button', { name: /^Columns/ }));
    await first.user.selectOptions(within(card).getByLabelText('What column Region is read as'), 'Not used');
    await within(card).findByText(/^Set by you/);
    await atRest();
    first.unmount();

    const again = await read(host);
    const same = screen.getByRole('region', { name: 'Deals' });
    expect(within(same).getByText(/^Set by you/)).toBeVisible();
    await again.user.click(within(same).getByRole('button', { name: /^Columns/ }));
    expect(within(same).getByLabelText('What column Region is read as')).toHaveDisplayValue('Not used');
    again.unmount();

    // Another workbook knows nothing of it.
    await read(workbook());
    expect(screen.queryByText(/^Set by you/)).toBeNull();
  });

  it('says a fault of Excel, has its details at hand, and writes when it has passed', async () => {
    const host = workbook();
    const pane = await read(host);
    await pane.user.click(button('See the funnel'));
    host.faults.inject('accessDenied', { after: 8, times: 2 });
    await write(pane);
    expect(await screen.findByText('Excel refused the change')).toBeVisible();
    await pane.user.click(button('Copy details'));
    expect(await navigator.clipboard.readText()).toContain('AccessDenied');
    host.faults.clear();
    await write(pane);
    expect(await screen.findByText('Written.')).toBeVisible();
  });

  it('is cancelled in the middle of a write, says so, and completes the sheets', async () => {
    const host = workbook();
    const pane = await read(host);
    await pane.user.click(button('See the funnel'));
    await screen.findByRole('button', { name: 'Write to workbook' });
    host.faults.userActs(() => button('Cancel').click(), 12);
    await write(pane);
    expect(await screen.findByText('Writing was broken off.')).toBeVisible();
    await atRest();
    await write(pane);
    expect(await screen.findByText('Written.')).toBeVisible();
  });

  it('is opened beside sheets of an earlier run that broke off', async () => {
    const host = workbook();
    const first = await read(host);
    await first.user.click(button('See the funnel'));
    host.faults.inject('sessionLost', { after: 20, times: 2 });
    await write(first);
    await screen.findByText('The connection to Excel was lost');
    host.faults.clear();
    first.unmount();
    await renderInOffice(host);
    expect(await screen.findByText(/^Writing to this workbook was broken off\./)).toBeVisible();
  });
});
