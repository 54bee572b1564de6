import type { TextColumn } from './dataset';
import type { Cell } from './rawTable';
import type { Stack } from './stack';
import { columnOfField, hasField } from './stack';
import { labelIn, type Trouble } from './trouble';
import { sameName } from './values/sameName';
import { isErrorText, labelOf } from './values/text';

/** Dictionary code of a cell that holds an error value; turned into −1 once it is noted. */
const ERROR = -2;

/**
 * Labels of a text field over the stack. Spellings that differ in case or spaces only are one label, the first of them
 * with single spaces: "Ann  Lee" and "ann lee" are one owner. Every distinct cell is looked at once.
 */
export function readTexts(stack: Stack, field: string, troubles: Trouble[]): TextColumn | undefined {
  if (!hasField(stack, field)) return undefined;
  const codes = new Int32Array(stack.count).fill(-1);
  const labels: string[] = [];
  const byCell = new Map<Cell, number>();
  const byLabel = new Map<string, number>();
  const codeOf = (cell: Cell): number => {
    const label = labelOf(cell);
    if (label === '') return -1;
    if (isErrorText(label)) return ERROR;
    const name = sameName(label);
    const known = byLabel.get(name);
    if (known !== undefined) return known;
    labels.push(label.replace(/\s+/g, ' '));
    byLabel.set(name, labels.length - 1);
    return labels.length - 1;
  };
  for (const part of stack.parts) {
    const column = columnOfField(part, field);
    if (column < 0) continue;
    const { rowOf, from } = part;
    const { rows } = part.sheet;
    for (let i = 0; i < rowOf.length; i++) {
      const cell = rows[rowOf[i]!]![column];
      if (cell === null || cell === undefined) continue;
      let code = byCell.get(cell);
      if (code === undefined) {
        code = codeOf(cell);
        byCell.set(cell, code);
      }
      if (code === ERROR)
        troubles.push({
          kind: 'error',
          row: from + i,
          field,
          label: labelIn(part, field),
          value: labelOf(cell),
        });
      else codes[from + i] = code;
    }
  }
  return { codes, labels };
}
