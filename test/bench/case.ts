/** One measured piece of work. The runner calls `check` once per size, then times `run` and each peer. */
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
    /** The same work by other means, by name. */
    readonly peers?: Readonly<Record<string, () => void>>;
  };
}
