import type { Day } from '../../core/day';
import type { Trouble } from '../trouble';
import type { Stack } from '../stack';

/** What the checks of activities look at. */
export interface ActivityRows {
  readonly stack: Stack;
  readonly count: number;
  readonly asOf: Day;
  /** When it was done: its date, or where that says nothing the end or completion date. */
  readonly date: Float64Array;
  /** The field that says so; `date` where neither does. */
  readonly dateField: (row: number) => 'date' | 'end';
  readonly troubles: readonly Trouble[];
}
