import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { funnel } from '../../src/engine/analyses/funnel';
import { randomFrom } from '../../src/engine/core/random';
import { DEAL_HEADERS, dealsSheet, LAST_DAY } from './dealsSheet';
import { ingest } from './ingest.bench';
import type { Memory } from './memory';

/**
 * Samples the memory of the whole process every few milliseconds while this thread computes, and keeps the most: slot 0
 * in units of 4 KB, slot 1 is counted up once it has begun.
 */
const SAMPLER = `
const { workerData } = require('node:worker_threads');
const seen = new Int32Array(workerData);
for (;;) {
  const pages = Math.ceil(process.memoryUsage.rss() / 4096);
  if (pages > Atomics.load(seen, 0)) Atomics.store(seen, 0, pages);
  Atomics.add(seen, 1, 1);
  Atomics.wait(seen, 2, 0, 3);
}`;

const PAGE = 4096;

async function main(): Promise<void> {
  const rows = Number(process.argv[2]);
  const sheet = dealsSheet(rows);
  const { gc } = globalThis;
  assert(gc, 'needs --expose-gc');
  const seen = new Int32Array(new SharedArrayBuffer(12));
  const sampler = new Worker(SAMPLER, { eval: true, workerData: seen.buffer });
  while (Atomics.load(seen, 1) < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  // Twice, with a pause: pages of a heap that shrank go back to the system with a delay.
  for (let i = 0; i < 2; i++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const before = process.memoryUsage.rss();
  Atomics.store(seen, 0, 0);

  const { dataset } = ingest(sheet);
  const initial = Object.fromEntries(funnel.assumptions.map(({ id, initial: value }) => [id, value]));
  const circumstances = {
    asOf: LAST_DAY,
    random: randomFrom(1),
    progress: () => {},
    signal: { cancelled: false },
  };
  const finding = funnel.run(dataset, initial, circumstances, {}).value;
  assert.equal(finding?.basis.opportunities, rows);

  const most = Math.max(Atomics.load(seen, 0) * PAGE, process.memoryUsage.rss());
  gc();
  gc();
  const after = process.memoryUsage.rss();
  await sampler.terminate();
  // Still wanted here, so that what is held after the collection is held in it.
  assert.equal(sheet.rows.length - 1, dataset.opportunities?.count);
  const perCell = (bytes: number): number => bytes / (rows * DEAL_HEADERS.length);
  const memory: Memory = {
    rows,
    columns: DEAL_HEADERS.length,
    bytesPerCell: perCell(most - before),
    keptPerCell: perCell(after - before),
  };
  console.log(JSON.stringify(memory));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
