/**
 * Pictures of the pane: the built pane and worker on the sample workbook, every page in every theme and width. Those
 * that the documentation shows go to docs/pictures, the others to .cache/pictures, to be looked at.
 *
 *     tsx scripts/pictures.ts [light-350 …]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_ARGS, browserPath } from '../test/support/browser';
import { putSampleSheets, servePane } from '../test/support/servePane';

const ROOT = join(__dirname, '..');
const FOLDERS = { docs: join(ROOT, 'docs', 'pictures'), rest: join(ROOT, '.cache', 'pictures') };
const IN_DOCS: ReadonlySet<string> = new Set([
  'start-light-320',
  'data-light-350',
  'data-dark-350',
  'funnel-light-320',
  'funnel-light-450',
  'funnel-dark-350',
  'funnel-contrast-350',
  'write-light-320',
  'forecast-light-350',
  'whatIf-light-350',
  'indicators-light-350',
  'activityPlan-light-350',
  'capacity-light-350',
  'compensation-light-350',
  'plan-light-350',
  'plan-dark-350',
]);
const HEIGHT = 700;
const VIEWS = [
  { name: 'light-320', theme: 'light', width: 320 },
  { name: 'light-350', theme: 'light', width: 350 },
  { name: 'light-450', theme: 'light', width: 450 },
  { name: 'dark-320', theme: 'dark', width: 320 },
  { name: 'dark-350', theme: 'dark', width: 350 },
  { name: 'contrast-350', theme: 'contrast', width: 350 },
] as const;

void (async () => {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('Taking pictures needs Chromium, Chrome or Edge.');
  for (const folder of Object.values(FOLDERS)) mkdirSync(folder, { recursive: true });
  const served = await servePane();
  await putSampleSheets();
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGS] });
  const wanted = process.argv.slice(2);
  for (const { name, theme, width } of VIEWS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const page = await browser.newPage({
      viewport: { width, height: HEIGHT },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      forcedColors: theme === 'contrast' ? 'active' : 'none',
      colorScheme: theme === 'light' ? 'light' : 'dark',
    });
    await page.goto(`${served.url}?theme=${theme}`);
    await walk(page, async (step) => {
      // The whole page in one picture: bars that stick to an edge belong to the edge of the page then.
      const height = step === 'write' ? HEIGHT : await page.evaluate(() => document.body.scrollHeight);
      await page.setViewportSize({ width, height: Math.max(HEIGHT, height) });
      const folder = IN_DOCS.has(`${step}-${name}`) ? FOLDERS.docs : FOLDERS.rest;
      await page.screenshot({ path: join(folder, `pane-${step}-${name}.png`) });
      await page.setViewportSize({ width, height: HEIGHT });
    });
    await page.close();
    console.log(name);
  }
  await browser.close();
  served.close();
})();

/** A better conversion, quicker deals, and one deal that is won for sure. */
async function tryOut(page: Page): Promise<void> {
  const press = async (slider: string, key: string, times: number): Promise<void> => {
    await page.getByRole('slider', { name: slider }).focus();
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };
  await press('Change of every conversion', 'ArrowRight', 8);
  await press('Change of the sales cycle', 'ArrowLeft', 10);
  const deals = page.getByRole('region', { name: 'Deals' });
  await deals.getByRole('button').first().click();
  const won = page.getByText(/8 times in 10 [+-]/).first();
  await page.getByText(/^From [\d,]+ futures/).waitFor();
  const before = await won.innerText();
  await deals.getByRole('combobox').first().selectOption({ label: 'Won' });
  await page.getByText(before, { exact: true }).waitFor({ state: 'detached' });
  await page.getByText(/^From [\d,]+ futures/).waitFor();
}

/** A plan opened to its tiers, and a number of it turned. */
async function shapePlan(page: Page): Promise<void> {
  for (const name of [/^New business/, /^Bookings/, /^Sales/]) {
    const opener = page.getByRole('main').locator('button[aria-expanded="false"]').filter({ hasText: name });
    if ((await opener.count()) > 0) await opener.first().click();
  }
  const lever = page.getByRole('region', { name: 'What if' }).getByRole('slider');
  await lever.focus();
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
  await page.getByRole('list', { name: 'Changes', exact: true }).waitFor();
}

/** Through the pages as a person would go. */
async function walk(page: Page, take: (step: string) => Promise<void>): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await button('Read this workbook').waitFor();
  await take('start');
  await button('Read this workbook').click();
  await button('See the funnel').waitFor();
  await button(/^Columns/)
    .first()
    .click();
  await take('data');
  await button('See the funnel').click();
  // A page is loaded when it is first shown.
  await page.getByRole('heading', { name: 'Funnel', level: 1 }).waitFor();
  await take('funnel');
  await page.getByRole('tab', { name: 'Forecast' }).click();
  await page.getByRole('heading', { name: 'Forecast', level: 1 }).waitFor();
  await take('forecast');
  await page.getByRole('tab', { name: 'What if' }).click();
  await page.getByText(/^From [\d,]+ futures/).waitFor();
  await tryOut(page);
  await take('whatIf');
  await page.getByRole('tab', { name: 'Leads' }).click();
  await page.getByRole('heading', { name: 'Leading indicators', level: 1 }).waitFor();
  await page
    .getByRole('region', { name: /^What moves before/ })
    .getByRole('button')
    .first()
    .click();
  await take('indicators');
  await page.getByRole('tab', { name: 'Activity' }).click();
  await page.getByRole('heading', { name: 'Activity plan' }).waitFor();
  await take('activityPlan');
  await page.getByRole('tab', { name: 'Hiring' }).click();
  await page.getByRole('heading', { name: 'Hiring plan' }).waitFor();
  await take('capacity');
  await page.getByRole('tab', { name: 'Pay' }).click();
  await page.getByRole('img', { name: /^Payout curve/ }).waitFor();
  await page.getByText(/earns$/).waitFor();
  await take('compensation');
  await shapePlan(page);
  await take('plan');
  await page.getByRole('tab', { name: 'Funnel' }).click();
  await button(/^Show as table: Funnel/).click();
  await button(/usual values$/).click();
  await take('funnel-table');
  await button('Write to workbook').click();
  await page.getByRole('dialog').waitFor();
  await take('write');
  await page.getByRole('dialog').getByRole('button', { name: 'Write' }).click();
  await page.getByText('Written.', { exact: true }).waitFor();
  await take('written');
  await page.getByRole('tab', { name: 'About' }).click();
  await take('about');
}
