/** Draws assets/icons/leadline-<size>.png from the SVGs; the smallest has its own drawing, so that its lines stay apart. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, browserPath } from '../test/support/browser';

const folder = join(__dirname, '..', 'assets', 'icons');

void (async () => {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('Drawing the icons needs Chromium, Chrome or Edge.');
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_ARGS] });
  for (const size of [16, 32, 64, 80, 128]) {
    const svg = readFileSync(join(folder, size === 16 ? 'leadline-16.svg' : 'leadline.svg'), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    writeFileSync(join(folder, `leadline-${size}.png`), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
})();
