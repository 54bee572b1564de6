import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { buildHarness, HARNESS } from '../../workbench/build';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { readWorkbookFile } from '../../src/hosts/workbookFile/readWorkbookFile';

const ROOT = join(__dirname, '..', '..');
const FOLDER = HARNESS;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

/** Serves the pane on a workbook in memory until `close`. */
export async function servePane(): Promise<{ readonly url: string; close(): void }> {
  buildHarness();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(FOLDER, path === '/' ? 'index.html' : path);
    if (!file.startsWith(FOLDER) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The sample workbook as the harness finds it. */
export async function putSampleSheets(): Promise<void> {
  const name = 'leadline-sample.xlsx';
  const { value } = await readWorkbookFile(name, readFileSync(join(ROOT, 'assets', 'samples', name)));
  if (!value) throw new Error(`${name} could not be read.`);
  putSheets('sheets.json', value.sheets);
}

export function putSheets(file: string, sheets: readonly RawSheet[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, file), JSON.stringify(sheets));
}
