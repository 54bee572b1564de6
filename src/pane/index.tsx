import { engineClient, workerPort } from '../app/workerClient';
import { excelPaneHost } from './excelPaneHost';
import { startPane } from './startPane';

const engine = engineClient(
  workerPort(() => new Worker(new URL('../app/worker.ts', import.meta.url), { name: 'leadline-engine' })),
);

const root = document.getElementById('pane');
if (root)
  void Office.onReady(({ host }) => {
    if (host === Office.HostType.Excel) startPane(root, excelPaneHost(), engine);
    else root.textContent = 'Leadline works in Excel. Open it there from the Leadline tab.';
  });
