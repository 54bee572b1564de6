import type { Locator } from 'playwright-core';
import { inHost, type OpenWorkbench } from './workbench';

export const FUNNEL = 'Leadline Funnel';
export const INPUTS = 'Leadline Inputs';

/** What a person does in the pane and in the workbook, by the words that they see. */
export function drive({ page, pane }: OpenWorkbench) {
  const button = (name: string | RegExp): Locator => pane.getByRole('button', { name, exact: true });
  /** Waits for it; where it does not come, says what the pane shows in its place. */
  const seen = (what: Locator): Promise<void> =>
    what.waitFor().catch(async (error: unknown) => {
      throw new Error(`The pane shows:\n${await pane.locator('body').innerText()}`, { cause: error });
    });
  const says = (text: string | RegExp): Promise<void> => seen(pane.getByText(text, { exact: true }).first());
  const askToWrite = async (): Promise<void> => {
    await button('Write to workbook').click();
    await seen(pane.getByRole('dialog'));
  };
  return {
    button,
    says,
    async insertSample(): Promise<void> {
      await button('Insert sample data').click();
      await button('See the funnel').click();
      await button('Write to workbook').waitFor();
    },
    askToWrite,
    async write(): Promise<void> {
      await askToWrite();
      await button('Write').click();
      await says('Written.');
    },
    /** The workbook is read again by a pane that has just been loaded anew. */
    async readAgain(): Promise<void> {
      await button('Read this workbook').click();
      await button('See the funnel').click();
      await button('Write to workbook').waitFor();
    },
    reloadPane: (): Promise<void> =>
      page.evaluate(() => {
        const frame = document.querySelector('iframe')!; // the pane's
        frame.setAttribute('src', frame.src);
      }),
    /** Content of a cell by zero-based place. */
    cellOf: (sheet: string, row: number, column: number) =>
      inHost(
        page,
        (host, at) => host.book.sheets.find((s) => s.name === at.sheet)?.rows[at.row]?.[at.column] ?? null,
        { sheet, row, column },
      ),
    typeInto: (sheet: string, address: string, text: string | number): Promise<void> =>
      inHost(page, (host, at) => host.personTypes(at.sheet, at.address, at.text), { sheet, address, text }),
    /** Where the workbook's name of an input points, "C7". */
    inputCell: (id: string): Promise<string> =>
      inHost(
        page,
        (host, key) => (host.book.names.get(key)?.formula ?? '').replace(/^.*!/, '').replace(/\$/g, ''),
        `leadline_${id.toLowerCase()}`,
      ),
    /** Leadline's own sheets with their tables, and whether each of their charts has all of its series. */
    tables: () =>
      inHost(
        page,
        (host) =>
          host.book.sheets
            .filter((s) => s.name.startsWith('Leadline '))
            .map(({ name, tables: t, charts: c }) => ({
              name,
              tables: t.map((table) => ({ name: table.name, ...table.area })),
              charts: c.map((chart) => chart.series.every(({ values }) => values !== null)),
            })),
        null,
      ),
  };
}
