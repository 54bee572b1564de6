import { apiOf, NEWEST_API } from '../clientApi';
import { openFile } from '../files/openFile';
import type { Host } from '../host';
import { makeHost } from '../host';
import { offerFormulaEngine } from '../store/formulaEngine';
import { type BookContent, makeBook } from '../store/makeBook';
import { frameLine, paneFrame } from '../transports/postMessage';
import { connectPane } from '../transports/webProtocol';
import type { PageFacts } from './pageFacts';
import { mountUi, SAMPLE } from './ui';

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

let close = (): void => undefined;

/** A workbook with a pane of its own; what was shown before goes. `kept`: what the pane would have kept in it, as JSON. */
function show(content: BookContent, facts: PageFacts, kept?: string | null): void {
  close();
  const book = makeBook(content);
  if (kept) book.settings.set('Leadline.settings', kept);
  const host = makeHost(
    book,
    apiOf(() => facts.api, NEWEST_API),
  );
  const frame = document.createElement('iframe');
  frame.title = 'Leadline';
  // A new conversation for every workbook: the client keeps settings by it between loads.
  const conversation = crypto.randomUUID();
  Object.assign(frame, paneFrame(facts.paneUrl, location.origin, conversation));
  const line = frameLine(() => frame.contentWindow, new URL(facts.paneUrl).origin);
  const connection = connectPane(host, line, { conversation, onExit: (to) => ui.takeFocus(to) });
  element('pane').replaceChildren(frame);
  const ui = mountUi(host, element('workbook'), {
    open: (other) => show(other, facts),
    sample,
    pane: element('pane'),
    enterPane: connection.enter,
  });
  window.workbench = host;
  close = () => {
    ui.unmount();
    connection.disconnect();
  };
}

const sample = async (): Promise<Uint8Array> => new Uint8Array(await (await fetch(SAMPLE)).arrayBuffer());

async function start(): Promise<void> {
  const facts = (await (await fetch('facts.json')).json()) as PageFacts; // our own server wrote it
  const query = new URLSearchParams(location.search);
  const isEmpty = query.get('workbook') === 'empty';
  const { value } = isEmpty ? { value: undefined } : await openFile(SAMPLE, await sample());
  show(value ?? { sheets: [] }, facts, query.get('settings'));
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}

void start();
