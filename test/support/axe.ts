import { readFileSync } from 'node:fs';
import type Axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const SCRIPT = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA and good practice in a document as it is shown. */
export async function axeFindings(document: Page | Frame): Promise<readonly string[]> {
  await document.evaluate(SCRIPT);
  return document.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe }; // axe put itself into the page above
    const { violations } = await axe.run(
      // Fluent's own stops for the keyboard, which hand the focus on at once: hidden and focusable by design.
      { exclude: ['[data-tabster-dummy]'] },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    );
    return violations.flatMap((v) =>
      v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary}`),
    );
  });
}
