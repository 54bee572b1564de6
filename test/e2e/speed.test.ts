import { drive } from '../support/paneDriver';
import { describeInWorkbench, inHost, type OpenWorkbench } from '../support/workbench';

/** Deals on the first sheet: 12 columns, as an export of a CRM has them. */
const putDeals = ({ page }: OpenWorkbench, count: number): Promise<void> =>
  inHost(
    page,
    (host, rows) => {
      const sheet = host.book.sheets[0]!; // a workbook has one
      const stages = ['Lead', 'Demo', 'Proposal', 'Closed Won', 'Closed Lost'];
      sheet.rows.push(
        ['Opportunity ID', 'Opportunity Name', 'Account Name', 'Stage', 'Created Date', 'Close Date'].concat([
          'Amount',
          'Owner',
          'Lead Source',
          'Type',
          'Region',
          'Next Step',
        ]),
      );
      for (let i = 0; i < rows; i++) {
        const created = 44927 + (i % 700);
        // Every fifth deal was closed before it was created: 20,000 issues in 100,000 rows, as many as are listed.
        const closed = created + (i % 5 === 3 ? -27 : 60);
        sheet.rows.push([
          ...[`006A${100_000 + i}`, `Deal ${i}`, `Account ${i % 7_000}`, stages[i % 5]!, created, closed],
          ...[(i % 977) * 100, `Owner ${i % 40}`, ['Web', 'Partner', 'Event'][i % 3]!],
          ...[i % 2 ? 'New' : 'Existing', ['EMEA', 'APAC', 'AMER'][i % 3]!, 'Call them back next week'],
        ]);
      }
      sheet.numberFormats.push({
        area: { row: 1, column: 4, rows, columns: 2 },
        value: 'yyyy-mm-dd',
      });
    },
    count,
  );

/** Listens to the pane's thread; the result gives its longest task since it was last asked, in ms. */
async function listen({ paneFrame }: OpenWorkbench): Promise<() => Promise<number>> {
  await paneFrame().evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration))).observe({
      type: 'longtask',
    });
    Object.assign(window, { tasks });
  });
  return () =>
    paneFrame().evaluate(() =>
      // Put there above.
      Math.max(0, ...(window as unknown as { tasks: number[] }).tasks.splice(0)),
    );
}

/**
 * 100 ms is the aim, and a figure to read; a busy machine may miss it. A pane that hangs for seconds is broken. Tasks
 * below 50 ms are not told and show as 0.
 */
const HANGS = 3000;

describeInWorkbench('the pane stays answerable', ({ open }) => {
  it('while it reads 100,000 rows of 12 columns and writes the longest lists it makes', async () => {
    const opened = await open();
    const { button, askToWrite, tables } = drive(opened);
    await putDeals(opened, 100_000);
    const longest = await listen(opened);
    await button('Read this workbook').click();
    // Reading can be stopped at once, and begun again.
    await button('Cancel').click();
    await opened.pane.getByRole('progressbar').waitFor({ state: 'detached' });
    await button(/^Read (this workbook|again)$/).click();
    await button('See the funnel').click();
    await button('Write to workbook').waitFor();
    const reading = await longest();
    await askToWrite();
    await button('Write').click();
    await opened.pane.getByText('Written.', { exact: true }).waitFor({ timeout: 120_000 });
    const writing = await longest();
    const issues = (await tables()).flatMap((s) => s.tables).find((t) => t.name === 'Leadline_issues');
    expect(issues?.rows).toBeGreaterThan(20_000);
    const { largestRequest, largestResponse } = await inHost(
      opened.page,
      (host) => ({ ...host.counters }),
      null,
    );
    expect(Math.max(largestRequest, largestResponse)).toBeLessThan(2_500_000);
    process.stdout.write(
      `Longest task on the pane's thread: reading ${reading.toFixed(0)} ms, writing ${writing.toFixed(0)} ms\n`,
    );
    expect(Math.max(reading, writing)).toBeLessThan(HANGS);
  });

  it('while Microsoft’s client carries 100,000 rows of 12 columns in batches of 20,000, both ways', async () => {
    const opened = await open();
    const longest = await listen(opened);
    const [written, read] = await opened.paneFrame().evaluate(async () => {
      const [rows, batch, columns] = [100_000, 20_000, 12];
      const at = (row: number, column: number) =>
        column % 3 === 0 ? `Text ${row}-${column}` : row + column / 4;
      const began = performance.now();
      for (let from = 0; from < rows; from += batch) {
        await Excel.run(async (context) => {
          const range = context.workbook.worksheets
            .getItem('Sheet1')
            .getRangeByIndexes(from, 0, batch, columns);
          range.values = Array.from({ length: batch }, (_, r) =>
            Array.from({ length: columns }, (__, c) => at(from + r, c)),
          );
          await context.sync();
        });
      }
      const between = performance.now();
      for (let from = 0; from < rows; from += batch) {
        await Excel.run(async (context) => {
          const range = context.workbook.worksheets
            .getItem('Sheet1')
            .getRangeByIndexes(from, 0, batch, columns);
          range.load('values');
          await context.sync();
          if (range.values[batch - 1]?.[columns - 1] !== at(from + batch - 1, columns - 1))
            throw new Error(`Rows from ${from} did not come back as they were written.`);
        });
      }
      return [between - began, performance.now() - between];
    });
    const carrying = await longest();
    process.stdout.write(
      `100,000 × 12 through Microsoft's client: write ${written!.toFixed(0)} ms, read ${read!.toFixed(0)} ms, longest task ${carrying.toFixed(0)} ms\n`,
    );
    expect(carrying).toBeLessThan(HANGS);
  });
});
