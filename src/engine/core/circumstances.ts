import type { Day } from './day';
import type { RandomSource } from './random';

/** Called with the share done, 0 to 1, never falling, and what is being done ("Reading opportunities"). */
export type Progress = (share: number, what: string) => void;

/** Asked at every progress step; an in-process run stops there by `Cancelled`, a worker is simply terminated. */
export interface CancelSignal {
  readonly cancelled: boolean;
}

/** Thrown out of a run whose signal says cancelled. Not an error: `app` turns it into "Cancelled". */
export class Cancelled extends Error {
  constructor() {
    super('Cancelled');
    this.name = 'Cancelled';
  }
}

/** The clock, chance, progress and cancelling, handed in so that the engine has none of its own. */
export interface Circumstances {
  /** Data are read as they stood at the end of this day. */
  readonly asOf: Day;
  readonly random: RandomSource;
  readonly progress: Progress;
  readonly signal: CancelSignal;
}

/** Reports a step and stops a cancelled run. */
export function step(
  circumstances: Pick<Circumstances, 'progress' | 'signal'>,
  share: number,
  what: string,
): void {
  if (circumstances.signal.cancelled) throw new Cancelled();
  circumstances.progress(share, what);
}
