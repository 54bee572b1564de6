import type { Day } from '../../core/day';
import type { Trouble } from '../columns';
import type { Stack } from '../stack';

/** What the checks of activities look at. */
export interface ActivityRows {
  readonly stack: Stack;
  readonly count: number;
  readonly asOf: Day;
  readonly date: Float64Array;
  readonly troubles: readonly Trouble[];
}
