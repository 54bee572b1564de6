import type { Day } from '../../core/day';
import type { Trouble } from '../columns';
import type { TextColumn } from '../dataset';
import type { Stack } from '../stack';
import type { OpportunityRows } from './opportunities';

/** What the checks of stage history look at: every row of the stack, before any is left out. */
export interface HistoryRows {
  readonly stack: Stack;
  readonly count: number;
  readonly asOf: Day;
  /** Text of each row's opportunity id, '' for none. */
  readonly idOf: (row: number) => string;
  /** Row of the opportunity in its stack; −1 for none. */
  readonly owner: Int32Array;
  readonly toStage: TextColumn | undefined;
  /** By label of `toStage`: position in the stage map, −1 for a stage not in it. */
  readonly stageOf: Int32Array;
  readonly changed: Float64Array;
  /** Of a field history: the field that each row is about. */
  readonly changedField: TextColumn | undefined;
  readonly opportunities: OpportunityRows;
  /** By row of the opportunities' stack. */
  readonly opportunityExcluded: Uint8Array;
  readonly troubles: readonly Trouble[];
}
