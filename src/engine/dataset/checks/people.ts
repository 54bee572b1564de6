import type { Trouble } from '../trouble';
import type { TextColumn } from '../dataset';
import type { Stack } from '../stack';

/** What the checks of people look at. */
export interface PeopleRows {
  readonly stack: Stack;
  readonly count: number;
  readonly person: TextColumn | undefined;
  readonly troubles: readonly Trouble[];
}
