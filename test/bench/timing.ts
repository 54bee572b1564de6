export interface Timing {
  /** Milliseconds. */
  readonly median: number;
  /** Milliseconds of processor time, all threads: on a busy machine closer to what a quiet one would take. */
  readonly cpu: number;
}

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** Collects between runs, so that one run does not pay for the garbage of the one before; needs `--expose-gc`. */
const collect = (): void => globalThis.gc?.();

/** How often and how long something is run. */
export interface Patience {
  readonly leastRuns: number;
  readonly mostRuns: number;
  /** Milliseconds of one measurement after which no run beyond the least is started. */
  readonly budget: number;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Times runs one after the other; warming up is the caller's. */
export async function timed(run: () => unknown, patience: Patience): Promise<Timing> {
  const times: number[] = [];
  const cpu: number[] = [];
  while (
    times.length < patience.leastRuns ||
    (times.length < patience.mostRuns && sum(times) < patience.budget)
  ) {
    collect();
    const used = process.cpuUsage();
    const start = performance.now();
    // Awaiting what is no promise takes microseconds, but work of ours is not even asked to.
    const pending = run();
    if (pending instanceof Promise) await pending;
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  return { median: middle(times), cpu: middle(cpu) };
}

/** Milliseconds of one run, with its answer. */
export async function once<T>(run: () => Promise<T>): Promise<{ readonly ms: number; readonly answer: T }> {
  collect();
  const start = performance.now();
  const answer = await run();
  return { ms: performance.now() - start, answer };
}

/** The power of size by which time grew between two sizes: 1 is linear. */
export const growth = (from: { size: number; ms: number }, to: { size: number; ms: number }): number =>
  Math.log(to.ms / from.ms) / Math.log(to.size / from.size);
