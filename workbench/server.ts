import { existsSync, readFileSync, statSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { Server } from 'node:https';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { generate } from 'selfsigned';
import { DIST, PAGE } from './build';
import { installedApi } from './installedApi';
import type { PageFacts } from './page/pageFacts';

export interface Workbench {
  readonly url: string;
  readonly paneUrl: string;
  readonly close: () => void;
}

export interface WorkbenchOptions {
  /** Of the workbench's page and of the pane; free ones when 0. */
  readonly ports: readonly [page: number, pane: number];
  /**
   * True: the pane's page names Office.js at its usual address, and whoever drives the browser answers for that address.
   * False: that one address is replaced by our own on the way out, so that any browser shows the pane.
   */
  readonly officeJsIsRouted: boolean;
}

export const OFFICE_JS = dirname(require.resolve('@microsoft/office-js/dist/office.js'));
/** Where shipped pages take Office.js from. */
export const OFFICE_JS_URL = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const OWN_OFFICE_JS = 'office-js/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.map': 'application/json',
  '.wasm': 'application/wasm',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
export const typeOf = (path: string): string => TYPES[extname(path)] ?? 'application/octet-stream';

/** The file that a path names below a folder, never one outside of it. */
export function fileBelow(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile()
    ? file
    : undefined;
}

/** The one that the computer trusts, where `office-addin-dev-certs` has put it; else one made now, of which a browser asks. */
async function certificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const [key, cert] = ['localhost.key', 'localhost.crt'].map((name) =>
    join(homedir(), '.office-addin-dev-certs', name),
  );
  if (key && cert && existsSync(key) && existsSync(cert))
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  return { key: made.private, cert: made.cert };
}

/**
 * Excel on the web and an add-in stand on two origins, and Microsoft's client trusts a host on https alone or on its own
 * host name: two ports of https://localhost.
 */
export async function startWorkbench({ ports, officeJsIsRouted }: WorkbenchOptions): Promise<Workbench> {
  const trusted = await certificate();
  const listen = async (port: number, find: (path: string) => Served | undefined): Promise<Server> => {
    const answer: RequestListener = (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'https://localhost');
      const served = find(pathname);
      if (!served) return void response.writeHead(404).end();
      response.writeHead(200, {
        'content-type': served.type,
        'cache-control': 'no-store',
        // A thread of its own for the pane, as where Excel and the add-in come from different sites.
        'origin-agent-cluster': '?1',
      });
      response.end(served.body);
    };
    const server = createServer(trusted, answer);
    await new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen(port, 'localhost', resolve),
    );
    return server;
  };

  const pane = await listen(ports[1], (path) => {
    if (!officeJsIsRouted && path.startsWith(`/${OWN_OFFICE_JS}`))
      return read(OFFICE_JS, path.slice(OWN_OFFICE_JS.length + 1));
    const served = read(DIST, path);
    if (officeJsIsRouted || !path.endsWith('.html')) return served;
    // The one difference from what is shipped.
    return served && { ...served, body: String(served.body).replace(OFFICE_JS_URL, OWN_OFFICE_JS) };
  });
  const paneUrl = `${originOf(pane)}/taskpane.html`;
  const facts: PageFacts = { paneUrl, api: installedApi() };
  const page = await listen(ports[0], (path) =>
    path === '/facts.json'
      ? { type: typeOf(path), body: JSON.stringify(facts) }
      : read(PAGE, path === '/' ? 'index.html' : path),
  );
  return {
    url: `${originOf(page)}/`,
    paneUrl,
    close: () => [page, pane].forEach((server) => (server.close(), server.closeAllConnections())),
  };
}

interface Served {
  readonly type: string;
  readonly body: string | Buffer;
}
function read(folder: string, path: string): Served | undefined {
  const file = fileBelow(folder, path);
  return file === undefined ? undefined : { type: typeOf(file), body: readFileSync(file) };
}

function originOf(server: Server): string {
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return `https://localhost:${port}`;
}
