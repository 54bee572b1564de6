import { type Browser, chromium } from 'playwright-core';
import type { FaultKind } from '../../workbench/faults';
import { buildPage, buildPane } from '../../workbench/build';
import { startWorkbench, type Workbench } from '../../workbench/server';
import { BROWSER_ARGS, browserPath } from '../support/browser';
import { inHost, openWorkbench, type OpenWorkbench, picturesOf } from '../support/workbench';

/**
 * The bundle that is shipped, on Microsoft's own Office.js, in a real browser; only the host behind it is the stand-in.
 * Needs a browser; without one it is skipped, and said so, except where CI asks for everything.
 */
jest.setTimeout(120_000);

const executablePath = browserPath();
const missing = executablePath ? undefined : 'no Chromium, Chrome or Edge found';
if (missing && !process.env['CI']) process.stderr.write(`\nSKIPPED test/e2e/workbench.test.ts: ${missing}\n`);
const inBrowser = missing && !process.env['CI'] ? describe.skip : describe;

const SOURCES = ['Sheet1', 'Opportunities', 'Opportunity History', 'Activities', 'People', 'Quotas'];
const FUNNEL = 'Leadline Funnel';
const INPUTS = 'Leadline Inputs';

type Pictures = Readonly<Record<string, string>>;
/** Sheets of `before` that are another now. */
const differing = (before: Pictures, after: Pictures): readonly string[] =>
  Object.keys(before).filter((name) => before[name] !== after[name]);

