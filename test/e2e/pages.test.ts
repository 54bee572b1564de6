import type { Frame, Locator, Page } from 'playwright-core';
import { axeFindings } from '../support/axe';
import { drive } from '../support/paneDriver';
import { describeInWorkbench, inHost, type OpenWorkbench, setPaneWidth } from '../support/workbench';

const WIDTHS = [320, 350, 450] as const;
const VIEW = { width: 1100, height: 800 };
/** The workbench's own line above the pane. */
const BAR = 40;
const LOOKS = [
  ['light', 320],
  ['dark', 350],
  ['forced', 450],
] as const;

describeInWorkbench('every page of the pane', ({ open }) => {
  it.each(LOOKS)('has no accessibility findings in %s colours and fits its width', async (colors, width) => {
    const opened = await open({ colors, width });
    const { pane, page } = opened;
    const { button, insertSample, askToWrite, says } = drive(opened);
    const all: string[] = [];
    /** WCAG findings at one width, and whether the page hangs over the pane's edge at any. */
    const look = async (where: string): Promise<void> => {
      // As high as the page: what sticks to an edge would cover what can be scrolled from under it.
      const height = await opened.paneFrame().evaluate(() => document.body.scrollHeight);
      await page.setViewportSize({ width: VIEW.width, height: Math.max(VIEW.height, height + BAR) });
      all.push(...(await axeFindings(opened.paneFrame())).map((finding) => `${where}: ${finding}`));
      for (const narrow of WIDTHS) {
        await setPaneWidth(opened, narrow);
        const over = await opened
          .paneFrame()
          .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (over > 0) all.push(`${where}: ${over} px wider than the pane of ${narrow} px`);
      }
      await setPaneWidth(opened, width);
      await page.setViewportSize(VIEW);
    };
    await look('start');
    await insertSample();
    const tabs = pane.getByRole('navigation', { name: 'Pages' }).getByRole('tab');
    for (const tab of await tabs.all()) {
      const name = (await tab.textContent()) ?? '';
      await tab.click();
      // A page of an analysis is loaded when it is first shown.
      await pane.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      await pressAll(pane.getByRole('main').locator('button[aria-expanded="false"]'));
      await look(`${name}, everything open`);
      await pressAll(pane.getByRole('main').getByRole('button', { name: /^Show as table/ }));
      await look(`${name}, as tables`);
    }
    await pane.getByRole('tab', { name: 'Funnel' }).click();
    await askToWrite();
    // Behind the dialog the page can still be seen: nothing opaque lies over it.
    const covers = await opened.paneFrame().evaluate(() => {
      const stack = document.elementsFromPoint(20, 20);
      const nav = stack.findIndex((e) => e.closest('nav'));
      return (
        stack
          .slice(0, nav)
          // The dialog itself, which a long list of sheets makes as high as the pane.
          .filter((e) => e.closest('[role="dialog"]') === null)
          .filter((e) => getComputedStyle(e).backgroundColor.startsWith('rgb('))
          .map((e) => e.className)
      );
    });
    expect(covers).toEqual([]);
    await look('what will be written');
    await inHost(page, (host) => host.faults.inject('accessDenied', { after: 8, times: 2 }), null);
    await button('Write').click();
    await says('Excel refused the change');
    await look('a failure');
    await askToWrite();
    await button('Write').click();
    await says('Written.');
    await look('written');
    await inHost(page, (host) => host.personTypes('Opportunities', 'A2', 'changed'), null);
    await says(/^The data have changed/);
    await look('out of date');
    expect(all).toEqual([]);
  });
});

/** Presses each of the buttons, which are no longer among them then. */
async function pressAll(buttons: Locator): Promise<void> {
  while ((await buttons.count()) > 0) await buttons.first().click();
}

describeInWorkbench('the journey by keyboard alone', ({ open }) => {
  it('goes from the workbook to the pane, reads, maps, runs, looks, writes and removes', async () => {
    const opened = await open({ width: 350 });
    const { page, pane } = opened;
    const { says, button } = drive(opened);
    const tabTo = tabbing(opened);
    const press = (...keys: readonly string[]): Promise<void> =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

    await tabTo(/^Insert sample data$/);
    await press('Enter');
    await button('See the funnel').waitFor();
    await pane.getByRole('progressbar').waitFor({ state: 'detached' });

    await tabTo(/^Columns/);
    await press('Enter');
    await tabTo(/^What column Lead Source is read as$/);
    await press('ArrowUp');
    await pane.getByText(/^Set by you/).waitFor();
    await pane.getByRole('progressbar').waitFor({ state: 'detached' });
    await tabTo(/^Let Leadline decide$/);
    await press('Enter');
    await pane.getByText(/^Set by you/).waitFor({ state: 'detached' });
    await pane.getByRole('progressbar').waitFor({ state: 'detached' });

    await tabTo(/^Move Qualification down$/);
    await press('Enter');
    await tabTo(/^Run$/);
    await press('Enter');
    await pane.getByRole('img', { name: /Funnel by stage. Needs Analysis/ }).waitFor();
    await tabTo(/^Show as table: Funnel by stage$/);
    await press('Enter');
    await pane.getByRole('columnheader', { name: 'Entered' }).waitFor();

    await tabTo(/^Write to workbook$/);
    await press('Enter');
    await pane.getByRole('dialog').waitFor();
    await press('Escape');
    await pane.getByRole('dialog').waitFor({ state: 'detached' });
    // The focus is where the dialog was asked for.
    await press('Enter');
    await pane.getByRole('dialog').waitFor();
    await tabTo(/^Write$/);
    await press('Enter');
    await says('Written.');

    await tabTo(/^Remove results$/);
    await press('Enter', 'Enter');
    await button('Remove results').waitFor({ state: 'detached' });
    expect(await inHost(page, (host) => host.book.sheets.map((s) => s.name), null)).not.toContain(
      'Leadline Funnel',
    );
  });
});

/** Tabs on until the focus is on a thing of that name, out of the pane and around; fails after more stops than there are. */
function tabbing({ page, paneFrame }: OpenWorkbench) {
  const labelIn = (at: Page | Frame): Promise<string> =>
    at.evaluate(() => {
      const focused = document.activeElement;
      return (
        focused?.getAttribute('aria-label') ??
        focused?.closest('label')?.textContent ??
        focused?.textContent ??
        ''
      );
    });
  const isInPane = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement === document.querySelector('#pane iframe'));
  const isInCells = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.getAttribute('role') === 'grid');
  return async (name: RegExp): Promise<void> => {
    const passed: string[] = [];
    for (let stops = 0; stops < 400; stops++) {
      // From cell to cell, Tab never leaves the sheet.
      await page.keyboard.press((await isInCells()) ? 'F6' : 'Tab');
      const label = await labelIn((await isInPane()) ? paneFrame() : page);
      if (name.test(label)) return;
      passed.push(label);
    }
    throw new Error(`Tab never came to ${name}, only to ${passed.map((p) => p.slice(0, 30)).join(' | ')}`);
  };
}
