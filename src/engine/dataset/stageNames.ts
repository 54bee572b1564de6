import type { TextColumn } from './dataset';
import { sameStageName } from './stageMap';

/** Stage names of all tables together; spellings that differ in case or spacing only are one. */
export interface StageNames {
  readonly names: readonly string[];
  /** Positions in `names` of the labels of a column. */
  add(labels: readonly string[]): Int32Array;
}

export function stageNames(): StageNames {
  const names: string[] = [];
  const positions = new Map<string, number>();
  const positionOf = (name: string): number => {
    const key = sameStageName(name);
    const known = positions.get(key);
    if (known !== undefined) return known;
    names.push(name);
    positions.set(key, names.length - 1);
    return names.length - 1;
  };
  return { names, add: (labels) => Int32Array.from(labels, positionOf) };
}

/** Per row the position in the stage names, −1 where the cell is blank. */
export function nameCodes(column: TextColumn, positions: Int32Array): Int32Array {
  const codes = new Int32Array(column.codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = column.codes[i]!;
    codes[i] = code < 0 ? -1 : positions[code]!;
  }
  return codes;
}