inBrowser('the add-in in the workbench', () => {
  let browser: Browser;
  let workbench: Workbench;
  let open: OpenWorkbench;

  beforeAll(async () => {
    if (missing) throw new Error(missing);
    buildPane();
    buildPage();
    workbench = await startWorkbench({ ports: [0, 0], officeJsIsRouted: true });
    // Whatever the tests miss has nowhere to go.
    const nowhere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost';
    browser = await chromium.launch({ executablePath: executablePath!, args: [...BROWSER_ARGS, nowhere] });
  });
  beforeEach(async () => {
    open = await openWorkbench(browser, workbench);
  });
  afterEach(async () => {
    const { outside, complaints, page } = open;
    const unbuilt = await inHost(page, (host) => [...host.counters.missing], null);
    await page.context().close();
    expect({ outside, complaints, unbuilt }).toEqual({ outside: [], complaints: [], unbuilt: [] });
  });
  afterAll(async () => {
    await browser?.close();
    workbench?.close();
  });

  const button = (name: string | RegExp) => open.pane.getByRole('button', { name, exact: true });
  const says = (text: string | RegExp) => open.pane.getByText(text, { exact: true }).first().waitFor();

  async function insertSample(): Promise<void> {
    await button('Insert sample data').click();
    await button('See the funnel').click();
    await button('Write to workbook').waitFor();
  }
  async function askToWrite(): Promise<void> {
    await button('Write to workbook').click();
    await open.pane.getByRole('dialog').waitFor();
  }
  async function write(): Promise<void> {
    await askToWrite();
    await button('Write').click();
    await says('Written.');
  }
  /** Text of a cell by zero-based place. */
  const cellOf = (sheet: string, row: number, column: number) =>
    inHost(
      open.page,
      (host, at) => host.book.sheets.find((s) => s.name === at.sheet)?.rows[at.row]?.[at.column] ?? null,
      { sheet, row, column },
    );
  const typeInto = (sheet: string, address: string, text: string | number) =>
    inHost(open.page, (host, at) => host.personTypes(at.sheet, at.address, at.text), {
      sheet,
      address,
      text,
    });
  /** Where the workbook's name of an input points, "C7". */
  const inputCell = (id: string): Promise<string> =>
    inHost(
      open.page,
      (host, key) => (host.book.names.get(key)?.formula ?? '').replace(/^.*!/, '').replace(/\$/g, ''),
      `leadline_${id.toLowerCase()}`,
    );
  const tables = () =>
    inHost(
      open.page,
      (host) =>
        host.book.sheets
          .filter((s) => s.name.startsWith('Leadline '))
          .map(({ name, tables: t, charts: c }) => ({
            name,
            tables: t.map((table) => ({ name: table.name, ...table.area })),
            charts: c.map((chart) => chart.series.every(({ values }) => values !== null)),
          })),
      null,
    );

  it('goes from the first run to sheets that are refreshed and removed, and leaves the person’s own alone', async () => {
    await insertSample();
    const before = await picturesOf(open.page);
    expect(Object.keys(before)).toEqual(SOURCES);

    // A run that is stopped half way, and another: Excel waits while a person types into a cell.
    await open.pane.getByRole('tab', { name: 'Data' }).click();
    await inHost(open.page, (host) => host.faults.startCellEdit(), null);
    await button('Read again').click();
    await button('Cancel').click();
    await inHost(open.page, (host) => host.faults.endCellEdit(), null);
    await open.pane.getByRole('progressbar').waitFor({ state: 'detached' });
    await button(/^(Run|See the funnel)$/).click();
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

    const withResults = await picturesOf(open.page);
    expect(differing(before, withResults)).toEqual([]);
    await button('Remove results').click();
    await button('Remove for good?').click();
    await button('Remove results').waitFor({ state: 'detached' });
    expect(await picturesOf(open.page)).toEqual(before);
    expect(await inHost(open.page, (host) => [...host.book.names.keys()], null)).toEqual([]);
  });

  it('knows after a reload what was written, and that data have changed', async () => {
    await insertSample();
    await write();
    await open.page.evaluate(() => {
      const frame = document.querySelector('iframe')!; // the pane's
      frame.setAttribute('src', frame.src);
    });
    await says('This workbook holds sheets that Leadline made. Read it to bring them up to date.');
    await button('Read this workbook').click();
    await button('See the funnel').click();
    await button('Write to workbook').waitFor();
    await typeInto('Opportunities', 'A2', 'changed');
    await says('The data have changed since this result was made. Run again to bring it up to date.');
    await button('Run again').click();
    await write();
  });

  it('is reloaded in the middle of a write, says so, and completes the sheets', async () => {
    await insertSample();
    const before = await picturesOf(open.page);
    await askToWrite();
    await inHost(
      open.page,
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
    await button('Read this workbook').click();
    await button('See the funnel').click();
    await write();
    const after = await picturesOf(open.page);
    expect(differing(before, after)).toEqual([]);
    expect(Object.keys(after).filter((name) => name.startsWith(FUNNEL))).toEqual([FUNNEL]);
  });

  const FAULTS: readonly (readonly [FaultKind, string])[] = [
    ['cellEdit', 'A cell is being edited'],
    ['requestTooLarge', 'Too much to write at once'],
    ['responseTooLarge', 'Too much to read at once'],
    ['throttled', 'Excel is busy'],
    ['sessionLost', 'The connection to Excel was lost'],
    ['accessDenied', 'Excel refused the change'],
    ['dialogOpen', 'A dialog is open in Excel'],
    ['general', 'Excel could not do that just now'],
  ];
  it('says every fault of Excel in plain words, loses nothing, and succeeds when tried again', async () => {
    await insertSample();
    const before = await picturesOf(open.page);
    for (const [kind, title] of FAULTS) {
      await askToWrite();
      // Twice: the pane itself tries once more after what usually passes.
      await inHost(open.page, (host, fault) => host.faults.inject(fault, { after: 8, times: 2 }), kind);
      await button('Write').click();
      await says(title);
      await inHost(open.page, (host) => host.faults.clear(), null);
      await write();
    }
    const after = await picturesOf(open.page);
    expect(differing(before, after)).toEqual([]);
  });

  it('stays answerable while it reads 100,000 rows of 12 columns and writes the longest lists it makes', async () => {
    await inHost(
      open.page,
      (host, count) => {
        const sheet = host.book.sheets[0]!; // a workbook has one
        const stages = ['Lead', 'Demo', 'Proposal', 'Closed Won', 'Closed Lost'];
        sheet.rows.push(
          [
            'Opportunity ID',
            'Opportunity Name',
            'Account Name',
            'Stage',
            'Created Date',
            'Close Date',
          ].concat(['Amount', 'Owner', 'Lead Source', 'Type', 'Region', 'Next Step']),
        );
        for (let i = 0; i < count; i++) {
          const created = 44927 + (i % 700);
          // Every fifth deal was closed before it was created: 20,000 issues, as many as are listed.
          const closed = created + (i % 5 === 3 ? -27 : 60);
          sheet.rows.push(
            [
              `006A${100_000 + i}`,
              `Deal ${i}`,
              `Account ${i % 7_000}`,
              stages[i % 5]!,
              created,
              closed,
            ].concat(
              [(i % 977) * 100, `Owner ${i % 40}`, ['Web', 'Partner', 'Event'][i % 3]!],
              [i % 2 ? 'New' : 'Existing', ['EMEA', 'APAC', 'AMER'][i % 3]!, 'Call them back next week'],
            ),
          );
        }
        sheet.numberFormats.push({
          area: { row: 1, column: 4, rows: count, columns: 2 },
          value: 'yyyy-mm-dd',
        });
      },
      100_000,
    );
    const paneItself = open.page.frames().find((frame) => frame.url().includes('taskpane'))!; // shown already
    await paneItself.evaluate(() => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration))).observe({
        type: 'longtask',
      });
      Object.assign(window, { tasks });
    });
    /** Of the pane's thread since it was last asked, in ms. */
    const longest = (): Promise<number> =>
      paneItself.evaluate(() =>
        // Put there above.
        Math.max(0, ...(window as unknown as { tasks: number[] }).tasks.splice(0)),
      );
    await button('Read this workbook').click();
    await button('See the funnel').click({ timeout: 60_000 });
    await button('Write to workbook').waitFor();
    const reading = await longest();
    await askToWrite();
    await button('Write').click();
    await open.pane.getByText('Written.', { exact: true }).waitFor({ timeout: 90_000 });
    const writing = await longest();
    const issues = (await tables()).flatMap((s) => s.tables).find((t) => t.name === 'Leadline_issues');
    expect(issues?.rows).toBeGreaterThan(20_000);
    const { largestRequest, largestResponse } = await inHost(
      open.page,
      (host) => ({ ...host.counters }),
      null,
    );
    expect(Math.max(largestRequest, largestResponse)).toBeLessThan(2_500_000);
    process.stdout.write(
      `Longest task on the pane's thread: reading ${reading.toFixed(0)} ms, writing ${writing.toFixed(0)} ms\n`,
    );
    // 100 ms is the aim, and a figure to read; a busy machine may miss it. A pane that hangs for a second is broken.
    expect(reading).toBeLessThan(1000);
    expect(writing).toBeLessThan(1000);
  });

  it('is served to browsers that nobody drives with Office.js from our own address', async () => {
    const served = await startWorkbench({ ports: [0, 0], officeJsIsRouted: false });
    const requested: string[] = [];
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    context.on('request', (request) => requested.push(request.url()));
    const page = await context.newPage();
    await page.goto(served.url);
    await page.frameLocator('#pane iframe').getByRole('button', { name: 'Read this workbook' }).waitFor();
    expect(requested.filter((url) => new URL(url).hostname !== 'localhost')).toEqual([]);
    expect(requested.filter((url) => url.endsWith('/office-js/office.js'))).toHaveLength(1);
    await context.close();
    served.close();
  });

  it('says that a protected workbook takes no sheets, and writes when it is not protected any more', async () => {
    await insertSample();
    await inHost(open.page, (host) => void (host.book.structureProtected = true), null);
    await askToWrite();
    await button('Write').click();
    await says('The workbook is protected');
    await inHost(open.page, (host) => void (host.book.structureProtected = false), null);
    await write();
  });
});
