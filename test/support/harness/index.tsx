/** The real pane and the real worker on a workbook in memory; `sheets.json` lies beside the page. */
import { engineClient, workerPort } from '../../../src/app/workerClient';
import type { RawSheet } from '../../../src/engine/dataset/rawTable';
import { startPane } from '../../../src/pane/startPane';
import { memoryHost } from '../memoryHost';

const themes = ['light', 'dark', 'contrast'] as const;

void (async () => {
  const query = new URLSearchParams(location.search);
  // Written by the script that opened this page.
  const sheets = (await (await fetch(query.get('sheets') ?? 'sheets.json')).json()) as readonly RawSheet[];
  const host = memoryHost({
    sheets,
    sample: sheets,
    theme: themes.find((t) => t === query.get('theme')) ?? 'light',
  });
  Object.assign(window, { host });
  const engine = engineClient(
    workerPort(() => new Worker(new URL('../../../src/app/worker.ts', import.meta.url))),
  );
  startPane(document.getElementById('pane')!, host, engine);
})();
