/** One measured piece of work. The runner calls `check` once per size, then times `run`, then each peer likewise. */
export interface BenchCase {
  /** As in performance tables: "W1". */
  readonly id: string;
  readonly title: string;
  /** Rows of the main table. */
  readonly sizes: readonly number[];
  readonly prepare: (size: number) => {
    /** Throws when the answer differs from a plain implementation's. */
    readonly check: () => void;
    readonly run: () => void;
    /** The same work by other means, each with the data loaded the way it likes best; asked for once per size. */
    readonly peers?: () => Promise<readonly Peer[]>;
  };
}

export interface Peer {
  readonly name: string;
  /** Does the work and hands its answer to the check, untimed. Throws when that differs from ours. */
  readonly run: () => Promise<unknown>;
  readonly check: (answer: unknown) => Promise<void>;
}

/** A peer whose check takes what its run gives. */
export const peer = <T>(
  name: string,
  run: () => T | Promise<T>,
  check: (answer: T) => void | Promise<void>,
): Peer => ({
  name,
  run: async () => run(),
  // The runner passes on what `run` of this same peer gave.
  check: async (answer) => check(answer as T),
});
