import type { Issue } from '../core/issue';
import { readDates } from './dateColumns';
import { fieldChanges, withoutRows, type FieldChanges } from './fieldChanges';
import { readAmounts } from './numberColumns';
import { readTexts } from './textColumns';
import type { Trouble } from './trouble';
import type { TextColumn } from './dataset';
import type { Stack } from './stack';
import { hasField, stackedCells } from './stack';
import type { KeyIndex } from './values/keys';
import { keyOf } from './values/keys';
import type { Cell } from './rawTable';

/** The cells of stage history as typed columns over the whole stack, joined to opportunities. */
export interface HistoryColumns {
  readonly stack: Stack;
  readonly ids: readonly (Cell | undefined)[];
  readonly idOf: (row: number) => string;
  /** First row of the opportunities' stack with the id, −1 for none. */
  readonly owner: Int32Array;
  readonly toStage: TextColumn | undefined;
  readonly fromStage: TextColumn | undefined;
  readonly changedField: TextColumn | undefined;
  /** Rows about the amount or close date; they have no stage. */
  readonly fieldChanges: FieldChanges | undefined;
  readonly changed: Float64Array;
  /** Amount and expected close as they stood with the change; absent when no table tells them. */
  readonly amount: Float64Array | undefined;
  readonly closeDate: Float64Array | undefined;
  readonly troubles: readonly Trouble[];
  readonly issues: readonly Issue[];
}

/** First rows with the keys of cells; ids mostly come in runs, so the last one is remembered. */
export function findAll(keys: KeyIndex | undefined, cells: readonly (Cell | undefined)[]): Int32Array {
  const rows = new Int32Array(cells.length).fill(-1);
  if (!keys) return rows;
  let last: Cell | undefined;
  let lastRow = -1;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell !== last) {
      last = cell;
      lastRow = keys.find(cell);
    }
    rows[i] = lastRow;
  }
  return rows;
}

export function readHistoryColumns(
  stack: Stack,
  keys: KeyIndex | undefined,
  pace: (share: number) => void,
): HistoryColumns {
  const troubles: Trouble[] = [];
  const ids = stackedCells(stack, 'opportunity');
  const owner = findAll(keys, ids);
  pace(0.3);
  const dates = readDates(stack, ['changed', 'closeDate'], troubles);
  pace(0.7);
  const changedField = readTexts(stack, 'changedField', troubles);
  const changes = fieldChanges(stack, changedField);
  const stageIn = (field: string): TextColumn | undefined => {
    const column = readTexts(stack, field, troubles);
    return changes ? withoutRows(column, changes.is) : column;
  };
  const toStage = stageIn('toStage');
  const fromStage = stageIn('fromStage');
  const amount = readAmounts(stack, 'amount', troubles)?.values;
  pace(1);
  return {
    stack,
    ids,
    idOf: (row) => keyOf(ids[row]),
    owner,
    toStage,
    fromStage,
    changedField,
    fieldChanges: changes,
    changed: dates.columns[0]!,
    amount,
    closeDate: hasField(stack, 'closeDate') ? dates.columns[1]! : undefined,
    troubles,
    issues: dates.issues,
  };
}
