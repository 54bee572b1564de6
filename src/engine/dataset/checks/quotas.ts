import type { Trouble } from '../trouble';
import type { TextColumn } from '../dataset';
import type { Stack } from '../stack';

/** What the checks of quotas look at. */
export interface QuotaRows {
  readonly stack: Stack;
  readonly count: number;
  readonly person: TextColumn | undefined;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Cents. */
  readonly amount: Float64Array;
  readonly troubles: readonly Trouble[];
}
export const personAt = ({ person }: QuotaRows, row: number): string =>
  person?.labels[person.codes[row] ?? -1] ?? '';
