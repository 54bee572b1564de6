import { apiOf, NEWEST_API } from '../clientApi';
import type { Host } from '../host';
import { makeHost } from '../host';
import { offerFormulaEngine } from '../store/formulaEngine';
import { makeBook } from '../store/makeBook';
import { connectPane, paneFrame } from '../transports/postMessage';
import type { PageFacts } from './pageFacts';
import { mountUi } from './ui';

declare global {
  interface Window {
    /** For tests and the console: the store, the faults, the counters. */
    workbench?: Host;
  }
}

offerFormulaEngine(async () => {
  const engine = await import('@ironcalc/wasm');
  await engine.default({ module_or_path: new URL('@ironcalc/wasm/wasm_bg.wasm', import.meta.url) });
  return engine;
});

async function start(): Promise<void> {
  const facts = (await (await fetch('facts.json')).json()) as PageFacts; // our own server wrote it
  const host = makeHost(
    makeBook({ sheets: [] }),
    apiOf(() => facts.api, NEWEST_API),
  );
  const frame = document.createElement('iframe');
  frame.title = 'Leadline';
  // A new conversation for every workbook: the client keeps settings by it between loads.
  const conversation = crypto.randomUUID();
  Object.assign(frame, paneFrame(facts.paneUrl, location.origin, conversation));
  connectPane(host, () => frame.contentWindow, new URL(facts.paneUrl).origin);
  element('pane').append(frame);
  mountUi(host, element('workbook'));
  window.workbench = host;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}

void start();
