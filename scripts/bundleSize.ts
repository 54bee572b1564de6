/** Prints what the browser loads, compressed as a server sends it, and fails where the pane is over its budget. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 230;
const dist = join(__dirname, '..', 'dist');

const html = readFileSync(join(dist, 'taskpane.html'), 'utf8');
/** Loaded before the pane shows; the worker and lazy chunks come later. */
const initial = new Set([...html.matchAll(/src="?([^"\s:>]+\.js)/g)].map(([, file]) => file!)); // the group always takes part

let initialKb = 0;
for (const file of readdirSync(dist).filter((f) => f.endsWith('.js'))) {
  const kb = gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1024;
  if (initial.has(file)) initialKb += kb;
  console.log(`${kb.toFixed(1).padStart(8)} KB gzip  ${file}${initial.has(file) ? '  (initial)' : ''}`);
}
console.log(`${initialKb.toFixed(1).padStart(8)} KB gzip initial, budget ${BUDGET_KB} KB`);
if (initial.size === 0 || initialKb > BUDGET_KB) {
  console.error(initial.size === 0 ? 'taskpane.html loads no script.' : 'The pane is over its budget.');
  process.exitCode = 1;
}
