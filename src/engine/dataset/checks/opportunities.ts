import type { Day } from '../../core/day';
import type { Trouble } from '../trouble';
import type { TextColumn } from '../dataset';
import type { StageMap } from '../mapping';
import type { Stack } from '../stack';
import type { KeyIndex } from '../values/keys';

/** Opportunities before anything is concluded: what the checks of ids and snapshot dates look at. */
export interface IdentityRows {
  readonly stack: Stack;
  readonly count: number;
  readonly asOf: Day;
  readonly keys: KeyIndex;
  /** `id`, or `name` in tables without ids. */
  readonly keyField: 'id' | 'name';
  /** Snapshots only. */
  readonly snapshot: Float64Array | undefined;
  readonly troubles: readonly Trouble[];
}

/** What the other checks of opportunities look at: every row of the stack, before any is left out. */
export interface OpportunityRows extends IdentityRows {
  /** Per row the row that stands for its opportunity: itself, but for snapshots; −1 for rows not read. */
  readonly standsFor: Int32Array;
  readonly stage: TextColumn | undefined;
  readonly status: TextColumn | undefined;
  /** By label of `stage`: position in `stages`, −1 for a stage not in the map. */
  readonly stageOf: Int32Array;
  readonly stages: StageMap;
  /** What flags and status say, UNKNOWN_OUTCOME where they say nothing. */
  readonly said: Uint8Array;
  readonly outcome: Uint8Array;
  /** 1 where neither stage, status, flags, dates nor history say anything. */
  readonly silent: Uint8Array;
  readonly created: Float64Array;
  readonly closed: Float64Array;
  readonly expectedClose: Float64Array;
  /** Expected close dates as their own column gives them: NaN where `expectedClose` comes from the close date. */
  readonly expectedGiven: Float64Array;
  /** Cents. */
  readonly amount: Float64Array | undefined;
  /** 1 for rows that earlier checks left out. */
  readonly excluded: Uint8Array;
}
