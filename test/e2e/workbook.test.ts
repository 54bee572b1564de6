import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { readWorkbookFile } from '../../src/hosts/workbookFile';
import { startWorkbench, type Workbench } from '../../workbench/server';
import { axeFindings } from '../support/axe';
import { BROWSER_ARGS, browserPath } from '../support/browser';

/** The workbook that the workbench shows, by pointer and by keyboard. Needs a browser; without one it is skipped aloud. */
jest.setTimeout(300_000);

const executablePath = browserPath();
const missing = executablePath ? undefined : 'no Chromium, Chrome or Edge found';
if (missing && !process.env['CI']) process.stderr.write(`\nSKIPPED test/e2e/workbook.test.ts: ${missing}\n`);
const inBrowser = missing && !process.env['CI'] ? describe.skip : describe;

inBrowser('the workbook in the workbench', () => {
  let browser: Browser;
  let workbench: Workbench;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    if (missing) throw new Error(missing);
    workbench = await startWorkbench({ ports: [0, 0], officeJsIsRouted: false });
    browser = await chromium.launch({ executablePath: executablePath!, args: [...BROWSER_ARGS] });
  });
  beforeEach(async () => {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true, // the certificate was made a moment ago
      viewport: { width: 1400, height: 800 },
      locale: 'en-GB',
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    complaints.length = 0;
    page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
    await page.goto(workbench.url);
    await page.getByRole('tab', { name: 'Opportunities', exact: true }).waitFor();
    // While a pane starts, a cell that is edited may fail its first request; here the workbook is looked at.
    await page.frameLocator('#pane iframe').getByRole('button', { name: 'Read this workbook' }).waitFor();
  });
  afterEach(async () => {
    await page.context().close();
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    workbench?.close();
  });

  const grid = () => page.getByRole('grid');
  const cell = (row: number, column: number) =>
    grid().locator(`[aria-rowindex="${row + 2}"] [role="gridcell"][aria-colindex="${column + 2}"]:visible`);
  const nameBox = () => page.getByRole('textbox', { name: /^Name box/ });
  async function go(reference: string): Promise<void> {
    await nameBox().fill(reference);
    await nameBox().press('Enter');
  }
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('says that it is not Excel, and shows the sample', async () => {
    await page.getByText('Not Excel:').waitFor();
    await cell(1, 0).getByText('006-10001').waitFor();
    await go('H2');
    expect(await cell(1, 7).textContent()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('takes what is typed as a person means it, with formulas', async () => {
    await go('AB1');
    await press(
      '1',
      '2',
      '%',
      'Enter',
      '=',
      'A',
      'B',
      '1',
      '*',
      '2',
      'Enter',
      '2',
      '0',
      '2',
      '4',
      '-',
      '1',
      '-',
      '2',
    );
    await press('Enter', 'x', 'Escape');
    await cell(1, 27).getByText('0.24').waitFor();
    expect(await Promise.all([0, 2, 3].map((row) => cell(row, 27).textContent()))).toEqual([
      '12%',
      '1/2/2024',
      '',
    ]);
    expect(await nameBox().inputValue()).toBe('AB4');
    // F2 keeps the text and lets arrows move in it.
    await go('AB2');
    await press('F2', 'ArrowLeft', 'Backspace', '+', 'Enter');
    await cell(1, 27).getByText('2.12').waitFor();
    await go('AB1');
    await press('Delete');
    await cell(1, 27).getByText('2', { exact: true }).waitFor();
  });

  it('adds, renames and changes sheets', async () => {
    await page.getByRole('button', { name: 'New sheet' }).click();
    await page.getByRole('tab', { name: 'Sheet9' }).dblclick();
    await page.getByRole('textbox', { name: 'Name of the sheet' }).fill('My notes');
    await press('Enter');
    await page.getByRole('tab', { name: 'My notes', selected: true }).waitFor();
    await grid().focus();
    await press('Control+PageUp');
    await page.getByRole('tab', { name: 'Plan modifiers', selected: true }).waitFor();
    await page.getByRole('tab', { name: 'People', exact: true }).dblclick();
    await page.getByRole('textbox', { name: 'Name of the sheet' }).fill('a/b');
    await press('Enter');
    await page.getByRole('status').filter({ hasText: 'not allowed' }).waitFor();
  });

  it('makes room for the pane, by keyboard and by pointer', async () => {
    const bar = page.getByRole('separator', { name: 'Width of the pane' });
    await bar.focus();
    await press('ArrowLeft', 'ArrowLeft');
    expect(await bar.getAttribute('aria-valuenow')).toBe('382');
    const { x, y } = (await bar.boundingBox())!;
    await page.mouse.move(x + 3, y + 200);
    await page.mouse.down();
    await page.mouse.move(x + 65, y + 200);
    await page.mouse.up();
    expect(await page.locator('#pane').evaluate((pane) => pane.clientWidth)).toBe(320);
  });

  it('takes nothing on a protected sheet, and says so', async () => {
    await page.getByText('Faults', { exact: true }).click();
    await page.getByRole('button', { name: 'This sheet is protected' }).click();
    await go('B2');
    await press('x');
    await page.getByRole('status').filter({ hasText: 'protected' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Edit B2' }).count()).toBe(0);
  });

  it('opens what it saved', async () => {
    await go('B2');
    await press('N', 'e', 'w', 'Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save .xlsx' }).click();
    const bytes = readFileSync(await (await download).path());
    const { value } = await readWorkbookFile('saved.xlsx', bytes);
    expect(value?.sheets[0]?.rows[1]?.[1]).toBe('New');
    await page.locator('input[type="file"]').setInputFiles({
      name: 'deals.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Deal,Amount\nAlpha,12\n'),
    });
    await page.getByRole('tab', { name: 'deals', selected: true }).waitFor();
    expect(await cell(1, 0).textContent()).toBe('Alpha');
    // The pane is a new one, on the new workbook.
    const pane = page.frameLocator('#pane iframe');
    await pane.getByRole('button', { name: 'Read this workbook' }).waitFor();
  });

  it.each(['light', 'dark', 'forced'] as const)('has no findings of axe, %s', async (look) => {
    if (look === 'forced') await page.emulateMedia({ forcedColors: 'active' });
    if (look === 'dark') await page.getByRole('button', { name: 'Show the workbook dark' }).click();
    await page.getByText('Faults', { exact: true }).click();
    await go('B2:C4');
    // The pane's own pages have their own test.
    await page.locator('#pane iframe').evaluate((frame) => frame.remove());
    expect(await axeFindings(page)).toEqual([]);
  });

  it('stays smooth at 1,048,576 rows of 100 columns', async () => {
    const result = await page.evaluate(async () => {
      const { book, personTypes } = window.workbench!;
      const sheet = book.active;
      const line = Array.from({ length: 100 }, (_, c) => (c % 3 === 0 ? `Text ${c}` : c * 1234.5));
      for (let row = 0; row < 1_048_576; row++) sheet.rows[row] = line;
      personTypes(sheet.name, 'A1', 'first');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const view = document.querySelector('.view')!;
      const scroll = async (deltaX: number, deltaY: number, count: number): Promise<number[]> => {
        const work: number[] = [];
        for (let i = 0; i < count; i++) {
          const began = performance.now();
          view.dispatchEvent(new WheelEvent('wheel', { deltaX, deltaY, bubbles: true, cancelable: true }));
          await new Promise((resolve) => requestAnimationFrame(resolve));
          // The grid drew in that frame; layout and paint come before the next task.
          await new Promise((resolve) => setTimeout(resolve, 0));
          work.push(performance.now() - began);
        }
        return work.sort((a, b) => a - b);
      };
      const down = await scroll(0, 60, 120);
      const far = await scroll(0, 170_000, 120);
      const across = await scroll(120, 0, 60);
      const middle = (times: number[]): number => times[times.length >> 1] ?? Infinity;
      return {
        medians: [down, far, across].map(middle),
        cells: document.querySelectorAll('.cell').length,
        tallest: Math.max(
          ...[...document.querySelectorAll('.sheet *')].map((e) => (e as HTMLElement).offsetHeight || 0),
        ),
      };
    });
    expect(result.cells).toBeLessThan(3_000);
    expect(result.tallest).toBeLessThan(16_000_000);
    process.stdout.write(
      `Work of the grid's middle frame at 1,048,576 × 100: ${result.medians.map((ms) => ms.toFixed(0)).join(', ')} ms scrolling down, far, across\n`,
    );
    // A figure to read; a grid that took a second a frame would be broken.
    expect(Math.max(...result.medians)).toBeLessThan(1000);
    await grid().focus();
    await press('Control+End');
    expect(await nameBox().inputValue()).toBe('CV1048576');
    await cell(1_048_575, 99).getByText('Text 99').waitFor();
  });
});
