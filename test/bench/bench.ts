/**
 * `npm run bench`: checks each answer against a plain implementation's, then times ours and the peers' on the same data
 * in the same run. Speeds are printed, never a reason to fail; a wrong answer is (exit code 1). How to read what it
 * prints: test/bench/README.md.
 *
 *     npm run bench -- [--quick] [--only W1,W6] [--no-peers] [--json out/bench.json]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { BREAKDOWN } from './breakdown.bench';
import type { BenchCase, Peer } from './case';
import { W5 } from './compensation.bench';
import { W1 } from './funnel.bench';
import { W6 } from './ingest.bench';
import { W3, W3A } from './leads.bench';
import { measureMemory } from './memory';
import { W4 } from './monteCarlo.bench';
import { installPeers } from './peers/install';
import { W2, W2F } from './survival.bench';
import { W5_LEVER } from './planLever.bench';
import { printTable } from './table';
import { once, timed } from './timing';
import type { Patience } from './timing';
import { W4_LEVER } from './whatIf.bench';

const CASES: readonly BenchCase[] = [W1, W2, W2F, W3, W3A, W4, W4_LEVER, W5, W5_LEVER, W6, BREAKDOWN];

const OURS: Patience = { leastRuns: 5, mostRuns: 15, budget: 1500 };
const OURS_QUICK: Patience = { leastRuns: 5, mostRuns: 9, budget: 400 };
const PEERS: Patience = { leastRuns: 5, mostRuns: 9, budget: 1000 };
const PEERS_QUICK: Patience = { leastRuns: 3, mostRuns: 5, budget: 300 };

/** A peer is left out of a size at which one run would take longer than this, by its growth so far at most linear. */
const PEER_LIMIT_MS = 20_000;
/** The same with `--quick`. */
const QUICK_PEER_LIMIT_MS = 2_500;
/** `--quick` leaves out larger sizes: checking a million rows by plain means takes longer than all the rest. */
const QUICK_ROWS = 100_000;

const MEMORY_ROWS = 1_000_000;
const QUICK_MEMORY_ROWS = 200_000;

export interface Measured {
  readonly id: string;
  readonly title: string;
  readonly size: number;
  /** Median milliseconds. */
  readonly ours: number;
  readonly oursCpu: number;
  /** Median milliseconds by peer; null where one run would have taken too long. */
  readonly peers: Readonly<Record<string, number | null>>;
}

function readFlags() {
  const { values } = parseArgs({
    // npm passes on what stands behind "--".
    args: process.argv.slice(2),
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      'no-peers': { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const only = values.only?.split(',');
  const unknown = only?.find((id) => id !== 'memory' && !CASES.some((c) => c.id === id));
  if (unknown !== undefined) throw new RangeError(`No such case: ${unknown}.`);
  return { ...values, chosen: (id: string) => only === undefined || only.includes(id) };
}

/** Medians of the peers at one size; `last` keeps each peer's time at the size before. */
async function timePeers(
  peers: readonly Peer[],
  size: number,
  last: Map<string, { size: number; ms: number }>,
  quick: boolean,
): Promise<Record<string, number | null>> {
  const limit = quick ? QUICK_PEER_LIMIT_MS : PEER_LIMIT_MS;
  const times: Record<string, number | null> = {};
  for (const peer of peers) {
    const before = last.get(peer.name);
    if (before && (before.ms * size) / before.size > limit) {
      times[peer.name] = null;
      continue;
    }
    const first = await once(peer.run);
    await peer.check(first.answer);
    const { median } =
      first.ms > limit / 4 ? { median: first.ms } : await timed(peer.run, quick ? PEERS_QUICK : PEERS);
    times[peer.name] = median;
    last.set(peer.name, { size, ms: median });
  }
  return times;
}

/**
 * Runs until the compiler, which works beside, has had enough of it: twice at least, since the check has run it once; else
 * thirty times, or for a quarter of a second where one run is short.
 */
function warmUp(run: () => void, budget: number): void {
  const start = performance.now();
  const elapsed = (): number => performance.now() - start;
  for (let i = 0; i < 2 || (elapsed() < budget && (i < 30 || elapsed() < 250)); i++) run();
}

async function measure(
  benchCase: BenchCase,
  { quick, withPeers }: { readonly quick: boolean; readonly withPeers: boolean },
): Promise<Measured[]> {
  const { id, title, sizes, prepare } = benchCase;
  const measured: Measured[] = [];
  const last = new Map<string, { size: number; ms: number }>();
  for (const size of sizes) {
    if (quick && size > QUICK_ROWS) continue;
    process.stderr.write(`${id} ${size.toLocaleString('en')} rows: checking`);
    const work = prepare(size);
    work.check();
    process.stderr.write(', timing');
    warmUp(work.run, quick ? 800 : 2000);
    const { median, cpu } = await timed(work.run, quick ? OURS_QUICK : OURS);
    if (withPeers && work.peers) process.stderr.write(', peers');
    const peers = withPeers && work.peers ? await timePeers(await work.peers(), size, last, quick) : {};
    measured.push({ id, title, size, ours: median, oursCpu: cpu, peers });
    process.stderr.write('\n');
  }
  return measured;
}

async function main(): Promise<void> {
  const { quick, json, chosen, 'no-peers': noPeers } = readFlags();
  const started = performance.now();
  if (!globalThis.gc) console.log('Without --expose-gc runs pay for the garbage of those before them.');
  if (!noPeers) installPeers((line) => console.log(line));
  const measured: Measured[] = [];
  for (const benchCase of CASES)
    if (chosen(benchCase.id)) measured.push(...(await measure(benchCase, { quick, withPeers: !noPeers })));
  printTable(measured);
  const memory =
    chosen('memory') || chosen('W6') ? measureMemory(quick ? QUICK_MEMORY_ROWS : MEMORY_ROWS) : undefined;
  if (memory)
    console.log(
      `Memory: ${memory.rows.toLocaleString('en')} × ${memory.columns} cells from sheet to findings, at its peak ` +
        `${memory.bytesPerCell.toFixed(1)} bytes a cell above the sheet's own (goal: below 60), at the end ${memory.keptPerCell.toFixed(1)}.`,
    );
  const [load = 0] = loadavg();
  if (load > availableParallelism() + 0.5)
    console.log(
      `The machine is busy (load ${load.toFixed(1)} on ${availableParallelism()} cores): times are too long; see cpu.`,
    );
  console.log(
    `Node ${process.version}, ${((performance.now() - started) / 1000).toFixed(0)} s, all answers checked.`,
  );
  if (json === undefined) return;
  mkdirSync(dirname(json), { recursive: true });
  writeFileSync(json, `${JSON.stringify({ node: process.version, measured, memory }, null, 2)}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
