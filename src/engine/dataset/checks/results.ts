import type { Day } from '../../core/day';
import type { Trouble } from '../trouble';
import type { TextColumn } from '../dataset';
import type { Stack } from '../stack';
import { nameOfPeriod } from '../values/periods';

/** What the checks of results look at. */
export interface ResultRows {
  readonly stack: Stack;
  readonly count: number;
  readonly asOf: Day;
  /** First and last day of the period; NaN where it cannot be told. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** 1 where the row holds a value at all. */
  readonly filled: Uint8Array;
  /** Of a long table; absent where the headers name the measures. */
  readonly measure: TextColumn | undefined;
  readonly person: TextColumn | undefined;
  /** What a person wrote for the period. */
  readonly written: (row: number) => string;
  readonly troubles: readonly Trouble[];
}

export const periodAt = ({ start, end }: ResultRows, row: number): string =>
  nameOfPeriod(start[row]!, end[row]!);

export const labelAt = (column: TextColumn | undefined, row: number): string =>
  column?.labels[column.codes[row] ?? -1] ?? '';
