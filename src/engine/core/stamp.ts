import type { Day } from './day';

/** What a report says about the run it comes from. No clock time: equal input gives an equal report. */
export interface Stamp {
  readonly version: string;
  readonly asOf: Day;
  readonly seed: number;
  readonly inputHash: string;
}
