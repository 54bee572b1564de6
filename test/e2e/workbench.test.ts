import { drive, FUNNEL, INPUTS } from '../support/paneDriver';
import { describeInWorkbench, differing, inHost, picturesOf } from '../support/workbench';
import { startWorkbench } from '../../workbench/server';

const SOURCES = [
  'Sheet1',
  'Opportunities',
  'Opportunity History',
  'Activities',
  'People',
  'Quotas',
  'Plan components',
  'Plan tiers',
  'Plan modifiers',
];

describeInWorkbench('the add-in in the workbench', ({ open, browser }) => {
  it('goes from the first run to sheets that are refreshed and removed, and leaves the person’s own alone', async () => {
    const opened = await open();
    const { page, pane } = opened;
    const { button, says, insertSample, write, typeInto, cellOf, inputCell, tables } = drive(opened);
    await insertSample();
    const before = await picturesOf(page);
    expect(Object.keys(before)).toEqual(SOURCES);

    // A column is read as something else.
    await pane.getByRole('tab', { name: 'Data' }).click();
    const deals = pane.getByRole('region', { name: 'Opportunities', exact: true });
    await deals.getByRole('button', { name: /^Columns/ }).click();
    const amount = deals.getByRole('combobox', { name: 'What column Amount is read as' });
    await amount.selectOption({ label: 'Not used' });
    await deals.getByText(/^Set by you/).waitFor();
    await pane.getByRole('progressbar').waitFor({ state: 'detached' });

    // A run that is stopped half way, and another: Excel waits while a person types into a cell.
    await inHost(page, (host) => host.faults.startCellEdit(), null);
    await button('Run').click();
    await button('Cancel').click();
    await pane.getByRole('progressbar').waitFor({ state: 'detached' });
    await inHost(page, (host) => host.faults.endCellEdit(), null);
    await button('Run again').click();
    await says(/^The deals have no amounts, so everything is counted in deals/);
    await pane.getByRole('tab', { name: 'Data' }).click();
    await deals.getByRole('button', { name: 'Let Leadline decide' }).click();
    await button('Run').click();
    await write();

    const sheets = await tables();
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining([FUNNEL, INPUTS]));
    expect(sheets.flatMap((s) => s.charts)).not.toEqual([]);
    expect(sheets.flatMap((s) => s.charts)).not.toContain(false);
    const table = sheets.find(({ name }) => name === FUNNEL)?.tables[0];
    if (!table) throw new Error(`No table stands on ${FUNNEL}.`);

    // A column of one's own beside a result, a note on the inputs, and an input that is changed.
    const own = { row: table.row + 1, column: table.column + table.columns };
    const letters = String.fromCharCode(65 + own.column);
    await typeInto(FUNNEL, `${letters}${own.row}`, 'My view');
    await typeInto(FUNNEL, `${letters}${own.row + 1}`, 'Too slow');
    await typeInto(INPUTS, 'H2', 'Agreed with finance');
    const days = await inputCell('dealHorizonDays');
    expect(days).toMatch(/^[A-Z]+\d+$/);
    await typeInto(INPUTS, days, 45);
    await write();
    await says(/^Share of the deals created that were won within 45 days\.$/);
    // The table may stand on another row now; what the person wrote beside it stands beside it still.
    const now = (await tables()).flatMap((sheet) => sheet.tables).find(({ name }) => name === table.name);
    if (!now) throw new Error(`${table.name} is gone.`);
    expect(await cellOf(FUNNEL, now.row, own.column)).toBe('My view');
    expect(await cellOf(FUNNEL, now.row + 1, own.column)).toBe('Too slow');
    expect(await cellOf(INPUTS, 1, 7)).toBe('Agreed with finance');

    expect(differing(before, await picturesOf(page))).toEqual([]);
    await button('Remove results').click();
    await button('Remove for good?').click();
    await button('Remove results').waitFor({ state: 'detached' });
    expect(await picturesOf(page)).toEqual(before);
    expect(await inHost(page, (host) => [...host.book.names.keys()], null)).toEqual([]);
  });

  it('knows after a reload what was written, and that data have changed', async () => {
    const opened = await open();
    const { button, says, insertSample, write, reloadPane, readAgain, typeInto } = drive(opened);
    await insertSample();
    await write();
    await reloadPane();
    await says('This workbook holds sheets that Leadline made. Read it to bring them up to date.');
    await readAgain();
    await typeInto('Opportunities', 'A2', 'changed');
    await says('The data have changed since this result was made. Run again to bring it up to date.');
    await button('Run again').click();
    await write();
  });

  it('is reloaded in the middle of a write, says so, and completes the sheets', async () => {
    const opened = await open();
    const { page } = opened;
    const { button, says, insertSample, askToWrite, write, readAgain } = drive(opened);
    await insertSample();
    const before = await picturesOf(page);
    await askToWrite();
    await inHost(
      page,
      (host) =>
        host.faults.userActs(() => {
          const frame = document.querySelector('iframe')!; // the pane's
          frame.setAttribute('src', frame.src);
        }, 12),
      null,
    );
    await button('Write').click();
    await says(
      'Writing to this workbook was broken off. Read it and write again to complete its Leadline sheets.',
    );
    await readAgain();
    await write();
    const after = await picturesOf(page);
    expect(differing(before, after)).toEqual([]);
    // None was made twice, and they are what a write that nothing disturbs gives.
    const repaired = Object.keys(after).filter((name) => !(name in before));
    await button('Remove results').click();
    await button('Remove for good?').click();
    await button('Remove results').waitFor({ state: 'detached' });
    await write();
    const undisturbed = await picturesOf(page);
    expect(repaired).toEqual(Object.keys(undisturbed).filter((name) => !(name in before)));
    /** What stands in cells, formulas as such: what they give may not be computed yet. */
    const rowsOf = (picture = '{}'): unknown => {
      const { rows } = JSON.parse(picture) as { rows?: unknown }; // a sheet's own text
      return JSON.parse(
        JSON.stringify(rows),
        (_key, cell: { formula?: string } | null) => cell?.formula ?? cell,
      );
    };
    for (const name of repaired)
      expect([name, rowsOf(after[name])]).toEqual([name, rowsOf(undisturbed[name])]);
  });

  it('is served to browsers that nobody drives with Office.js from our own address', async () => {
    const served = await startWorkbench({ ports: [0, 0], officeJsIsRouted: false });
    const context = await browser().newContext({ ignoreHTTPSErrors: true });
    try {
      const requested: string[] = [];
      context.on('request', (request) => requested.push(request.url()));
      const page = await context.newPage();
      await page.goto(served.url);
      await page.frameLocator('#pane iframe').getByRole('button', { name: 'Read this workbook' }).waitFor();
      expect(requested.filter((url) => new URL(url).hostname !== 'localhost')).toEqual([]);
      expect(requested.filter((url) => url.endsWith('/office-js/office.js'))).toHaveLength(1);
      // The policy of the shipped page is in force: no code from text, no request to anywhere else.
      const pane = page.frames().find((frame) => frame.url().includes('taskpane'));
      const refused = await pane?.evaluate(async () => [
        // In a task of the page's own: what a driver evaluates is exempt from the policy.
        await new Promise((resolve) =>
          setTimeout(() => {
            try {
              resolve(new Function('return 1')());
            } catch (error) {
              resolve((error as Error).name);
            }
          }),
        ),
        await fetch('https://localhost.example/').catch((error: unknown) => (error as Error).name),
      ]);
      expect(refused).toEqual(['EvalError', 'TypeError']);
      expect(requested.filter((url) => new URL(url).hostname !== 'localhost')).toEqual([]);
    } finally {
      // Left open, they would keep the test runner from ending.
      await context.close();
      served.close();
    }
  });
});
