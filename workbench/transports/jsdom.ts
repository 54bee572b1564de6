import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Host } from '../host';
import { paneFrame } from './postMessage';
import { connectPane, type Line, type PaneConnection } from './webProtocol';

/**
 * Transport C: all of Microsoft's office.js in a window of jsdom, for tests of the pane's components: the loader, the
 * client and their messages are real, and only what a page around the frame would be is played here.
 */
const OFFICE_JS = dirname(require.resolve('@microsoft/office-js/dist/office.js'));
const ADDRESS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const HOST_PAGE = 'https://localhost/';
const CONVERSATION = 'jsdom';

let opened: Promise<PaneConnection> | undefined;

/**
 * Puts a workbook behind the window's Office and Excel. They are loaded by the first call; a later workbook takes the
 * place of an earlier one, as loading scripts twice into a window would not.
 */
export async function openOffice(host: Host): Promise<void> {
  opened ??= load(host);
  (await opened).serve(host);
}

async function load(host: Host): Promise<PaneConnection> {
  const { src, name } = paneFrame(location.href, new URL(HOST_PAGE).origin, CONVERSATION);
  history.replaceState(null, '', src);
  window.name = name;
  // jsdom has no domains to relax; the client compares this one with the host's.
  Object.defineProperty(document, 'domain', { value: location.hostname });
  const connection = connectPane(host, windowLine(), { conversation: CONVERSATION, onExit: () => undefined });
  playScripts();
  const script = document.createElement('script');
  script.src = `${ADDRESS}office.js`;
  document.head.append(script);
  await loaded(script);
  await Office.onReady();
  return connection;
}

/** The window's parent is ours; what the pane gets comes from the page around it. */
function windowLine(): Line {
  const receivers = new Set<(message: string) => void>();
  const parent = {
    postMessage: (message: string) => setTimeout(() => receivers.forEach((receive) => receive(message))),
  };
  Object.defineProperty(window, 'parent', { value: parent });
  return {
    address: HOST_PAGE,
    post: (data) => {
      const event = new MessageEvent('message', { data, origin: new URL(HOST_PAGE).origin });
      // jsdom takes windows only for a source, and the client asks where to answer.
      Object.defineProperty(event, 'source', { value: parent });
      setTimeout(() => window.dispatchEvent(event));
    },
    listen: (receive) => {
      receivers.add(receive);
      return () => receivers.delete(receive);
    },
  };
}

const loaded = (script: HTMLScriptElement): Promise<void> =>
  new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${script.src} was not loaded.`)));
  });

/** Runs what scripts from Microsoft's address say when they are put into the page; jsdom itself fetches nothing. */
function playScripts(): void {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof HTMLScriptElement && node.src.startsWith(ADDRESS)) play(node);
  }).observe(document.head, { childList: true });
}

function play(script: HTMLScriptElement): void {
  const file = join(OFFICE_JS, script.src.slice(ADDRESS.length).split('?')[0] ?? '');
  try {
    // Indirect eval: a classic script in the global scope, as a page runs it.
    (0, eval)(readFileSync(file, 'utf8'));
    script.dispatchEvent(new Event('load'));
  } catch (failure) {
    console.error(failure);
    script.dispatchEvent(new Event('error'));
  }
}
