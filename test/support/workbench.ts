import { readFileSync } from 'node:fs';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { Host } from '../../workbench/host';
import { fileBelow, OFFICE_JS, OFFICE_JS_URL, typeOf, type Workbench } from '../../workbench/server';

/** The workbench in a browser, and everything that should not have happened in it. */
export interface OpenWorkbench {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Requests that would have left this machine; they were not let go. */
  readonly outside: readonly string[];
  /** Errors of scripts, on the console, and of the content security policy, in the page and in the pane. */
  readonly complaints: readonly string[];
}

export async function openWorkbench(browser: Browser, { url: address }: Workbench): Promise<OpenWorkbench> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true, // the certificate was made a moment ago
    viewport: { width: 1100, height: 800 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
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
      reportError(new Error(`Content security policy: ${event.violatedDirective} ${event.blockedURI}`)),
    ),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  await page.goto(`${address}?workbook=empty`);
  const pane = page.frameLocator('#pane iframe');
  await pane.getByRole('button', { name: 'Read this workbook' }).waitFor();
  return { page, pane, outside, complaints };
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

/** Everything that is stored of the workbook's sheets, by name, for comparing before and after. */
export const picturesOf = (page: Page): Promise<Readonly<Record<string, string>>> =>
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
