import { engineClient, workerPort } from '../app/workerClient';
import { excelPaneHost } from './excelPaneHost';
import { startPane } from './startPane';

const engine = engineClient(
  workerPort(() => new Worker(new URL('../app/worker.ts', import.meta.url), { name: 'leadline-engine' })),
);

const root = document.getElementById('pane');
if (root) void open(root);

/** Says why where it cannot open: never a blank pane. */
async function open(element: HTMLElement): Promise<void> {
  if (typeof Office === 'undefined') {
    element.textContent =
      'The connection to Excel could not be loaded. Check that you are online, then close this pane and open it again.';
    return;
  }
  const { host } = await Office.onReady();
  if (host === Office.HostType.Excel) startPane(element, excelPaneHost(), engine);
  else element.textContent = 'Leadline works in Excel. Open it there from the Leadline tab.';
}
