import type { FaultKind } from '../../workbench/faults';
import { drive, INPUTS } from '../support/paneDriver';
import { describeInWorkbench, differing, inHost, type OpenWorkbench, picturesOf } from '../support/workbench';

/** The faults of the menu, by what it calls them, and what the pane says of each. */
const KINDS = [
  ['What is sent is too large', 'Too much to write at once'],
  ['What is read is too large', 'Too much to read at once'],
  ['Excel is busy', 'Excel is busy'],
  ['Session lost', 'The connection to Excel was lost'],
  ['Access denied', 'Excel refused the change'],
  ['A dialog is open', 'A dialog is open in Excel'],
  ['Excel fails inside', 'Excel could not do that just now'],
] as const;
const HINT = /^Still waiting\. Excel does not answer while a cell is being edited/;

describeInWorkbench('a fault of Excel', ({ open }) => {
  /** The workbench's menu, open. */
  async function menuOf({ page }: OpenWorkbench) {
    await page.getByText('Faults', { exact: true }).click();
    const pressed = (name: string, isOn: boolean) =>
      page.getByRole('button', { name, exact: true, pressed: isOn });
    return {
      choose: (name: string) => page.getByRole('button', { name, exact: true }).click(),
      after: (requests: number) =>
        page.getByRole('spinbutton', { name: 'Requests that succeed before' }).fill(String(requests)),
      switchOn: (name: string) => pressed(name, false).click(),
      switchOff: (name: string) => pressed(name, true).click(),
    };
  }

  it('is said in plain words, loses nothing, and the next try succeeds', async () => {
    const opened = await open();
    const { button, says, insertSample, askToWrite, write } = drive(opened);
    await insertSample();
    const before = await picturesOf(opened.page);
    const menu = await menuOf(opened);
    await menu.after(8);
    for (const [fault, title] of KINDS) {
      await askToWrite();
      await menu.choose(fault);
      await button('Write').click();
      await says(title);
      await menu.choose('No faults');
      await write();
    }
    // One that the menu's switch for cell editing does not give: Excel refuses at once.
    await askToWrite();
    const refused: FaultKind = 'cellEdit';
    await inHost(opened.page, (host, kind) => host.faults.inject(kind, { after: 8, times: 2 }), refused);
    await button('Write').click();
    await says('A cell is being edited');
    await write();
    expect(differing(before, await picturesOf(opened.page))).toEqual([]);
  });

  it('whose answer alone is lost does nothing twice', async () => {
    const opened = await open();
    const { insertSample, askToWrite, button, says, write, tables } = drive(opened);
    await insertSample();
    await write();
    // The stages on the Inputs sheet count as a person's own from now on, so that a first write is not like the others.
    await write();
    const undisturbed = await tables();
    const menu = await menuOf(opened);
    await opened.page.getByRole('checkbox', { name: /only its answer is lost/ }).check();
    for (const requests of [5, 14]) {
      await menu.after(requests);
      await askToWrite();
      await menu.choose('Session lost');
      await button('Write').click();
      await says('The connection to Excel was lost');
      await menu.choose('No faults');
      await write();
      expect(await tables()).toEqual(undisturbed);
    }
  });

  it('that lasts is said, and Leadline goes on when it is over', async () => {
    const opened = await open();
    const { button, says, insertSample, askToWrite, write } = drive(opened);
    await insertSample();
    const before = await picturesOf(opened.page);
    const menu = await menuOf(opened);

    await menu.switchOn('The workbook’s structure is protected');
    await askToWrite();
    await button('Write').click();
    await says('The workbook is protected');
    await menu.switchOff('The workbook’s structure is protected');
    await write();

    await opened.page.getByRole('tab', { name: INPUTS, exact: true }).click();
    await menu.switchOn('This sheet is protected');
    await askToWrite();
    await button('Write').click();
    await says('A result sheet is protected');
    await menu.switchOff('This sheet is protected');
    await write();

    // Excel answers nothing while a cell is edited; the write goes on by itself afterwards.
    await askToWrite();
    await menu.switchOn('Cell edit mode');
    await button('Write').click();
    await opened.pane.getByText(HINT).waitFor();
    await menu.switchOff('Cell edit mode');
    await says('Written.');
    expect(differing(before, await picturesOf(opened.page))).toEqual([]);
  });

  it.each([
    ['A person types into the sheet being shown', null],
    ['A person inserts a row at the top of the last sheet', null],
    ['A person deletes the last sheet', 'Something is no longer there'],
    ['A person protects the last sheet', 'Excel refused the change'],
  ])('of its user’s making, in the middle of a write, costs nothing: %s', async (act, title) => {
    const opened = await open({ isQuick: false });
    const { button, says, insertSample, askToWrite, write, tables } = drive(opened);
    await insertSample();
    await write();
    // The stages on the Inputs sheet count as a person's own from now on, so that a first write is not like the others.
    await write();
    const undisturbed = await tables();
    await opened.page.getByRole('tab', { name: 'Sheet1', exact: true }).click();
    const before = await picturesOf(opened.page);
    const menu = await menuOf(opened);
    await menu.after(20);
    await askToWrite();
    await menu.choose(act);
    await button('Write').click();
    if (title) await says(title);
    else await says('Written.');
    await menu.choose('No faults');
    await write();
    // Without the sheet of inputs it was a first write.
    if (act.includes('deletes')) await write();
    const typed = act.includes('types') ? ['Sheet1'] : [];
    const own = undisturbed.map(({ name }) => name);
    const after = await picturesOf(opened.page);
    expect(differing(before, after).filter((name) => !own.includes(name))).toEqual(typed);
    const names = ({ tables: t, ...sheet }: (typeof undisturbed)[number]) => ({
      ...sheet,
      tables: t.map(({ name, columns, rows }) => ({ name, columns, rows })),
    });
    expect((await tables()).map(names)).toEqual(undisturbed.map(names));
  });
});
