/**
 * Pictures of the workbench: the sample workbook and the pane beside it, through the whole journey. Those that the
 * documentation shows go to docs/pictures, the others to .cache/pictures, to be looked at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, browserPath } from '../test/support/browser';
import { buildPage, buildPane } from '../workbench/build';
import { startWorkbench } from '../workbench/server';

const ROOT = join(__dirname, '..');
const FOLDERS = { docs: join(ROOT, 'docs', 'pictures'), rest: join(ROOT, '.cache', 'pictures') };
const IN_DOCS: ReadonlySet<string> = new Set(['start-light', 'funnel-light', 'funnel-dark', 'fault-light']);
const LOOKS = ['light', 'dark'] as const;

void (async () => {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('Taking pictures needs Chromium, Chrome or Edge.');
  for (const folder of Object.values(FOLDERS)) mkdirSync(folder, { recursive: true });
  buildPane();
  buildPage();
  const workbench = await startWorkbench({ ports: [0, 0], officeJsIsRouted: false });
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGS] });
  for (const look of LOOKS) {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true, // the certificate was made a moment ago
      viewport: { width: 1400, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      colorScheme: look,
    });
    const page = await context.newPage();
    await page.goto(workbench.url);
    await walk(page, async (step) => {
      const folder = IN_DOCS.has(`${step}-${look}`) ? FOLDERS.docs : FOLDERS.rest;
      await page.screenshot({ path: join(folder, `workbench-${step}-${look}.png`) });
    });
    await context.close();
    console.log(look);
  }
  await browser.close();
  workbench.close();
})();

/** Through the journey as a person would go. */
async function walk(page: Page, take: (step: string) => Promise<void>): Promise<void> {
  const pane = page.frameLocator('#pane iframe');
  const button = (name: string | RegExp) => pane.getByRole('button', { name });
  const sheet = async (name: string): Promise<void> => {
    await page.getByRole('tab', { name, exact: true }).click();
    // The grid is drawn in the next frame, and its formulas may be computed first.
    await page.waitForTimeout(800);
  };
  await button('Read this workbook').waitFor();
  await sheet('Opportunities');
  await take('start');
  await button('Read this workbook').click();
  await button('See the funnel').click();
  await button('Write to workbook').waitFor();
  await take('result');
  await button('Write to workbook').click();
  await pane.getByRole('dialog').waitFor();
  await take('preview');
  await button(/^Write$/).click();
  await pane.getByText('Written.', { exact: true }).waitFor();
  for (const [name, step] of [
    ['Leadline Summary', 'summary'],
    ['Leadline Funnel', 'funnel'],
    ['Leadline Data quality', 'quality'],
    ['Leadline Inputs', 'inputs'],
  ] as const) {
    await sheet(name);
    await take(step);
  }
  await button('Write to workbook').click();
  await pane.getByRole('dialog').waitFor();
  await page.getByText('Faults', { exact: true }).click();
  await page.getByRole('button', { name: 'Excel is busy' }).click();
  await button(/^Write$/).click();
  await pane.getByText('Excel is busy').first().waitFor();
  await take('fault');
}
