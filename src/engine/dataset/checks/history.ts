import type { Day } from '../../core/day';
import type { Trouble } from '../trouble';
import type { TextColumn } from '../dataset';
import type { FieldChanges } from '../fieldChanges';
import type { Stack } from '../stack';
import type { OpportunityRows } from './opportunities';

/** Stage history before opportunities are concluded: what the checks of each row by itself look at. */
export interface ChangeRows {
  readonly stack: Stack;
  readonly count: number;
  /** Text of each row's opportunity id, '' for none. */
  readonly idOf: (row: number) => string;
  /** Row of the opportunity in its stack; −1 for none. */
  readonly owner: Int32Array;
  readonly toStage: TextColumn | undefined;
  readonly changed: Float64Array;
  /** Of a field history: the field that each row is about. */
  readonly changedField: TextColumn | undefined;
  /** Of it, the rows about amount or close date. */
  readonly fieldChanges: FieldChanges | undefined;
  readonly troubles: readonly Trouble[];
}

/** What the other checks of stage history look at. */
export interface HistoryRows extends ChangeRows {
  readonly asOf: Day;
  /** By label of `toStage`: position in the stage map, −1 for a stage not in it. */
  readonly stageOf: Int32Array;
  readonly opportunities: OpportunityRows;
  /** By row of the opportunities' stack. */
  readonly opportunityExcluded: Uint8Array;
}
