import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Frame, type FrameLocator, type Page } from 'playwright-core';
import type { Host } from '../../workbench/host';
import {
  fileBelow,
  OFFICE_JS,
  OFFICE_JS_URL,
  startWorkbench,
  typeOf,
  type Workbench,
} from '../../workbench/server';
import { BROWSER_ARGS, browserPath } from './browser';

/** The workbench in a browser, and everything that should not have happened in it. */
export interface OpenWorkbench {
  readonly page: Page;
  /** The add-in's own page in its frame, for finding things in it. */
  readonly pane: FrameLocator;
  /** The same, for running scripts in it. A reload gives another one. */
  readonly paneFrame: () => Frame;
  /** Requests that would have left this machine; they were not let go. */
  readonly outside: readonly string[];
  /** Errors of scripts, on the console, and of the content security policy, in the page and in the pane. */
  readonly complaints: readonly string[];
}

/** Fewer draws and months looked back on than usual: what these tests look at does not need them, and a run takes a part of the time. */
const QUICK = { values: { forecastDraws: 500, backtestMonths: 0, leadDraws: 99 } };

export interface Look {
  readonly colors?: 'light' | 'dark' | 'forced';
  /** Of the pane, in pixels. */
  readonly width?: number;
  /** False: with the settings that everyone begins with. They are lost with the Inputs sheet, once that holds them. */
  readonly isQuick?: false;
}

async function openWorkbench(
  browser: Browser,
  { url: address }: Workbench,
  look: Look,
): Promise<OpenWorkbench> {
  const { colors = 'light' } = look;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true, // the certificate was made a moment ago
    viewport: { width: 1100, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    colorScheme: colors === 'light' ? 'light' : 'dark',
    forcedColors: colors === 'forced' ? 'active' : 'none',
  });
  const outside: string[] = [];
  const complaints: string[] = [];
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const file = url.href.startsWith(OFFICE_JS_URL)
      ? fileBelow(OFFICE_JS, url.pathname.slice(new URL(OFFICE_JS_URL).pathname.length))
      : undefined;
    // The one address of others that shipped pages name: answered by the same script from the npm package.
    if (file) return route.fulfill({ body: readFileSync(file), contentType: typeOf(file) });
    if (url.hostname === 'localhost') return route.continue();
    outside.push(url.href);
    return route.abort();
  });
  // In every frame, and before its own scripts.
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      reportError(
        new Error(
          `Content security policy: ${event.violatedDirective} ${event.blockedURI} (${event.sourceFile}:${event.lineNumber}:${event.columnNumber} ${event.sample})`,
        ),
      ),
    ),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  const settings = look.isQuick === false ? '' : `&settings=${encodeURIComponent(JSON.stringify(QUICK))}`;
  await page.goto(`${address}?workbook=empty${settings}`);
  const pane = page.frameLocator('#pane iframe');
  await pane.getByRole('button', { name: 'Read this workbook' }).waitFor();
  const paneFrame = (): Frame => {
    const found = page.frames().find((frame) => frame.url().includes('taskpane'));
    if (!found) throw new Error('The page shows no pane.');
    return found;
  };
  const opened = { page, pane, paneFrame, outside, complaints };
  if (look.width !== undefined) await setPaneWidth(opened, look.width);
  return opened;
}

export const setPaneWidth = ({ page }: OpenWorkbench, width: number): Promise<void> =>
  page.locator('#pane').evaluate((pane, px) => void (pane.style.width = `${px}px`), width);

export interface Fixture {
  readonly browser: () => Browser;
  /** A workbench with an empty workbook. After the test it is closed, and must have kept to itself. */
  readonly open: (look?: Look) => Promise<OpenWorkbench>;
}

/**
 * Tests on the bundle that is shipped, on Microsoft's own Office.js, in a real browser; only the host behind it is the
 * stand-in. They need a browser; without one they are skipped, and said so, except where CI asks for everything. After
 * each: no request left this machine, no script or policy complained, and nothing was asked of the stand-in that it has
 * not been taught.
 */
export function describeInWorkbench(title: string, tests: (fixture: Fixture) => void): void {
  const executablePath = browserPath();
  if (!executablePath && !process.env['CI']) {
    process.stderr.write(`\nSKIPPED ${title}: no Chromium, Chrome or Edge found\n`);
    describe.skip(title, () => tests(fixture));
    return;
  }
  let browser: Browser | undefined;
  let workbench: Workbench | undefined;
  const opened: OpenWorkbench[] = [];
  const fixture: Fixture = {
    browser: () => {
      if (!browser) throw new Error('No Chromium, Chrome or Edge found.');
      return browser;
    },
    open: async (look = {}) => {
      workbench ??= await startWorkbench({ ports: [0, 0], officeJsIsRouted: true });
      const one = await openWorkbench(fixture.browser(), workbench, look);
      opened.push(one);
      return one;
    },
  };
  describe(title, () => {
    // A busy machine with two cores is slow; no test is about time.
    jest.setTimeout(300_000);
    // And there a browser now and then loses a click. What fails is printed, and counts when it fails twice.
    if (process.env['CI']) jest.retryTimes(1, { logErrorsBeforeRetry: true });
    beforeAll(async () => {
      if (!executablePath) return; // The first test says so.
      // Whatever the tests miss has nowhere to go.
      const nowhere = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost';
      browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGS, nowhere] });
    });
    afterEach(async () => {
      for (const { outside, complaints, page } of opened.splice(0)) {
        const unbuilt = await inHost(page, (host) => [...host.counters.missing], null);
        await page.context().close();
        expect({ outside, complaints, unbuilt }).toEqual({ outside: [], complaints: [], unbuilt: [] });
      }
    });
    afterAll(async () => {
      await browser?.close();
      workbench?.close();
    });
    tests(fixture);
  });
}

/** Works on the stand-in inside the page. `work` is sent as text: it knows nothing but its arguments. */
export async function inHost<T, A>(
  page: Page,
  work: (host: Host, given: A) => T,
  given: A,
): Promise<Awaited<T>> {
  // The page put it there before the pane was loaded.
  const host = await page.evaluateHandle(() => window.workbench!);
  // Playwright's own type unwraps handles, of which there are none here.
  return host.evaluate(work as (host: Host, given: unknown) => T, given) as Promise<Awaited<T>>;
}

export type Pictures = Readonly<Record<string, string>>;
/** Everything that is stored of the workbook's sheets, by name, for comparing before and after. */
export const picturesOf = (page: Page): Promise<Pictures> =>
  inHost(
    page,
    (host) =>
      Object.fromEntries(
        host.book.sheets.map((sheet) => [
          sheet.name,
          JSON.stringify({ ...sheet, changed: null }, (_key, value: unknown) =>
            value instanceof Map ? [...value] : value instanceof Set ? [...value] : value,
          ),
        ]),
      ),
    null,
  );
/** Sheets of `before` that are another now. */
export const differing = (before: Pictures, after: Pictures): readonly string[] =>
  Object.keys(before).filter((name) => before[name] !== after[name]);
