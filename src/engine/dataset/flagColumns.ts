import type { Cell } from './rawTable';
import type { Stack } from './stack';
import { columnOfField, hasField } from './stack';
import { flagOf } from './values/flags';

export const NO = 0;
export const YES = 1;
export const UNSAID = 2;

/** YES, NO or UNSAID of a field over the stack; undefined when no table has it. */
export function readFlags(stack: Stack, field: string): Uint8Array | undefined {
  if (!hasField(stack, field)) return undefined;
  const flags = new Uint8Array(stack.count).fill(UNSAID);
  const known = new Map<Cell, number>();
  for (const part of stack.parts) {
    const column = columnOfField(part, field);
    if (column < 0) continue;
    const { rowOf, sheet, from } = part;
    for (let i = 0; i < rowOf.length; i++) {
      const cell = sheet.rows[rowOf[i]!]![column];
      if (cell === null || cell === undefined) continue;
      let flag = known.get(cell);
      if (flag === undefined) {
        const said = flagOf(cell);
        flag = said === undefined ? UNSAID : said ? YES : NO;
        known.set(cell, flag);
      }
      flags[from + i] = flag;
    }
  }
  return flags;
}
